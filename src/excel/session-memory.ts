// What one run of the add-in leaves for the next one: what to ask Excel for first, and what need not be said again. Nothing of it is believed.
import type { RawSheet, SheetLayout } from "../core/workbook-port";
import type { Reading } from "./reading";

/** Beyond, the first answer would be long in coming, and its silence would pass for a cell that is being edited. */
const MOST_CELLS = 20_000;

export type RememberedSheet = Pick<RawSheet, "id" | "visibility" | "resultSheet">;

interface Look {
  /** Null where it is not known. */
  readonly id: string | null;
  readonly plan: SheetLayout;
}

type NamedLook = Pick<Look, "id"> & { readonly name: string };

export class SessionMemory {
  #sheets: RememberedSheet[] | null = null;
  readonly #looks = new Map<string, string>();
  readonly #refusals = new Map<string, number>();
  #refusesMarks = false;

  /** The sheets of the last reading; null where all cells are not to be asked for at once. */
  get sheets(): readonly RememberedSheet[] | null {
    return this.#sheets;
  }

  noteReading({ raw }: Reading): void {
    const blocks = raw.sheets.flatMap((sheet) => sheet.blocks);
    const cells = blocks.reduce((sum, { values }) => sum + values.length * (values[0]?.length ?? 0), 0);
    const known = raw.sheets.map(({ id, visibility, resultSheet }) => ({ id, visibility, resultSheet }));
    this.#sheets = cells > MOST_CELLS ? null : known;
  }

  noteAdded(sheet: RememberedSheet): void {
    this.#sheets?.push(sheet);
  }

  forgetReading(): void {
    this.#sheets = null;
  }

  /** Whether the sheet was dressed like that in this session. */
  isDressed(look: Look): boolean {
    return look.id !== null && this.#looks.get(look.id) === looksOf(look);
  }

  noteDressed(look: Look): void {
    if (look.id !== null) this.#looks.set(look.id, looksOf(look));
  }

  forgetDressed({ id }: Pick<Look, "id">): void {
    if (id !== null) this.#looks.delete(id);
  }

  /** Whether this Excel takes no marks of charts, as on the web and on iPad (office-js#1729). */
  get refusesMarks(): boolean {
    return this.#refusesMarks;
  }

  noteMarksRefused(): void {
    this.#refusesMarks = true;
  }

  /** Answers how many runs in a row have had the look of that sheet refused. */
  countRefusal(sheet: NamedLook): number {
    const times = (this.#refusals.get(keyOf(sheet)) ?? 0) + 1;
    this.#refusals.set(keyOf(sheet), times);
    return times;
  }

  forgetRefusals(sheet: NamedLook): void {
    this.#refusals.delete(keyOf(sheet));
  }
}

const keyOf = ({ id, name }: NamedLook): string => id ?? name;

/** All that dressing says: the page, how wide it is, and the marks of the charts. */
function looksOf({ plan }: Look): string {
  const charts = (plan.charts ?? []).map(({ name, series }) => [name, series.map(({ kind }) => kind)]);
  return JSON.stringify([plan.page, plan.columnWidths.length, charts]);
}

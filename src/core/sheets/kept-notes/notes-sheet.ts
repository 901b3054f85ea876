// The sheet « Notes conservées »: what somebody typed on a sheet of ours and what could not stay there, with where it stood.
import { formatCellRef } from "xlsx-model/cell-ref";
import { typographie } from "../../domain/words/typographie";
import type { PlannedCell, RawSheet, SheetPlan } from "../../workbook-port";
import { MAX_TEXT } from "xlsx-model/plan";
import { SheetBuilder, estimateLines, textCell, typedCell } from "../parts/sheet-builder";
import { STYLES } from "../parts/sheet-style";
import { asPlanned, type Note } from "./note";
import { cellRows } from "./cell-rows";

export const NOTES_TITLE = "Notes conservées";

const WIDTHS = [20, 26, 42] as const;
const LAST = WIDTHS.length - 1;
const HEADINGS = ["Où c’était", "Sur la ligne", "Ce qui y était écrit"];
const GUIDE =
  "Ces textes étaient sur des feuilles que le complément réécrit, et ne pouvaient pas y rester. Rien d’ici n’est relu : gardez, déplacez ou supprimez.";
const CONTEXT = 200;

export interface MovedNote {
  readonly sheet: string;
  readonly note: Note;
}

type Line = readonly [string, string, string];

/** What already stands on the sheet stays where it stands; `moved` comes below it, each once. */
export function composeNotesSheet(standing: RawSheet | null, moved: readonly MovedNote[], isHalf = false): SheetPlan {
  const whole = standing ? standingGrid(standing) : [];
  // The write of which did not end.
  const grid = isHalf ? ended(whole) : whole;
  const builder = new SheetBuilder([...WIDTHS, ...Array<number>(Math.max(0, widthOf(grid) - WIDTHS.length)).fill(12)]);
  const hasHead = grid.length === 0 || grid[0]?.[0]?.value === NOTES_TITLE;
  if (grid.length === 0) addHead(builder);
  for (const [row, line] of grid.entries()) {
    builder.addRow(line, linesOf(line));
    if (!hasHead || row > 1) builder.style(row, 0, LAST, hasHead && row === 2 ? STYLES.heading : STYLES.line);
  }
  if (grid.length > 0 && hasHead) dressHead(builder);
  const known = new Set(grid.map(([where, , text]) => keyOf(where?.value, text?.value)));
  for (const line of moved.map(lineOf)) {
    const [where, , text] = line;
    if (known.has(keyOf(where, text))) continue;
    known.add(keyOf(where, text));
    const cells = line.map(typedCell);
    builder.style(builder.addRow(cells, linesOf(cells)), 0, LAST, STYLES.line);
  }
  const plan = builder.build({
    kind: "notes-conservees",
    name: NOTES_TITLE,
    base: STYLES.base,
    asOf: null,
    headingRow: null,
    frozenRows: 0,
  });
  return { ...plan, isUndressed: true };
}

function addHead(builder: SheetBuilder): void {
  builder.addRow([textCell(NOTES_TITLE)]);
  builder.addRow([textCell(typographie(GUIDE))]);
  builder.style(builder.addRow(HEADINGS.map(textCell)), 0, LAST, STYLES.heading);
  dressHead(builder);
}

function dressHead(builder: SheetBuilder): void {
  builder.style(0, 0, LAST, STYLES.title);
  builder.setHeight(0, 27);
  builder.merge(1, 0, LAST);
  builder.style(1, 0, LAST, STYLES.note);
  builder.setHeight(1, 30);
}

const keyOf = (where: unknown, text: unknown): string => JSON.stringify([where, text]);

const widthOf = (grid: readonly (readonly unknown[])[]): number => Math.max(0, ...grid.map(({ length }) => length));

const linesOf = (cells: readonly PlannedCell[]): number =>
  Math.max(...WIDTHS.map((width, at) => estimateLines(String(cells[at]?.value ?? ""), width)));

function lineOf({ sheet, note }: MovedNote): Line {
  const [first] = note.cells;
  const where = first ? formatCellRef({ sheet, row: first.row, column: first.column }) : sheet;
  const text = note.cells.map(({ value, formula }) => (formula === null ? said(value) : `${formula} (${said(value)})`));
  return [where, note.context.join(" · ").slice(0, CONTEXT), text.join(" · ").slice(0, MAX_TEXT)];
}

const said = (value: Note["cells"][number]["value"]): string =>
  typeof value === "boolean"
    ? value
      ? "VRAI"
      : "FAUX"
    : String(value ?? "").replace(".", typeof value === "number" ? "," : ".");

/** Without the notice that stood in the first cell meanwhile, which may be all there is. */
function ended([first = [], ...others]: readonly (readonly PlannedCell[])[]): readonly (readonly PlannedCell[])[] {
  return others.length === 0 ? [] : [[textCell(NOTES_TITLE), ...first.slice(1)], ...others];
}

/** All of it, from A1 on. */
function standingGrid(sheet: RawSheet): readonly (readonly PlannedCell[])[] {
  const rows = cellRows(sheet);
  const height = Math.max(0, ...[...rows.keys()].map((row) => row + 1));
  return Array.from({ length: height }, (_, row) => {
    const cells = new Map((rows.get(row) ?? []).map((cell) => [cell.column, asPlanned(cell)]));
    const width = Math.max(0, ...[...cells.keys()].map((column) => column + 1));
    return Array.from({ length: width }, (_, column) => cells.get(column) ?? { value: null });
  });
}

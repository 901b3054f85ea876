// An annexe while it is laid out: its title, its rows, the entries that Excel controls, the names of its cells.
import { describeContract } from "../../contract/in-force/contrat-servi";
import type { Action, Axe, Convention } from "../../contract/convention";
import type { Dossier } from "../../domain/dossier";
import { formatMontant } from "../../domain/words/format";
import { addMontants } from "../../domain/values/montant";
import { slug } from "../../domain/words/typographie";
import { datesOnly } from "../parts/entry-controls";
import { figureWidth } from "../parts/paper";
import { isOnePage } from "../parts/section-breaks";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import type { AnnexePlan, PlannedCell, SheetLayout } from "../../workbook-port";
import type { CellStyle, EntryControl, GridRange } from "xlsx-model/plan";
import { ANNEXE_STYLES } from "./annexe-style";

/** The contract in force, and since when. */
export type EnVigueur = Pick<Dossier, "convention" | "avenants" | "asOf" | "sourceContrat">;

export const BLANK: PlannedCell = { value: null };

export const A_COMPLETER = "Les cases sur fond clair sont à compléter.";

/** The label of an axe's row, as the annexes of the contract write it. */
export function axeLabel({ intitule }: Axe): string {
  return `Axe «\u00a0${intitule}\u00a0»`;
}

/** The label of an action's row. */
export function actionLabel({ numero, intitule }: Action): string {
  return `${numero} ${intitule}`;
}

/** The axes that have actions, each with its own, in the contract's order. */
export function actionsByAxe(convention: Convention) {
  return convention.axes
    .map((axe) => ({ axe, actions: convention.actions.filter((action) => action.axe === axe.numero) }))
    .filter(({ actions }) => actions.length > 0);
}

/** The width of a column that shows the contract's amounts and their yearly total: a figure that does not fit shows as "###". */
export function amountWidth({ actions, annees }: Convention, least: number): number {
  const totals = annees.map(({ annee }) => {
    const isOfIt = (each: { readonly annee: number }): boolean => each.annee === annee;
    const parts = actions.flatMap(({ montants }) => montants.filter(isOfIt));
    const others = actions.flatMap(({ autres = [] }) => autres.filter(isOfIt));
    return addMontants(
      ...parts.flatMap(({ etat, collectivite }) => [etat, collectivite]),
      ...others.map(({ montant }) => montant),
    );
  });
  return Math.max(least, ...totals.map((total) => figureWidth(formatMontant(total))));
}

export class AnnexeSheet {
  readonly rows: SheetBuilder;
  private readonly controls: AnnexePlan["controls"][number][] = [];
  private readonly names: AnnexePlan["names"][number][] = [];

  constructor(
    private readonly enVigueur: EnVigueur,
    private readonly widths: readonly number[],
  ) {
    this.rows = new SheetBuilder(widths);
  }

  get last(): number {
    return this.widths.length - 1;
  }

  /** `mention` ends the line under the title, "Article 3."; of another text than the contract in force, `instead` is that line. */
  addTitle(titre: string, mention: string, instead?: string): void {
    const { convention, avenants, asOf, sourceContrat = "built-in" } = this.enVigueur;
    const contract = { avenants: avenants.map(({ numero }) => numero), source: sourceContrat };
    this.rows.addBanner(`Annexe – ${titre}`, ANNEXE_STYLES.title, 26);
    this.rows.addBanner(convention.intitule, ANNEXE_STYLES.subtitle);
    this.rows.addBanner(instead ?? `${describeContract({ contract, asOf })}. ${mention}`.trim(), ANNEXE_STYLES.mention);
    this.rows.addRow([]);
  }

  /** As high as its longest text asks for. */
  addLine(cells: readonly PlannedCell[], style: CellStyle, least = 1): number {
    const lines = cells.reduce(
      (most, { value }, column) =>
        typeof value === "string" ? Math.max(most, estimateLines(value, this.widths[column] ?? 10)) : most,
      least,
    );
    const row = this.rows.addRow(cells);
    this.rows.setHeight(row, lines * 13.5 + 6);
    this.rows.style(row, 0, this.last, style);
    return row;
  }

  /** Shows which of these cells of a row wait for an entry: those that hold nothing. */
  markBlanks(row: number, cells: readonly PlannedCell[], left: number, right = this.last): void {
    for (let column = left; column <= right; column += 1) {
      const cell = cells[column];
      if (cell?.formula === undefined && (cell?.value ?? null) === null) {
        this.rows.style(row, column, column, ANNEXE_STYLES.toFill);
      }
    }
  }

  /** A text over the whole width: an axe, a note. */
  addWide(text: string, style: CellStyle): number {
    return style === ANNEXE_STYLES.axe ? this.rows.addHead(text, style) : this.rows.addBanner(text, style);
  }

  /** A year is a number; "" lies under a merged cell. Higher than asked for where a long word needs it. */
  addHeading(cells: readonly (string | number)[], height: number): number {
    const row = this.rows.addRow(
      cells.map((cell) => (typeof cell === "number" ? { value: cell } : textCell(cell === "" ? null : cell))),
    );
    const lines = cells.map((cell, column) => estimateLines(String(cell), this.widths[column] ?? 10));
    this.rows.setHeight(row, Math.max(height, Math.max(...lines) * 13.5 + 3));
    this.rows.style(row, 0, this.last, ANNEXE_STYLES.heading);
    return row;
  }

  control(control: EntryControl): void {
    this.controls.push(control);
  }

  controlDates(range: GridRange): void {
    const { debut, fin } = this.enVigueur.convention.periode;
    // Signed or done before the first day, or long after the last: a contract may be late, not of another century.
    this.control(datesOnly(range, `${Number(debut.slice(0, 4)) - 5}-01-01`, `${Number(fin.slice(0, 4)) + 10}-12-31`));
  }

  name(name: string, range: GridRange): void {
    this.names.push({ name, range });
  }

  build(sheet: {
    readonly name: string;
    readonly orientation: SheetLayout["page"]["orientation"];
    readonly titleRows: readonly [number, number] | null;
    readonly frozenRows: number;
    readonly frozenColumns?: number;
    readonly pageStarts?: readonly number[];
    /** Rows that begin a new page where one is not enough. */
    readonly breaks?: readonly number[];
  }): AnnexePlan {
    const header = `${sheet.name} – ${this.enVigueur.convention.intitule}`;
    const layout = this.rows.layOut({ ...sheet, base: ANNEXE_STYLES.base, header });
    const breaks = isOnePage(layout) ? [] : (sheet.breaks ?? layout.page.breaks ?? []);
    return { ...layout, page: { ...layout.page, breaks }, controls: this.controls, names: this.names };
  }
}

export function cellRange(row: number, column: number): GridRange {
  return { top: row, left: column, bottom: row, right: column };
}

/** "Métropole" → "Metropole": a name takes neither spaces nor dashes, and begins with a letter. */
export function partyName(designation: string): string {
  const plain = slug(designation).replaceAll("-", "_");
  return /^\d/.test(plain) ? "Collectivite" : plain.charAt(0).toUpperCase() + plain.slice(1);
}

// Where a table says something, whatever its layout: one label for all years, one per sheet, or one per row.
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { Cell, LigneAxe, TableauBudgetaire, TableauIndicateurs } from "../../domain/dossier";

interface Intitule {
  readonly label: Cell;
  readonly labels?: ReadonlyMap<number, Cell>;
}

/** The cell that names the row in that year; the first one where the year does not have it. */
export function labelOf({ label, labels }: Intitule, annee: number | null): Cell {
  return (annee === null ? null : labels?.get(annee)) ?? label;
}

/** Whether the row stands in the table in that year. */
export function standsIn({ labels }: Intitule, annee: number): boolean {
  return labels?.has(annee) ?? true;
}

/** First cell of the heading, on the sheet of the year where each year has its own. */
export function tableHeading(table: TableauBudgetaire | TableauIndicateurs, annee: number | null): CellRef {
  const own = annee === null ? null : table.plages?.find(({ annees }) => annees.includes(annee));
  return own?.heading ?? table.heading;
}

/** Where the years are named: the year's column in a table of one row per year, else the table's heading. */
export function yearsHeading(table: TableauBudgetaire | TableauIndicateurs): CellRef {
  return table.enLignes?.annee ?? table.heading;
}

/** The heading of an axe, null where the table does not have it: the axe column's header where there is one. */
export function axeHeading(
  table: TableauBudgetaire,
  ligne: LigneAxe | undefined,
  annee: number | null,
): CellRef | null {
  if (table.enLignes) return table.enLignes.axe;
  return ligne && (annee === null || standsIn(ligne, annee)) ? labelOf(ligne, annee).ref : null;
}

/** Every cell where the row is named. */
export function labelCells({ label, labels }: Intitule): readonly [CellRef, ...CellRef[]] {
  if (!labels) return [label.ref];
  // One label merged over the rows of its years is one cell.
  const cells = new Map([...labels.values()].map(({ ref }) => [formatCellRef(ref), ref]));
  const [first = label.ref, ...others] = cells.values();
  return [first, ...others];
}

/** The sheets that a table was read from. */
export function sheetsOf({ range, plages }: Pick<TableauBudgetaire, "range" | "plages">): readonly string[] {
  return [...new Set((plages ?? [{ range }]).map((plage) => plage.range.sheet))];
}

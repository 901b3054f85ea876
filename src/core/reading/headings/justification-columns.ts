// What the agent wrote beside the executed amounts: the columns headed « Justification », per row and year.
import { partsOf, yearsShown } from "../../domain/amounts";
import type { Cell, LigneAction, TableauExecution } from "../../domain/dossier";
import { foldFigure, isMissingWord } from "../../domain/values/parse-nombre";
import { announcesJustification } from "./announced";
import { readCell, rowsBetween, type SheetGrid } from "../sheet-grid";
import type { TableHeader, TableZone } from "./table-header";

function findColumns({ grid, top, bottom, left }: TableHeader, zone: TableZone): readonly number[] {
  const rows = rowsBetween(grid, top, bottom);
  const found = rows
    .flatMap((row) => row.textsIn(left, zone.right))
    .filter(({ text }) => announcesJustification(text))
    .map(({ column }) => column);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The column of each year: the first one to the right of its amounts; a lone one serves every year. */
function assignYears({ annees }: TableauExecution, columns: readonly number[]): ReadonlyMap<number, number> {
  const years = annees.map(({ annee, colonnes }) => ({
    annee,
    right: Math.max(...Object.values(colonnes).map((colonne) => colonne?.column ?? -1)),
  }));
  const [only, ...others] = columns;
  if (only !== undefined && others.length === 0) return new Map(years.map(({ annee }) => [annee, only]));
  const rights = years.map(({ right }) => right);
  return new Map(
    years.flatMap(({ annee, right }) => {
      const next = Math.min(...rights.filter((other) => other > right));
      const column = columns.find((candidate) => candidate > right && candidate < next);
      return column === undefined ? [] : [[annee, column] as const];
    }),
  );
}

/** The row of the amounts of that year. */
const rowOf = (ligne: LigneAction, annee: number): number =>
  (partsOf(ligne).find(({ year }) => year === annee)?.cell ?? ligne.label).ref.row;

function readText(grid: SheetGrid, at: number, column: number): Cell | null {
  const row = grid.row(at);
  const text = row?.text(column) ?? null;
  const folded = text === null ? null : foldFigure(text);
  if (!row || text === null || (folded !== null && isMissingWord(folded))) return null;
  return readCell(row, column);
}

/** The table with what its justification columns say; as it is where it has none. */
export function withJustifications(table: TableauExecution, header: TableHeader, zone: TableZone): TableauExecution {
  const columns = findColumns(header, zone);
  if (columns.length === 0) return table;
  const byYear = assignYears(table, columns);
  const lignesAction = table.lignesAction.map((ligne): LigneAction => {
    const justifications = new Map<number, Cell>();
    for (const annee of yearsShown(ligne)) {
      const column = byYear.get(annee);
      const cell = column === undefined ? null : readText(header.grid, rowOf(ligne, annee), column);
      if (cell) justifications.set(annee, cell);
    }
    return { ...ligne, justifications };
  });
  return { ...table, lignesAction };
}

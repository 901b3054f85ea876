// Rows that say themselves whether their amounts are planned or executed: "Prévu" and "Réalisé" under each action.
import type { ShownAmount, Shows } from "../../domain/amounts";
import { isPart } from "../../domain/column-roles";
import type { TableauBudgetaire, TableauExecution } from "../../domain/dossier";
import { totalOf } from "../../domain/table-rows";
import type { Header } from "../headings/header";
import { headingAt, isNatureCell } from "../headings/heading-cells";
import { type HeadingReader, type Nature } from "../headings/headings";
import { announcesNoAmount } from "../headings/announced";
import type { TableZone } from "../headings/table-header";
import { rowsBetween, withRows, type GridRow } from "../sheet-grid";

type Kind = "budget" | "execution";

const KINDS: Partial<Record<Nature, Kind>> = {
  contracted: "budget",
  forecast: "budget",
  modified: "budget",
  executed: "execution",
};

type Say = (row: GridRow, column: number) => Nature | null;

/** The column of labels that says of some rows that they are planned, in one word for all, and of others that they are executed. */
function findNatureColumn(rows: readonly GridRow[], left: number, say: Say): number | null {
  const said = new Map<number, Set<Nature>>();
  for (const row of rows) {
    for (const { column } of row.texts) {
      if (column >= left) break;
      const nature = say(row, column);
      if (nature !== null) said.set(column, (said.get(column) ?? new Set<Nature>()).add(nature));
    }
  }
  const isBoth = (natures: ReadonlySet<Nature>): boolean =>
    natures.size === 2 && new Set([...natures].map((nature) => KINDS[nature])).size === 2;
  return [...said].find(([, natures]) => isBoth(natures))?.[0] ?? null;
}

/** The heading over the rows of each kind alone, every one of them with the labels that were written once; null for most. */
export function splitNatureRows(
  header: Header,
  zone: TableZone,
  headings: HeadingReader,
): Readonly<Record<Kind, Header>> | null {
  const { grid, bottom, left, columns } = header;
  if (columns.some(({ nature }) => nature !== null)) return null;
  const say: Say = (row, column) => {
    if (!headings.mayHead(row.text(column) ?? "")) return null;
    const cell = { row: row.row, column, heading: headingAt(row, column, headings) };
    return isNatureCell(cell) && cell.heading.nature && KINDS[cell.heading.nature] ? cell.heading.nature : null;
  };
  const rows = rowsBetween(grid, bottom + 1, zone.end - 1);
  const column = findNatureColumn(rows, left, say);
  if (column === null) return null;
  const only = (kind: Kind): Header => {
    const carried = new Map<number, string>();
    const kept = rows.map((row, index) => {
      const nature = say(row, column);
      const own = row.texts
        .map((each) => each.column)
        .filter((each) => each < left && (each !== column || nature === null));
      const [first] = own;
      for (const each of carried.keys()) if (first !== undefined && each >= first) carried.delete(each);
      for (const each of own) carried.set(each, row.text(each) ?? "");
      const next = rows[index + 1];
      // "Action 1" over "Prévu" and "Réalisé", in one column: each of them bears its name.
      const isOver = nature === null && own.includes(column) && next !== undefined && say(next, column) !== null;
      // "Écart", "Taux": what the two make, and no amount of either.
      const isNone = nature === null && announcesNoAmount(row.text(column) ?? "");
      if (isOver || isNone || (nature !== null && KINDS[nature] !== kind)) return row.without(0, row.right);
      return nature === null ? row : row.with(new Map<number, string | null>([[column, null], ...carried]));
    });
    return { ...header, grid: withRows(grid, kept) };
  };
  return { budget: only("budget"), execution: only("execution") };
}

/** The executed rows with what was planned in the rows of the same name; null where they are not the same rows. */
export function repeatPlanned(executed: TableauExecution, planned: TableauBudgetaire): TableauExecution | null {
  const isSame = executed.lignesAction.every(({ action }, index) => planned.lignesAction[index]?.action === action);
  if (!isSame || executed.lignesAction.length !== planned.lignesAction.length) return null;
  const again = ({ amounts }: Shows): readonly ShownAmount[] =>
    amounts.flatMap((amount) =>
      amount.year !== null && isPart(amount.column)
        ? { ...amount, column: `contractualise-${amount.column}` as const }
        : [],
    );
  const repeat = <Row extends Shows>(row: Row, of: Shows | null | undefined): Row =>
    of ? { ...row, amounts: [...row.amounts, ...again(of)] } : row;
  const total = totalOf(planned);
  return {
    ...executed,
    lignesAction: executed.lignesAction.map((ligne, index) => repeat(ligne, planned.lignesAction[index])),
    sommes: executed.sommes.map((somme) => (somme.of.kind === "total" ? repeat(somme, total) : somme)),
  };
}

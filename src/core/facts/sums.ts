// The sums that a table shows: a cell and the facts that it should add up. Totals, subtotals, totals over years, an action's total: one mechanism.
import { groupBy } from "../domain/group-by";
import { isSameSheet } from "xlsx-model/cell-ref";
import type { MontantCell } from "../domain/cells";
import { remember } from "../domain/remember";
import { isBeside, type ColumnRole } from "../domain/column-roles";
import type { AmountFact, PeriodFact, Row, YearFact } from "./fact";
import type { FactTable } from "./fact-tables";
import { groupKeyOf, groupOf, rowsUnder, type Group } from "./groups";

export interface Sum<Shown extends AmountFact = AmountFact> {
  readonly fact: Shown;
  /** Once each. */
  readonly addends: readonly YearFact[];
  /** Of an action's total: the other financing that belongs to it too. */
  readonly autres: readonly YearFact[];
  /** Of a row of sums, one of the parts: the same object for all that add the same. */
  readonly group: Group | null;
}

const NO_FACTS: readonly YearFact[] = [];

export const isYear = (fact: AmountFact): fact is YearFact => fact.year !== null;

const isPeriod = (fact: AmountFact): fact is PeriodFact => fact.year === null;

export const isInColumn = ({ ref }: MontantCell, { ref: { sheet, column } }: MontantCell): boolean =>
  ref.column === column && isSameSheet(ref.sheet, sheet);

/** The columns of both parties, whose sum the column is; null for a column of no such sum. */
function partsOf(column: ColumnRole): readonly [ColumnRole, ColumnRole] | null {
  if (column === "total") return ["etat", "collectivite"];
  return column === "contractualise-total" ? ["contractualise-etat", "contractualise-collectivite"] : null;
}

function sumOfAction(fact: YearFact): Sum<YearFact> | null {
  const { row, year, column } = fact;
  const [etat, collectivite] = partsOf(column)?.map((part) => row.at(year, part)[0]) ?? [];
  if (!etat || !collectivite) return null;
  const autres = column === "total" ? row.at(year, "autres") : NO_FACTS;
  return { fact, addends: [etat, collectivite], autres, group: null };
}

function sumOfRows(table: FactTable, fact: YearFact): Sum<YearFact> {
  const { row, year, column, cell } = fact;
  const key = groupKeyOf(row);
  if (key !== null && !isBeside(column)) {
    const group = groupOf(table, key, year, column);
    return { fact, addends: group.facts, autres: NO_FACTS, group };
  }
  const under = rowsUnder(table, row).flatMap((action) => action.at(year, column));
  // Of what may stand in several columns a total adds its own alone.
  const addends = isBeside(column) ? under.filter((addend) => isInColumn(addend.cell, cell)) : under;
  return { fact, addends, autres: NO_FACTS, group: null };
}

/** Of the years that the heading says, or of all that the row shows. */
function sumOfYears(fact: PeriodFact): Sum<PeriodFact> {
  const { row, column, span } = fact;
  const isIn = (year: number): boolean => span === null || (year >= span[0] && year <= span[1]);
  const addends = row.facts.filter(isYear).filter((each) => each.column === column && isIn(each.year));
  return { fact, addends, autres: NO_FACTS, group: null };
}

/** The sums of one year: of the actions first, then those of the axes, of the table and of some of its actions. */
export const yearSums = remember((table: FactTable): readonly Sum<YearFact>[] =>
  table.facts
    .filter(isYear)
    .flatMap((fact) => (fact.row.kind === "action" ? (sumOfAction(fact) ?? []) : sumOfRows(table, fact))),
);

/** Of every row: each of its totals over years. */
export const periodSums = remember((table: FactTable): readonly Sum<PeriodFact>[] =>
  table.rows.flatMap((row) => row.facts.filter(isPeriod).map(sumOfYears)),
);

const byRow = remember((table: FactTable) => groupBy(yearSums(table), ({ fact }) => fact.row));

const NO_SUMS: readonly Sum<YearFact>[] = [];

export const sumsOfRow = (table: FactTable, row: Row): readonly Sum<YearFact>[] => byRow(table).get(row) ?? NO_SUMS;

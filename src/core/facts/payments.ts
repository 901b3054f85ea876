// What the State has paid where no action says it: of an axe, of a whole year, of a row or a year that the contract does not have.
import { groupBy } from "../domain/group-by";
import type { Convention } from "../contract/convention";
import { remember } from "../domain/remember";
import type { ActionRow, Row, YearFact } from "./fact";
import type { FactTable } from "./fact-tables";
import { rowsUnder } from "./groups";
import { isYear } from "./sums";

type Paid = readonly [YearFact, ...YearFact[]];

export interface GlobalPayment {
  readonly year: number;
  /** Of an axe, or the TOTAL. */
  readonly row: Row;
  readonly facts: Paid;
}

/** A formula that adds empty cells says nothing. */
const isSaid = ({ cell, known }: YearFact): boolean =>
  cell.formula === null ? known.reason !== "missing" : known.value !== null && known.value !== 0;

const isEmpty = ({ known }: YearFact): boolean => known.reason === "missing";

const isFilled = (facts: readonly YearFact[]): facts is Paid => facts.length > 0;

/** The payments of a row by their year, in the order in which the table shows them. */
const paidByYear = ({ facts }: Row): ReadonlyMap<number, readonly YearFact[]> =>
  groupBy(facts.filter(isYear), ({ column, year }) => (column === "verse" ? year : undefined));

function paymentsOf(row: Row, under: (year: number) => readonly YearFact[]): GlobalPayment[] {
  return [...paidByYear(row)].flatMap(([year, shown]) => {
    const facts = shown.filter(isSaid);
    return isFilled(facts) && under(year).every(isEmpty) ? { year, row, facts } : [];
  });
}

/** Of the axes and of the year as a whole, where nothing stands in what they would add: no sums, but what the table says itself. */
export const globalPayments = remember((table: FactTable): readonly GlobalPayment[] => {
  const paidUnder = (row: Row, year: number): readonly YearFact[] =>
    rowsUnder(table, row).flatMap((action) => action.at(year, "verse"));
  const ofKind = (kind: Row["kind"]): readonly Row[] => table.rows.filter((row) => row.kind === kind);
  const axes = ofKind("axe").flatMap((row) => paymentsOf(row, (year) => paidUnder(row, year)));
  const total = ofKind("total").flatMap((row) =>
    paymentsOf(row, (year) => [
      ...paidUnder(row, year),
      ...axes.flatMap((axe) => (axe.year === year ? axe.facts : [])),
    ]),
  );
  return [...axes, ...total];
});

export interface PaymentBeyond {
  readonly year: number;
  readonly row: ActionRow;
  readonly facts: Paid;
}

/** Of rows that are no action of the contract, and of years that it does not have. */
export function paymentsBeyond({ annees }: Convention, { actions }: FactTable): readonly PaymentBeyond[] {
  const years = new Set(annees.map(({ annee }) => annee));
  return actions.flatMap((row) =>
    [...paidByYear(row)].flatMap(([year, shown]) => {
      const facts = shown.filter((fact) => !isEmpty(fact));
      return isFilled(facts) && (row.action === null || !years.has(year)) ? { year, row, facts } : [];
    }),
  );
}

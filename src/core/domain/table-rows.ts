// The rows of a table that show amounts, and what it is a table of.
import type { Shows } from "./amounts";
import type { LigneDeSommes, TableauBudgetaire } from "./tables";

/** Those of the actions first. */
export const shownRows = ({ lignesAction, sommes }: TableauBudgetaire): readonly Shows[] => [
  ...lignesAction,
  ...sommes,
];

/** The same table with other amounts in its rows. */
export const mapRows = (table: TableauBudgetaire, map: <Row extends Shows>(row: Row) => Row): TableauBudgetaire => ({
  ...table,
  lignesAction: table.lignesAction.map(map),
  sommes: table.sommes.map(map),
});

export const totalOf = ({ sommes }: Pick<TableauBudgetaire, "sommes">): LigneDeSommes | null =>
  sommes.find(({ of }) => of.kind === "total") ?? null;

/** The subtotal of the axe with that index in `lignesAxe`. */
export const sousTotalOf = ({ sommes }: Pick<TableauBudgetaire, "sommes">, axe: number): LigneDeSommes | null =>
  sommes.find(({ of }) => of.kind === "axe" && of.index === axe) ?? null;

/** A table of totals over the years, apart from the tables of the years. */
export const isCumulOnly = ({ annees }: TableauBudgetaire): boolean => annees.length === 0;

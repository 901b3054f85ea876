// Which columns of a heading are the contract's amounts and which are executed; and of several plans, the one that counts.
import { besideOf } from "../../domain/column-roles";
import { foldText } from "../../domain/words/label";
import type { Header } from "../headings/header";
import type { ValueColumn } from "../headings/scopes";
import { firstOfEach } from "./group-rows";

export interface SplitColumns {
  readonly budget: readonly ValueColumn[];
  readonly execution: readonly ValueColumn[];
  /** Where several plans stand side by side, those that do not count. */
  readonly aside: readonly ValueColumn[];
  /** French sentences: which of several plans side by side was taken. */
  readonly notes: readonly string[];
  /** All of `budget` stands again in `execution`, beside what was executed. */
  readonly isRepeated: boolean;
}

/** "Initial" is what was signed first: of two plans that say "contracted" alike, an avenant changed that one. */
type Plan = "contracted" | "forecast" | "modified" | "initial";

const NAMES: Readonly<Record<Plan, string>> = {
  contracted: "contractualisé ou prévu",
  forecast: "prévisionnel",
  modified: "modifié",
  initial: "initial",
};

const INITIAL = /\b(?:initia(?:l|le|ux)|avant avenant)\b/;

function planOf({ nature, heading, yearHeading, column }: ValueColumn, { grid }: Header): Plan | "unsaid" {
  const words = [grid.row(heading.row)?.text(column), grid.row(yearHeading.row)?.text(yearHeading.column)];
  if (nature === "contracted") return words.some((text) => INITIAL.test(foldText(text ?? ""))) ? "initial" : nature;
  return nature === "forecast" || nature === "modified" ? nature : "unsaid";
}

/** What the parties signed first; what an avenant modified once there is one, what was planned as long as there is none. */
const orderOf = (isAmended: boolean): readonly (Plan | "unsaid")[] =>
  isAmended
    ? ["contracted", "modified", "initial", "unsaid", "forecast"]
    : ["contracted", "initial", "unsaid", "forecast", "modified"];

function takeOnePlan(
  header: Header,
  columns: readonly ValueColumn[],
  isAmended: boolean,
): Omit<SplitColumns, "execution" | "isRepeated"> {
  const order = orderOf(isAmended);
  const rankOf = (column: ValueColumn): number => order.indexOf(planOf(column, header));
  const keyOf = ({ annee, part }: ValueColumn): string => `${annee ?? ""}/${part ?? ""}`;
  const budget = columns.filter((column) =>
    columns.every((other) => keyOf(other) !== keyOf(column) || rankOf(other) >= rankOf(column)),
  );
  const aside = columns.filter((column) => !budget.includes(column));
  if (aside.length === 0) return { budget, aside, notes: [] };
  const name = (list: readonly ValueColumn[]): string => {
    const plans = new Set(list.map((column) => planOf(column, header)));
    return [...plans].map((plan) => (plan === "unsaid" ? "sans autre mention" : `« ${NAMES[plan]} »`)).join(", ");
  };
  const taken = budget.filter((column) => aside.some((other) => keyOf(other) === keyOf(column)));
  const why = isAmended ? "un avenant est en vigueur" : "aucun avenant n’est en vigueur";
  return {
    budget,
    aside,
    notes: [
      `Plusieurs montants côte à côte pour une même part : les colonnes ${name(taken)} ont été comparées au contrat (${why}), les colonnes ${name(aside)} laissées de côté.`,
    ],
  };
}

/** "Payé" over the local party too is what was spent, not what the State paid. */
function sayPaid(columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const isSpent = columns.some(({ nature, part }) => nature === "paid" && part !== "etat" && part !== null);
  return columns.map((column) => (isSpent && column.nature === "paid" ? { ...column, nature: "executed" } : column));
}

/** "Contractualisé | Exécuté État | Exécuté Métropole": of no party, it says again what was contracted in all. */
function sayRepeated(columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const isExecuted = (annee: ValueColumn["annee"]): boolean =>
    columns.some((column) => column.annee === annee && column.nature === "executed");
  return columns.map((column) =>
    column.nature === "contracted" && column.part === null && isExecuted(column.annee)
      ? { ...column, isRepeated: true }
      : column,
  );
}

const isPart = ({ part }: ValueColumn): boolean => part === "etat" || part === "collectivite";

/**
 * "Réalisé État | Réalisé Métropole | CAF | Total": what says nothing beside executed parts of its year is executed too, where
 * none is planned, or where those that are say so and stand all before: "Contractualisé État | Réalisé État | CAF".
 */
function sayExecuted(columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const dated = columns.filter(({ annee, nature }) => annee !== "periode" && !besideOf(nature) && nature !== null);
  const areExecuted = dated.length > 0 && dated.every(({ nature }) => nature === "executed");
  return columns.map((column) => {
    if (column.nature !== null) return column;
    // A total of years that are all executed.
    if (column.annee === "periode" && areExecuted) return { ...column, nature: "executed" };
    const ofYear = columns.filter(({ annee }) => annee === column.annee);
    const executed = ofYear.filter(({ nature }) => nature === "executed");
    const first = Math.min(...executed.filter(isPart).map((other) => other.column));
    const planned = ofYear.filter((other) => isPart(other) && !besideOf(other.nature) && !executed.includes(other));
    const areBefore = planned.every((other) => other.nature !== null && other.column < first);
    const isPlanned = planned.length > 0 && !(areBefore && column.column > first);
    const isTaken = column.part !== "autres" && executed.some(({ part }) => part === column.part);
    return isPlanned || isTaken || !executed.some(isPart) ? column : { ...column, nature: "executed" };
  });
}

/** What each party was to give, beside what it executed in the same year: told again where another table is the budget. */
function repetitionsOf(budget: readonly ValueColumn[], execution: readonly ValueColumn[]): readonly ValueColumn[] {
  const executed = new Set(execution.filter(({ nature }) => nature === "executed").map(({ annee }) => annee));
  return budget
    .filter(
      ({ annee, nature, part }) =>
        (nature === "contracted" || nature === "modified") && part !== "autres" && executed.has(annee),
    )
    .map((column) => ({ ...column, isRepeated: true }));
}

/** Payments of a year add up, each under words of its own: the same words twice are the same payment. */
const payOnce = ({ grid }: Header, columns: readonly ValueColumn[]): readonly ValueColumn[] =>
  firstOfEach(columns, ({ nature, annee, column, heading }) => {
    const words = grid.row(heading.row)?.text(column) ?? `${column}`;
    return besideOf(nature) ? `${annee ?? ""}/${foldText(words)}` : column;
  });

/** A column that says nothing is what the title says, unless executed columns stand beside it. */
export function splitColumns(header: Header, isTitledExecution: boolean, isAmended: boolean): SplitColumns {
  const columns = payOnce(header, sayExecuted(sayRepeated(sayPaid(header.columns))));
  const saysExecution = columns.some(({ nature }) => nature === "executed");
  const isUnsaidExecuted = isTitledExecution && !saysExecution;
  const planned: ValueColumn[] = [];
  const execution: ValueColumn[] = [];
  for (const column of columns) {
    const isExecuted = column.nature === null ? isUnsaidExecuted : column.nature === "executed";
    if (isExecuted || besideOf(column.nature) || column.isRepeated) execution.push(column);
    else planned.push(column);
  }
  // What was paid or contracted is read beside what was executed; alone it makes no table.
  const isExecution = execution.some(({ nature, isRepeated }) => !besideOf(nature) && !isRepeated);
  const plan = takeOnePlan(header, planned, isAmended);
  const repeated = isExecution ? repetitionsOf(plan.budget, execution) : [];
  // Totals over the years without the years are no budget.
  const isDated = plan.budget.some(({ annee }) => annee !== "periode");
  return {
    ...plan,
    budget: isDated || !isExecution ? plan.budget : [],
    execution: isExecution ? [...execution, ...repeated] : [],
    isRepeated: repeated.length > 0 && repeated.length === plan.budget.length,
  };
}

// What findings say of one fact: its identity in their ids, and its place in words.
import type { Convention } from "../contract/convention";
import type { Subject } from "../domain/subject";
import type { Colonne } from "../domain/tables";
import { isPart, repeatedPart, roleOf, type ColumnRole } from "../domain/column-roles";
import type { AmountFact } from "./fact";
import type { FactTable } from "./fact-tables";
import { namePart } from "./lines/budget-lines";

/** Part of a finding's id: it stays from one version to the next, for people's reasons stand beside it. */
export interface Identity {
  readonly subject: Subject;
  readonly key?: string;
}

export const joinKeys = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined).join("-");

/** Of payments and of other financing a year names no party; a total over years does. */
function partyOf({ year, column }: AmountFact): Colonne | null {
  const { kind, party } = roleOf(column);
  return (kind !== "beside" || year === null) && party !== "autres" ? party : null;
}

/** What tells the column from the parts of the row. */
export function wordOf({ year, column, rank }: AmountFact): string | null {
  const again = rank > 1 ? `${rank}` : null;
  const word = isPart(column) ? null : year !== null && repeatedPart(column) ? "contractualise" : column;
  return joinKeys(year === null ? "periode" : null, word, again) || null;
}

export function locateFact({ key }: Pick<FactTable, "key">, fact: AmountFact): Identity {
  const { row, year } = fact;
  const party = partyOf(fact);
  const own = joinKeys(row.ligne.key, wordOf(fact), key);
  return {
    subject: { ...row.ligne.place, ...(year !== null && { year }), ...(party && { party }) },
    ...(own !== "" && { key: own }),
  };
}

/** "part État", "contractualisé, part État", "versé par l’État". */
export function nameColumn(convention: Convention, column: ColumnRole): string {
  if (isPart(column)) return namePart(convention, column);
  const { nom = "" } = roleOf(column);
  const part = repeatedPart(column);
  return part === null || part === "total" ? nom : `${nom}, ${namePart(convention, part)}`;
}

/** "Tableau d’exécution, Action 1 – 2025 – part Métropole": of the budget table without its name. */
export function placeFact(
  convention: Convention,
  { key, nom }: Pick<FactTable, "key" | "nom">,
  fact: AmountFact,
): string {
  const own = `${fact.row.ligne.nom} – ${fact.year ?? "total des années"} – ${nameColumn(convention, fact.column)}`;
  return key === null ? own : `${nom}, ${own}`;
}

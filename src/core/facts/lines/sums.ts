// Sums over the rows of a table of amounts, where they stand; what cannot be read makes the sum unknown.
import { showsContracted } from "../../domain/contrat/contracted-cells";
import type { Colonne, LigneAxe, MontantCell, TableauBudgetaire } from "../../domain/dossier";
import { namesUnreadable, type Lecture } from "../lecture";
import type { Montant } from "../../domain/values/montant";
import { formatListe } from "../../domain/words/format";
import { describeRowsNotRecognised } from "./demandes";
import { colonneOf } from "../bands";
import type { ActionRow } from "../fact";
import type { Group } from "../groups";

/** Says in French why a sum is unknown; no names when the compared cell itself is unreadable. */
export function unreadableReason(place: string, noms: readonly string[]): string {
  if (noms.length === 0) return `${place} : le montant est illisible.`;
  return `${place} : montant illisible (${formatListe(noms.slice(0, 3))}${noms.length > 3 ? "…" : ""}).`;
}

export type SommeComparee =
  | { readonly kind: "tenue" }
  /** French. */
  | { readonly kind: "inconnue"; readonly pourquoi: string }
  | { readonly kind: "ecart"; readonly found: Montant | null; readonly expected: Montant };

const TENUE = { kind: "tenue" } as const;

/** A displayed sum against the rows that it should add; rows that were not understood leave it unknown. */
export function compareSomme(lecture: Lecture, cell: MontantCell, group: Group, place: string): SommeComparee {
  const shown = lecture.montant(cell);
  if (shown.reason === "unreadable") return { kind: "inconnue", pourquoi: unreadableReason(place, []) };
  const sum = lecture.somme(group);
  if (sum.value === null) return { kind: "inconnue", pourquoi: unreadableReason(place, namesUnreadable(group)) };
  const found = shown.reason === null ? shown.value : null;
  const expected = sum.value;
  if (found === expected || (found === null && expected === 0)) return sansLignesInconnues(group.table.tableau, place);
  return { kind: "ecart", found, expected };
}

/** What holds without rows that were not understood is not known to hold with them. */
export function sansLignesInconnues(tableau: TableauBudgetaire, place: string): SommeComparee {
  const unknown = describeRowsNotRecognised(tableau);
  return unknown === null ? TENUE : { kind: "inconnue", pourquoi: `${place} : ${unknown}.` };
}

/** Whether every row shows exactly the contract's amount there. */
export const areAsContracted = ({ facts }: Group): boolean =>
  facts.every((fact) => showsContracted(fact.cell, fact.row.action, fact.year, colonneOf(fact)));

/** Whether a row of an action shows exactly the contract's amount in that year and part. */
export function isRowAsContracted(row: ActionRow, year: number, colonne: Colonne): boolean {
  const [fact] = row.at(year, colonne);
  return fact !== undefined && showsContracted(fact.cell, row.action, year, colonne);
}

/** The headings above rows that are no axe of the contract. */
export function unnamedHeadings({ lignesAction, lignesAxe }: TableauBudgetaire): readonly LigneAxe[] {
  const used = new Set(lignesAction.map(({ ligneAxe }) => ligneAxe));
  return lignesAxe.filter(({ axe }, index) => axe === null && used.has(index));
}

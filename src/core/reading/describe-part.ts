// What is told of one of the ranges that a table was read from.
import type { PlageLue, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";

type Tableau = TableauBudgetaire | TableauIndicateurs;

/** The years of the table, with those of the achieved values. */
export function yearsOf(table: Tableau): number[] {
  const achieved = "anneesRealisees" in table ? table.anneesRealisees : [];
  return [...new Set([...table.annees, ...achieved].map(({ annee }) => annee))].sort((a, b) => a - b);
}

export function describePart(part: Tableau): PlageLue {
  const { range, heading, lignesAction, lignesIgnorees, notes = [] } = part;
  const own =
    "lignesIndicateur" in part
      ? { unit: "€" as const, axes: 0, indicateurs: part.lignesIndicateur.length }
      : { unit: part.unit, axes: part.lignesAxe.length, indicateurs: 0 };
  return { range, heading, annees: yearsOf(part), actions: lignesAction.length, ...own, lignesIgnorees, notes };
}

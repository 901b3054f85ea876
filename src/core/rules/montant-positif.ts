// No amount of the budget table is negative.
import { amountCells, describe, locate } from "../domain/budget-lines";
import { montantFromCentimes } from "../domain/montant";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "montant-positif",
    article: "–",
    severity: "warning",
    title: "Aucun montant n’est négatif",
    needs: ["budget"],
    messages: {
      negatif: { text: "{place} : {found}, alors qu’un montant est d’au moins {expected} (écart {gap})." },
    },
  },
  check({ convention, budget }, reporter) {
    for (const { ligne, annee, colonne, cell } of amountCells(budget)) {
      if (cell.lu.kind !== "montant" || cell.lu.montant >= 0) continue;
      reporter.discrepancy({
        message: "negatif",
        ...locate(ligne, annee, colonne),
        cells: [cell.ref],
        figures: { unit: "montant", found: cell.lu.montant, expected: montantFromCentimes(0) },
        data: { place: describe(convention, ligne, annee, colonne) },
      });
    }
  },
});

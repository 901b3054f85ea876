// No amount of the tables is negative.
import { amountCells } from "../domain/lines/amount-cells";
import { montantFromCentimes } from "../domain/values/montant";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "montant-positif",
    article: "–",
    severity: "warning",
    title: "Aucun montant n’est négatif",
    needs: ["budget"],
    needsContract: false,
    messages: {
      negatif: { text: "{place} : {found}, alors qu’un montant est d’au moins {expected} (écart {gap})." },
    },
  },
  check(dossier, reporter) {
    for (const { cell, situate } of amountCells(dossier)) {
      if (cell.lu.kind !== "montant" || cell.lu.montant >= 0) continue;
      const { place, identity } = situate();
      reporter.discrepancy({
        message: "negatif",
        ...identity,
        cells: [cell.ref],
        figures: { unit: "montant", found: cell.lu.montant, expected: montantFromCentimes(0) },
        data: { place },
      });
    }
  },
});

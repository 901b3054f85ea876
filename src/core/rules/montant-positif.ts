// No amount of the tables is negative.
import { montantFromCentimes } from "../domain/values/montant";
import { slug } from "../domain/words/typographie";
import { compareReadAmounts } from "./compare-amounts";
import { defineRule, HOLDS, slipOf } from "./rule";

export default defineRule({
  meta: {
    id: "montant-positif",
    article: "–",
    severity: "warning",
    title: "Aucun montant n’est négatif",
    compares: "montant",
    needs: ["budget"],
    needsContract: false,
    messages: {
      negatifs: { text: "{table} : {found} montants sont négatifs." },
      negatif: { text: "{place} : {found}, alors qu’un montant est d’au moins {expected} (écart {gap})." },
    },
  },
  compare(dossier, asked) {
    compareReadAmounts(dossier, asked, ({ montant }, cellule, situees) => {
      if (montant >= 0) return HOLDS;
      return () => {
        const { table } = situees;
        const { place, identity } = situees.situate(cellule);
        return {
          message: "negatif",
          ...identity,
          cells: [cellule.cell.ref],
          figures: { unit: "montant", found: montant, expected: montantFromCentimes(0) },
          data: { place },
          slip: slipOf(`negatifs-${slug(table)}`, "negatifs", { table }),
        };
      };
    });
  },
});

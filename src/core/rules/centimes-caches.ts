// No amount has more than two decimals, which the format of the cell would hide and a sum would add.
import { setTo } from "../domain/correction";
import { slug } from "../domain/words/typographie";
import { toEuros } from "../domain/values/montant";
import { DECIMALES } from "../domain/values/unite";
import { compareReadAmounts } from "./compare-amounts";
import { defineRule, HOLDS, slipOf } from "./rule";

export default defineRule({
  meta: {
    id: "centimes-caches",
    article: "–",
    severity: "info",
    title: "Aucun montant n’a plus de deux décimales",
    compares: "montant",
    needs: ["budget"],
    needsContract: false,
    messages: {
      souvent: {
        text: "{table} : {found} montants ont plus de deux décimales, aucun ne devrait en avoir. Leur format peut les cacher.",
      },
      "trop-de-decimales": {
        text: "{place} : la cellule contient {found} au lieu de {expected} (écart {gap}), des décimales que son format peut cacher.",
      },
    },
  },
  compare(dossier, asked) {
    compareReadAmounts(dossier, asked, ({ montant, euros }, cellule, situees) => {
      if (euros === undefined) return HOLDS;
      return () => {
        const { table } = situees;
        const { cell } = cellule;
        const { ref, formula } = cell;
        const { place, identity } = situees.situate(cellule);
        const unit = situees.unit(cellule);
        const rounded = `=ROUND(${formula?.slice(1) ?? ""},${DECIMALES[unit]})`;
        return {
          message: "trop-de-decimales",
          ...identity,
          cells: [ref],
          figures: { unit: "euros", found: euros, expected: toEuros(montant) },
          data: { place },
          correction: setTo(cell, montant),
          slip: slipOf(`montants-${slug(table)}`, "souvent", { table }),
          fix: [formula === null ? { cell: ref, montant, unit } : { cell: ref, formula: rounded }],
        };
      };
    });
  },
});

// No amount has more than two decimals, which the format of the cell would hide and a sum would add.
import { setTo } from "../domain/correction";
import { amountCells } from "../domain/lines/amount-cells";
import { slug } from "../domain/words/typographie";
import { toEuros } from "../domain/values/montant";
import { DECIMALES } from "../domain/values/unite";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

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
    const all = amountCells(dossier);
    for (const situees of all) {
      const { table } = situees;
      asked.compareEach(
        situees.cellules,
        (cellule) => situees.situate(cellule).place,
        (cellule, lecture) => {
          const { cell } = cellule;
          const lu = lecture.montant(cell);
          if (lu.kind === "unreadable")
            return notComparable(`${situees.situate(cellule).place} : le montant est illisible.`);
          if (lu.kind === "missing" || lu.euros === undefined) return HOLDS;
          const { montant, euros } = lu;
          return () => {
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
        },
      );
    }
    if (all.length === 0) asked.nothing("Les tableaux ne portent aucun montant.");
  },
});

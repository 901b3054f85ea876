// No amount has more than two decimals, which the format of the cell would hide and a sum would add.
import { amountCells } from "../domain/lines/amount-cells";
import { toEuros } from "../domain/values/montant";
import { defineRule } from "./rule";

/** Decimals of a figure in the unit of its table, to the centime. */
const DECIMALS = { "€": 2, "k€": 5, "M€": 8 } as const;

export default defineRule({
  meta: {
    id: "centimes-caches",
    article: "–",
    severity: "info",
    title: "Aucun montant n’a plus de deux décimales",
    needs: ["budget"],
    needsContract: false,
    messages: {
      "trop-de-decimales": {
        text: "{place} : la cellule contient {found} au lieu de {expected} (écart {gap}), des décimales que son format peut cacher.",
      },
    },
  },
  check(dossier, reporter) {
    for (const { cell, unit: unitOf, situate } of amountCells(dossier)) {
      const { lu, ref, formula } = cell;
      if (lu.kind !== "montant" || lu.euros === undefined) continue;
      const { place, identity } = situate();
      const unit = unitOf();
      const rounded = `=ROUND(${formula?.slice(1) ?? ""},${DECIMALS[unit]})`;
      reporter.discrepancy({
        message: "trop-de-decimales",
        ...identity,
        cells: [ref],
        figures: { unit: "euros", found: lu.euros, expected: toEuros(lu.montant) },
        data: { place },
        fix: [formula === null ? { cell: ref, montant: lu.montant, unit } : { cell: ref, formula: rounded }],
      });
    }
  },
});

// No amount has more than two decimals, which the format of the cell would hide and a sum would add.
import { setTo } from "../facts/corrected-fact";
import { slug } from "../domain/words/typographie";
import { toEuros, type Montant } from "../domain/values/montant";
import { DECIMALES } from "../domain/values/unite";
import type { CelluleSituee } from "../facts/lines/amount-cells";
import { compareReadAmounts } from "./compare-amounts";
import { defineRule, HOLDS, slipOf, type Report, type RuleMeta } from "./rule";

const meta = {
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
} as const satisfies RuleMeta;

const finer = (euros: number, montant: Montant, cellule: CelluleSituee) => (): Report<typeof meta> => {
  const { table } = cellule;
  const { cell } = cellule;
  const { ref, formula } = cell;
  const { place, identity } = cellule.situate();
  const unit = cellule.unit;
  const rounded = `=ROUND(${formula?.slice(1) ?? ""},${DECIMALES[unit]})`;
  return {
    message: "trop-de-decimales",
    ...identity,
    cells: [ref],
    figures: { unit: "euros", found: euros, expected: toEuros(montant) },
    data: { place },
    corrected: setTo(cell, montant),
    slip: slipOf(`montants-${slug(table)}`, "souvent", { table }),
    fix: [formula === null ? { cell: ref, montant, unit } : { cell: ref, formula: rounded }],
  };
};

export default defineRule({
  meta,
  compare(dossier, asked) {
    compareReadAmounts(dossier, asked, ({ montant, euros }, cellule) =>
      euros === undefined ? HOLDS : finer(euros, montant, cellule),
    );
  },
});

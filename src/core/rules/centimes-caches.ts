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
  articles: [],
  severity: "info",
  title: "Aucun montant n’a plus de deux décimales",
  problem: "Décimales cachées par le format",
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
  page: {
    contrat:
      "Les montants du contrat sont en euros et en centimes. Une décimale de plus ne se paie pas, mais elle s’additionne : le total affiché peut alors différer de la somme des montants affichés.",
    verifie: [
      "Chaque montant du tableau budgétaire, du tableau d’exécution (versements de l’État compris) et de l’imputation des crédits, une fois appliquée l’unité (k€, M€), tient en euros et centimes. Le bruit de calcul inférieur à 0,000001 € est ignoré.",
      "Trois montants ou plus d’un même tableau sont un seul écart.",
    ],
    conforme: "64 999,99 € ; 132,5 dans un tableau en k€, soit 132 500,00 €.",
    ecart: [
      {
        message: "trop-de-decimales",
        figures: { unit: "euros", found: 65000.004, expected: 65000 },
        data: { place: "Action 1 – 2024 – part État" },
      },
    ],
    corriger:
      "La correction proposée arrondit au centime : le nombre s’il est saisi, `ARRONDI` autour de la formule sinon. Un total qui additionne des montants à arrondir se règle souvent avec eux.",
    limites:
      "La vérification compare toujours les montants arrondis au centime ; cette règle dit seulement que la cellule en contient davantage.",
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
    compareReadAmounts(dossier, asked, (montant, cellule, { euros }) =>
      euros === undefined ? HOLDS : finer(euros, montant, cellule),
    );
  },
});

// No amount of the tables is negative.
import { montantFromEuros, ZERO, type Montant } from "../domain/values/montant";
import { slug } from "../domain/words/typographie";
import type { CelluleSituee } from "../facts/lines/amount-cells";
import { compareReadAmounts } from "./compare-amounts";
import { defineRule, HOLDS, slipOf, type Report, type RuleMeta } from "./rule";

const meta = {
  id: "montant-positif",
  articles: [],
  severity: "warning",
  title: "Aucun montant n’est négatif",
  problem: "Montant négatif",
  compares: "montant",
  needs: ["budget"],
  needsContract: false,
  messages: {
    negatifs: { text: "{table} : {found} montants sont négatifs." },
    negatif: { text: "{place} : {found}, alors qu’un montant est d’au moins {expected} (écart {gap})." },
  },
  page: {
    contrat: "Aucun article ne traite des montants négatifs ; un engagement se compte en montants positifs ou nuls.",
    verifie:
      "Chaque montant des lignes d’action, des sous-totaux et de la ligne TOTAL, dans le tableau budgétaire et dans le tableau d’exécution, versements de l’État compris, et dans l’imputation des crédits, est d’au moins 0,00 €.",
    conforme: "0,00 € pour une action qui n’est pas financée une année.",
    ecart: [
      {
        message: "negatif",
        figures: { unit: "montant", found: montantFromEuros(-0.01), expected: montantFromEuros(0) },
        data: { place: "Action 1 – 2024 – part État" },
      },
    ],
    corriger: "Corrigez le signe, ou justifiez l’écart s’il s’agit d’une reprise de crédits.",
    limites: "La règle ne dit pas pourquoi un total est négatif : voyez d’abord les montants des actions.",
  },
} as const satisfies RuleMeta;

const negatif = (found: Montant, cellule: CelluleSituee) => (): Report<typeof meta> => {
  const { table } = cellule;
  const { place, identity } = cellule.situate();
  return {
    message: "negatif",
    ...identity,
    cells: [cellule.cell.ref],
    figures: { unit: "montant", found, expected: ZERO },
    data: { place },
    slip: slipOf(`negatifs-${slug(table)}`, "negatifs", { table }),
  };
};

export default defineRule({
  meta,
  compare(dossier, asked) {
    compareReadAmounts(dossier, asked, (montant, cellule) => (montant >= 0 ? HOLDS : negatif(montant, cellule)));
  },
});

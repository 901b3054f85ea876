// No amount of the tables is negative.
import { montantFromCentimes, type Montant } from "../domain/values/montant";
import { slug } from "../domain/words/typographie";
import type { CelluleSituee } from "../facts/lines/amount-cells";
import { compareReadAmounts } from "./compare-amounts";
import { defineRule, HOLDS, slipOf, type Report, type RuleMeta } from "./rule";

const meta = {
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
} as const satisfies RuleMeta;

const negatif = (found: Montant, cellule: CelluleSituee) => (): Report<typeof meta> => {
  const { table } = cellule;
  const { place, identity } = cellule.situate();
  return {
    message: "negatif",
    ...identity,
    cells: [cellule.cell.ref],
    figures: { unit: "montant", found, expected: montantFromCentimes(0) },
    data: { place },
    slip: slipOf(`negatifs-${slug(table)}`, "negatifs", { table }),
  };
};

export default defineRule({
  meta,
  compare(dossier, asked) {
    compareReadAmounts(dossier, asked, ({ montant }, cellule) => (montant >= 0 ? HOLDS : negatif(montant, cellule)));
  },
});

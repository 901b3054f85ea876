// Each subtotal of an axe is the sum of the actions that stand under it.
import { describe, locate, nameActionRows, nameAxeRows, yearsToCheck } from "../domain/budget-lines";
import { correctSum } from "../domain/correct-sum";
import { compareSums, groupByHeading, unreadableReason } from "../domain/sums";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "sous-total-axe",
    article: "2.2",
    severity: "error",
    title: "Le sous-total de chaque axe est la somme de ses actions",
    needs: ["budget"],
    messages: {
      faux: {
        text: "{place} : sous-total de {found} au lieu de {expected}, somme des actions de l’axe (écart {gap}).",
      },
      "non-renseigne": { text: "{place} : sous-total {found} au lieu de {expected}, somme des actions de l’axe." },
    },
  },
  check({ convention, budget }, reporter) {
    const axes = nameAxeRows(budget.lignesAxe);
    if (axes.every(({ ligne }) => ligne.sousTotal === null)) {
      reporter.notCheckable("Le tableau budgétaire n’a pas de sous-total par axe.");
      return;
    }
    const byHeading = groupByHeading(nameActionRows(budget.lignesAction));
    const years = yearsToCheck({ convention, budget }, (reason) => reporter.notCheckable(reason));
    for (const [index, axe] of axes.entries()) {
      if (!axe.ligne.sousTotal) continue;
      const rows = byHeading.get(index) ?? [];
      for (const { annee, colonne, cell, outcome } of compareSums(axe.ligne.sousTotal.montants, rows, years)) {
        const place = describe(convention, axe, annee, colonne);
        if (outcome.kind === "unreadable") {
          reporter.notCheckable(unreadableReason(place, outcome));
          continue;
        }
        const { found, expected, asContracted } = outcome;
        reporter.discrepancy({
          message: found === null ? "non-renseigne" : "faux",
          ...locate(axe, annee, colonne),
          cells: [cell.ref],
          figures: { unit: "montant", found, expected },
          data: { place },
          ...correctSum(convention, budget, cell, { found, expected, asContracted }),
        });
      }
    }
  },
});

// Each cell of the TOTAL row is the sum of the actions of the table.
import { describe, LIGNE_TOTAL, locate, nameActionRows, yearsToCheck } from "../domain/budget-lines";
import { correctSum } from "../domain/correct-sum";
import { compareSums, unreadableReason } from "../domain/sums";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "total-general",
    article: "2.2",
    severity: "error",
    title: "La ligne TOTAL est la somme des actions",
    needs: ["budget"],
    messages: {
      faux: { text: "{place} : {found} au lieu de {expected}, somme des actions du tableau (écart {gap})." },
      "non-renseigne": { text: "{place} : {found} au lieu de {expected}, somme des actions du tableau." },
    },
  },
  check({ convention, budget }, reporter) {
    if (!budget.total) {
      reporter.notCheckable("Le tableau budgétaire n’a pas de ligne TOTAL.");
      return;
    }
    const rows = nameActionRows(budget.lignesAction);
    const years = yearsToCheck({ convention, budget }, (reason) => reporter.notCheckable(reason));
    const shown = years.some(({ annee }) =>
      Object.values(budget.total?.montants.get(annee) ?? {}).some((cell) => cell && cell.lu.kind !== "missing"),
    );
    if (!shown) reporter.notCheckable("La ligne TOTAL ne porte aucun montant.");
    for (const { annee, colonne, cell, outcome } of compareSums(budget.total.montants, rows, years)) {
      const place = describe(convention, LIGNE_TOTAL, annee, colonne);
      if (outcome.kind === "unreadable") {
        reporter.notCheckable(unreadableReason(place, outcome));
        continue;
      }
      const { found, expected, asContracted } = outcome;
      reporter.discrepancy({
        message: found === null ? "non-renseigne" : "faux",
        ...locate(LIGNE_TOTAL, annee, colonne),
        cells: [cell.ref],
        figures: { unit: "montant", found, expected },
        data: { place },
        ...correctSum(convention, budget, cell, { found, expected, asContracted }),
      });
    }
  },
});

// What was executed beyond the contract's amount: legitimate, and said.
import { locate } from "../domain/lines/budget-lines";
import { contractAmount } from "../domain/contrat/contract-amounts";
import { describeExecuted, readActionCosts } from "../domain/lines/execution-lines";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "sur-execution",
    article: "–",
    severity: "info",
    title: "L’exécution ne dépasse pas le montant contractualisé",
    needs: ["execution"],
    messages: {
      "au-dessus": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}). Dépenser davantage est permis.{source}",
      },
    },
  },
  check(dossier, reporter) {
    const { convention } = dossier;
    const costs = readActionCosts(dossier, (reason) => reporter.notCheckable(reason));
    for (const { row, annee, action, cout } of costs) {
      const expected = contractAmount(action, annee, "total");
      if (cout.montant <= expected) continue;
      reporter.discrepancy({
        message: "au-dessus",
        ...locate(row, annee, "total"),
        cells: cout.cells,
        figures: { unit: "montant", found: cout.montant, expected },
        data: {
          place: describeExecuted(convention, row, annee, "total"),
          source: sourceDuChiffre(dossier.avenants, {
            kind: "montant",
            annee,
            action: action.numero,
            colonne: "total",
          }),
        },
      });
    }
  },
});

// The execution of each action in a closed year reaches the alert threshold, which is a setting.
import { closedYears } from "../domain/contrat/annees-closes";
import { locate } from "../domain/lines/budget-lines";
import { contractAmount } from "../domain/contrat/contract-amounts";
import { describeExecuted, readActionCosts } from "../domain/lines/execution-lines";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { formatPart } from "../domain/words/format";
import { formatTaux, isBelowShare } from "../domain/values/taux";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "sous-consommation",
    article: "2.2",
    severity: "warning",
    title: "L’exécution d’une année close atteint le seuil d’alerte réglé",
    needs: ["execution"],
    messages: {
      "sous-le-seuil": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}), soit {taux} ; seuil d’alerte réglé à {seuil}. À justifier auprès de l’État.{source}",
      },
    },
  },
  check(dossier, reporter) {
    const { convention } = dossier;
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    const years = new Set(closedYears(dossier, notCheckable));
    if (years.size === 0) return;
    const { alerteSousConsommation: seuil } = convention.reglages;
    for (const { row, annee, action, cout } of readActionCosts({ ...dossier, years }, notCheckable)) {
      const expected = contractAmount(action, annee, "total");
      if (!isBelowShare(cout.montant, expected, seuil)) continue;
      reporter.discrepancy({
        message: "sous-le-seuil",
        ...locate(row, annee, "total"),
        cells: cout.cells,
        figures: { unit: "montant", found: cout.montant, expected },
        data: {
          place: describeExecuted(convention, row, annee, "total"),
          taux: formatTaux(cout.montant, expected),
          seuil: formatPart(seuil),
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

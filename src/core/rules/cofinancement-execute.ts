// The local party has executed at least its minimum share of each action, each year that has begun.
import { locate } from "../domain/lines/budget-lines";
import { leastLocalPart } from "../domain/contrat/contract-amounts";
import { describeExecuted, readExecutions } from "../domain/lines/execution-lines";
import { formatPart } from "../domain/words/format";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "cofinancement-execute",
    article: "2.2",
    severity: "error",
    title: "La part exécutée de la collectivité atteint le minimum du contrat",
    needs: ["execution"],
    messages: {
      insuffisant: { text: "{place} : {found} pour un minimum de {expected} (il manque {distance})." },
      "insuffisant-a-ce-jour": {
        severity: "warning",
        text: "{place} : {found} à ce jour pour un minimum de {expected} (il manque {distance}). L’année n’est pas close.",
      },
    },
  },
  check(dossier, reporter) {
    const { convention } = dossier;
    const { seuil } = convention.cofinancement;
    if (seuil >= 1) {
      reporter.notCheckable(`Le seuil du contrat (${formatPart(seuil)}) n’admet aucune part État.`);
      return;
    }
    const executions = readExecutions(dossier, ["etat", "collectivite"], (reason) => reporter.notCheckable(reason));
    for (const { row, annee, isClosed, lus } of executions) {
      const found = lus.collectivite.montant;
      const expected = leastLocalPart(seuil, lus.etat.montant);
      if (found >= expected) continue;
      reporter.discrepancy({
        message: isClosed ? "insuffisant" : "insuffisant-a-ce-jour",
        ...locate(row, annee, "collectivite"),
        cells: lus.collectivite.cells,
        figures: { unit: "montant", found, expected },
        data: { place: describeExecuted(convention, row, annee, "collectivite") },
      });
    }
  },
});

// The executed Total of each action and year is the sum of its two executed parts.
import { locate } from "../domain/lines/budget-lines";
import { correctSum } from "../domain/explanations/correct-sum";
import { describeExecuted, nameExecuted, readExecutions } from "../domain/lines/execution-lines";
import { formatMontant } from "../domain/words/format";
import { addMontants } from "../domain/values/montant";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "execution-coherente",
    article: "2.2",
    severity: "error",
    title: "Le total exécuté de chaque action est la somme de ses deux parts exécutées",
    needs: ["execution"],
    messages: {
      faux: {
        text: "{place} : {found} au lieu de {expected}, somme de la part État exécutée ({etat}) et de la {partLocale} ({collectivite}) ; écart {gap}.",
      },
    },
  },
  check(dossier, reporter) {
    const { convention, execution } = dossier;
    const executions = readExecutions(dossier, ["etat", "collectivite", "total"], (reason) =>
      reporter.notCheckable(reason),
    );
    for (const { row, annee, lus } of executions) {
      const { etat, collectivite, total } = lus;
      const expected = addMontants(etat.montant, collectivite.montant);
      if (total.montant === expected) continue;
      const cell = row.ligne.montants.get(annee)?.total;
      reporter.discrepancy({
        message: "faux",
        ...locate(row, annee, "total"),
        cells: total.cells,
        figures: { unit: "montant", found: total.montant, expected },
        data: {
          place: describeExecuted(convention, row, annee, "total"),
          etat: formatMontant(etat.montant),
          partLocale: nameExecuted(convention, "collectivite"),
          collectivite: formatMontant(collectivite.montant),
        },
        ...(cell && correctSum(convention, execution, cell, { found: total.montant, expected, asContracted: null })),
      });
    }
  },
});

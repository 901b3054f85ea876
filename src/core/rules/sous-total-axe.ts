// Each subtotal of an axe is the sum of the actions that stand under it, contracted or executed.
import { askedSums, besideSums, groupSums, recapSums } from "../facts/asked-sums";
import { tablesOf } from "../facts/fact-tables";
import { judgePlainSum, judgeRecapSum, judgeSum } from "./judge-sum";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "sous-total-axe",
    article: "2.2",
    severity: "error",
    title: "Le sous-total de chaque axe est la somme de ses actions",
    compares: "total",
    needs: ["budget"],
    messages: {
      faux: {
        text: "{place} : sous-total de {found} au lieu de {expected}, somme des actions de l’axe (écart {gap}).",
      },
      groupe: { text: "{place} : {found} au lieu de {expected}, somme des actions au-dessus (écart {gap})." },
      "non-renseigne": { text: "{place} : sous-total {found} au lieu de {expected}, somme des actions de l’axe." },
      "sans-ligne": {
        text: "Sous-totaux des axes : {found} ne comptent pas {ligne}.",
      },
      "en-milliers": {
        text: "{nom} : {found} totaux sont mille fois plus petits que les sommes du tableau. Il paraît en k€ sans le dire : indiquez l’unité dans l’en-tête, ou saisissez les montants en euros.",
      },
    },
  },
  compare(dossier, asked) {
    const { convention } = dossier;
    const { amounts, recaps } = tablesOf(dossier);
    const { lignesAxe, totauxDeGroupe = [] } = dossier.budget;
    if ([...recaps, ...totauxDeGroupe].length === 0 && lignesAxe.every(({ sousTotal }) => sousTotal === null)) {
      asked.notDue("Aucun sous-total par axe n’a été reconnu dans le tableau budgétaire.");
    }
    for (const table of amounts) {
      for (const row of table.rows.filter(({ kind }) => kind === "axe")) {
        for (const sum of askedSums(convention, table, row)) asked.compare(sum.place, judgeSum(convention, table, sum));
        for (const sum of besideSums(convention, table, row)) asked.compare(sum.place, judgePlainSum(sum, table));
      }
      for (const sum of groupSums(convention, table)) {
        const judge = judgePlainSum(sum, table);
        asked.compare(sum.place, (lecture) => {
          const outcome = judge(lecture);
          if (typeof outcome !== "function") return outcome;
          return () => {
            const report = outcome();
            return report.message === "faux" ? { ...report, message: "groupe" } : report;
          };
        });
      }
    }
    for (const recap of recaps) {
      for (const sum of recapSums(convention, recap, "axe")) asked.compare(sum.place, judgeRecapSum(recap, sum));
    }
  },
});

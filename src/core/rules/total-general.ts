// Each cell of the TOTAL row is the sum of the actions of the table, contracted or executed.
import { askedSums, besideSums, recapSums } from "../facts/asked-sums";
import { tablesOf } from "../facts/fact-tables";
import { judgePlainSum, judgeRecapSum, judgeSum } from "./judge-sum";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "total-general",
    article: "2.2",
    severity: "error",
    title: "La ligne TOTAL est la somme des actions",
    compares: "total",
    needs: ["budget"],
    messages: {
      faux: { text: "{place} : {found} au lieu de {expected}, somme des actions du tableau (écart {gap})." },
      "non-renseigne": { text: "{place} : {found} au lieu de {expected}, somme des actions du tableau." },
      "sans-ligne": { text: "TOTAL : {found} totaux ne comptent pas {ligne}." },
      "en-milliers": {
        text: "{nom} : {found} totaux sont mille fois plus petits que les sommes du tableau. Il paraît en k€ sans le dire : indiquez l’unité dans l’en-tête, ou saisissez les montants en euros.",
      },
    },
  },
  compare(dossier, asked) {
    const { convention } = dossier;
    const { amounts, recaps } = tablesOf(dossier);
    if (!dossier.budget.total && recaps.every(({ tableau }) => !tableau.total)) {
      asked.notDue("Aucune ligne TOTAL n’a été reconnue dans le tableau budgétaire.");
    }
    for (const table of amounts) {
      for (const row of table.rows.filter(({ kind }) => kind === "total")) {
        for (const sum of askedSums(convention, table, row)) asked.compare(sum.place, judgeSum(convention, table, sum));
        for (const sum of besideSums(convention, table, row)) asked.compare(sum.place, judgePlainSum(sum, table));
      }
    }
    for (const recap of recaps) {
      for (const sum of recapSums(convention, recap, "total")) asked.compare(sum.place, judgeRecapSum(recap, sum));
    }
  },
});

// Each cell of the TOTAL row is the sum of the actions of the table, contracted or executed.
import { amountTables } from "../facts/lines/amount-tables";
import { besideSums } from "../facts/lines/beside-sums";
import { LIGNE_TOTAL } from "../facts/lines/budget-lines";
import { comparedSums } from "../facts/lines/displayed-sums";
import { recapSums, recapTables } from "../facts/lines/recap-sums";
import { judgeBesideSum, judgeRecapSum, judgeSum } from "./judge-sum";
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
    const recaps = recapTables(dossier);
    if (!dossier.budget.total && recaps.every(({ tableau }) => !tableau.total)) {
      asked.notDue("Aucune ligne TOTAL n’a été reconnue dans le tableau budgétaire.");
    }
    for (const table of amountTables(dossier)) {
      const { tableau } = table;
      if (!tableau.total) continue;
      for (const sum of comparedSums(convention, table, LIGNE_TOTAL, "total", tableau.total)) {
        asked.compare(sum.place, judgeSum(convention, table, sum));
      }
      for (const sum of besideSums(table, LIGNE_TOTAL, tableau.total, null)) {
        asked.compare(sum.place, judgeBesideSum(sum, table));
      }
    }
    for (const recap of recaps) {
      for (const sum of recapSums(dossier, recap, "total")) asked.compare(sum.place, judgeRecapSum(recap, sum));
    }
  },
});

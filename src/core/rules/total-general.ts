// Each cell of the TOTAL row is the sum of the actions of the table, contracted or executed.
import { amountTables } from "../domain/lines/amount-tables";
import { besideSums } from "../domain/lines/beside-sums";
import { LIGNE_TOTAL } from "../domain/lines/budget-lines";
import { comparedSums } from "../domain/lines/displayed-sums";
import { judgeBesideSum, judgeSum } from "./judge-sum";
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
    },
  },
  compare(dossier, asked) {
    const { convention } = dossier;
    if (!dossier.budget.total) asked.notDue("Aucune ligne TOTAL n’a été reconnue dans le tableau budgétaire.");
    for (const table of amountTables(dossier)) {
      const { tableau } = table;
      if (!tableau.total) continue;
      for (const sum of comparedSums(convention, table, LIGNE_TOTAL, "total", tableau.total.montants)) {
        asked.compare(sum.place, judgeSum(convention, table, sum));
      }
      for (const sum of besideSums(table, LIGNE_TOTAL, tableau.total, null)) {
        asked.compare(sum.place, judgeBesideSum(sum, table));
      }
    }
  },
});

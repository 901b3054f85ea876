// Each cell of the TOTAL row is the sum of the actions of the table, contracted or executed.
import { askedSums, besideSums, recapSums } from "../facts/asked-sums";
import { tablesOf } from "../facts/fact-tables";
import { montantFromEuros } from "../domain/values/montant";
import { totalOf } from "../domain/table-rows";
import { aboutSum, judgePlainSum, judgeRecapSum, judgeSum } from "./judge-sum";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "total-general",
    articles: ["financement"],
    severity: "error",
    title: "La ligne TOTAL est la somme des actions",
    problem: "TOTAL du tableau faux",
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
    page: {
      contrat:
        "L’annexe se termine par le total des engagements de chaque année ; il engage les parties autant que les montants qu’il additionne.",
      verifie:
        "Chaque cellule de la ligne TOTAL est la somme des lignes d’action du tableau, colonne par colonne, sans les sous-totaux. La colonne Total de la ligne TOTAL additionne les totaux affichés des actions. La ligne TOTAL du tableau d’exécution est vérifiée de même, sur les montants exécutés ; les totaux des autres financeurs et des versements de l’État le sont aussi, chacun dans sa colonne. Le TOTAL d’un récapitulatif par axe, sur une autre feuille ou plus bas, est comparé à la somme de toutes les actions.",
      conforme: "En 2024 : 665 000,00 € au total, dont 332 500,00 € pour chaque partie.",
      ecart: [
        {
          message: "faux",
          figures: { unit: "montant", found: montantFromEuros(1330000), expected: montantFromEuros(665000) },
          data: { place: "TOTAL – 2024 – Total" },
        },
      ],
      corriger:
        "Vérifiez que la formule couvre toutes les actions, une seule fois, et non les sous-totaux. L’explication dit laquelle manque ou compte double. La formule est proposée quand celle de la cellule est en défaut, ou quand un nombre remplace une formule ; pour un total saisi, le nombre l’est lorsque toutes les actions sont conformes au contrat.",
      limites:
        "Sans ligne TOTAL, ou quand elle ne porte aucun montant, la règle n’est pas vérifiable : « Actualiser les totaux » la remplit. Un montant illisible rend la colonne non vérifiable. Un tableau n’a qu’un TOTAL comparé : une autre ligne de total (« Total État », un second TOTAL) le complète là où il ne montre rien ; si elle dit autre chose, elle est nommée parmi ce qui n’a pas été comparé.",
    },
  },
  compare(dossier, asked) {
    const { convention } = dossier;
    const { amounts, recaps } = tablesOf(dossier);
    if (![dossier.budget, ...recaps.map(({ tableau }) => tableau)].some(totalOf)) {
      asked.notDue("Aucune ligne TOTAL n’a été reconnue dans le tableau budgétaire.");
    }
    for (const table of amounts) {
      for (const row of table.rows.filter(({ kind }) => kind === "total")) {
        for (const sum of askedSums(convention, table, row))
          asked.compare(aboutSum(sum, table), judgeSum(convention, table, sum));
        for (const sum of besideSums(convention, table, row))
          asked.compare(aboutSum(sum, table), judgePlainSum(sum, table));
      }
    }
    for (const recap of recaps) {
      for (const sum of recapSums(convention, recap, "total")) asked.compare(sum.place, judgeRecapSum(recap, sum));
    }
  },
});

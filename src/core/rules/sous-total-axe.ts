// Each subtotal of an axe is the sum of the actions that stand under it, contracted or executed.
import { askedSums, besideSums, groupSums, recapSums } from "../facts/asked-sums";
import { tablesOf } from "../facts/fact-tables";
import { montantFromEuros } from "../domain/values/montant";
import { aboutSum, judgePlainSum, judgeRecapSum, judgeSum } from "./judge-sum";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "sous-total-axe",
    articles: ["financement"],
    severity: "error",
    title: "Le sous-total de chaque axe est la somme de ses actions",
    problem: "Sous-total d’axe faux",
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
    page: {
      contrat:
        "Les engagements financiers se lisent par action et par axe ; un sous-total n’a de sens que s’il est la somme des actions de l’axe.",
      verifie: [
        "Chaque sous-total affiché, sur la ligne de l’axe ou sur une ligne à part (même sans le nom de l’axe, ou dans un récapitulatif juste sous le tableau, ou au bas de la feuille d’un axe), est la somme des lignes d’action placées sous cet axe, colonne par colonne. Un sous-total vide alors que les autres années de la même colonne sont remplies est un écart. Les sous-totaux du tableau d’exécution sont vérifiés de même, sur les montants exécutés ; ceux des autres financeurs et des versements de l’État le sont aussi, chacun dans sa colonne.",
        "Un axe peut porter aussi des totaux d’une partie de ses actions (« Sous-total volet A », « Total sous-axe 1.2 », ou « Sous-total » après chaque groupe) : chacun est la somme des actions placées au-dessus de lui, depuis le total précédent, et n’est pas pris pour celui de l’axe ou du tableau. Une formule qui reprend un tel total compte ses actions.",
        "Un récapitulatif (des totaux par axe loin des actions, sur une autre feuille ou plus bas sous ses propres intitulés) est comparé aux actions du tableau qu’il additionne, celui du budget ou celui de l’exécution. En k€, un montant peut y être arrondi à la moitié d’un millier d’euros. Des totaux mille fois plus petits, sans que rien ne dise k€, sont un seul écart.",
      ],
      conforme: "Axe 1, 2024 : 170 000,00 € pour 130 000,00 € et 40 000,00 €.",
      ecart: [
        {
          message: "faux",
          figures: { unit: "montant", found: montantFromEuros(85000), expected: montantFromEuros(84000) },
          data: { place: "Axe 1 – 2024 – part État" },
        },
      ],
      corriger:
        "Étendez la formule à toutes les lignes de l’axe. L’explication dit ce qui manque ou compte double. La formule est proposée quand celle de la cellule est en défaut, ou quand un nombre remplace une formule ; pour un sous-total saisi, le nombre l’est lorsque toutes les actions de l’axe sont conformes au contrat.",
      limites:
        "Un tableau sans sous-total n’est pas vérifiable, ni une ligne de sous-total sans aucun montant : « Actualiser les totaux » la remplit. Un montant illisible sous l’axe rend ce sous-total non vérifiable. Un second sous-total du même axe qui dit autre chose est nommé, et n’est pas comparé ; de même un récapitulatif sans intitulés après une ligne vide, quand le tableau a déjà ses lignes d’axe, un récapitulatif d’un seul axe ou d’années d’avant le contrat, et la ligne d’un récapitulatif qui n’est pas un axe du contrat, avec le total qui la compte. Ce qu’un récapitulatif montre d’autre (autres financeurs, versements, années hors du contrat, détails « dont… », second total) est nommé de même. Le total d’une partie des actions, seul sous son axe et suivi d’autres actions, est nommé et n’est pas comparé ; de même les totaux de groupe de plusieurs feuilles réunies, et ce qu’un tel total montre à côté des parts. « Actualiser les totaux » les laisse tels quels.",
    },
  },
  compare(dossier, asked) {
    const { convention } = dossier;
    const { amounts, recaps } = tablesOf(dossier);
    if (recaps.length === 0 && dossier.budget.sommes.every(({ of }) => of.kind === "total")) {
      asked.notDue("Aucun sous-total par axe n’a été reconnu dans le tableau budgétaire.");
    }
    for (const table of amounts) {
      for (const row of table.rows.filter(({ kind }) => kind === "axe")) {
        for (const sum of askedSums(convention, table, row))
          asked.compare(aboutSum(sum, table), judgeSum(convention, table, sum));
        for (const sum of besideSums(convention, table, row))
          asked.compare(aboutSum(sum, table), judgePlainSum(sum, table));
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

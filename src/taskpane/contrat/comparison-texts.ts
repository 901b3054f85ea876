// The French texts of « Comparer deux versions ».
import { accord } from "../../core/domain/words/accord";
import { formatNombre } from "../../core/domain/words/format";
import { cite } from "../../core/domain/words/typographie";

export const comparisonTexts = {
  title: "Comparer deux versions",
  intro:
    "Comparez ce classeur à celui de l’autre partie, à celui de l’an dernier ou à un procès-verbal que vous avez gardé : c’est ce qui prouve que rien n’y a changé.",
  choose: "Choisir l’autre classeur…",
  chooseAnother: "Choisir un autre classeur…",
  comparedTo: (reference: string) => `Référence : ${cite(reference)}.`,
  stale: "Le classeur a changé depuis cette comparaison.",
  shown: "Différences montrées",
  changing: (count: number) => `Changent le verdict (${formatNombre(count)})`,
  all: (count: number) => `Toutes (${formatNombre(count)})`,
  more: (count: number) => `Montrer ${accord(count, "autre différence", "autres différences")}`,
  absent: "absent",
  write: "Écrire la feuille « Comparaison »",
  written: (sheet: string) => `La feuille ${cite(sheet)} est écrite.`,
};

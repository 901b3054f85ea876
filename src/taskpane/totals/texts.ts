// The French texts of the tab « Totaux ».
import { accord } from "../../core/domain/words/accord";
import { NBSP } from "../../core/domain/words/format";
import { typographie } from "../../core/domain/words/typographie";

const sentence = (text: string): string => typographie(text);

export const texts = {
  title: "Totaux par axe",
  intro: sentence(
    "Les totaux des actions, les sous-totaux, la ligne TOTAL et les parts par axe deviennent des formules qui comptent chaque action une seule fois. Vous voyez d’abord ce qui changerait ; rien n’est écrit avant votre accord.",
  ),
  start: "Actualiser les totaux",
  startAgain: "Relire le classeur",
  stale: sentence(
    "Résultats périmés : le classeur a changé depuis cette lecture. Cliquez sur « Relire le classeur » pour la refaire.",
  ),
  nothingTitle: "Les totaux sont déjà des formules justes",
  nothing: (unchanged: number) =>
    unchanged === 0
      ? sentence("Aucune cellule de total à écrire dans les tableaux lus.")
      : sentence(`${accord(unchanged, "total vérifié", "totaux vérifiés")} : rien à modifier.`),
  nothingButBlocked: "Aucun total ne peut être actualisé pour l’instant",
  looked: (tables: readonly string[]) => sentence(`Lu : ${tables.join(" ; ")}.`),
  previewTitle: (count: number) => accord(count, "cellule à modifier", "cellules à modifier"),
  previewText: (count: number, unchanged: number) =>
    sentence(
      `${count < 2 ? "Elle sera remplacée" : "Elles seront remplacées"} par des formules ; les mises en forme restent.` +
        (unchanged > 0
          ? ` ${accord(unchanged, "autre total est déjà juste et ne change pas", "autres totaux sont déjà justes et ne changent pas")}.`
          : ""),
    ),
  replace: (count: number) => `Remplacer ${accord(count, "cellule")}`,
  cancel: "Renoncer",
  changedTitle: "Valeur modifiée",
  sameTitle: "Même valeur, en formule",
  columnBefore: "Avant",
  columnAfter: "Après",
  columnDifference: "Différence",
  goTo: (label: string, cell: string) => `${label}, aller à la cellule ${cell}`,
  noDifference: "–",
  hidden: "cellule masquée",
  more: (count: number) => `Afficher ${accord(count, "cellule", "cellules")} de plus`,
  blockedTitle: (count: number) => (count < 2 ? "À corriger d’abord" : `À corriger d’abord (${count})`),
  notesTitle: "À savoir",
  doneTitle: (count: number) => accord(count, "cellule modifiée", "cellules modifiées"),
  done: sentence("Les totaux suivent désormais vos montants. Dans un Excel récent, Ctrl+Z revient en arrière."),
  remarksTitle: "Reste à voir",
  resultTitle: "Par axe et par année",
  resultNone: sentence("Le classeur n’a pas de tableau budgétaire : il n’y a pas de synthèse par axe à montrer."),
  tableCaption: (annee: number) => `Montants ${annee} par axe, en euros`,
  axe: "Axe, part du total",
  etat: "État",
  total: "Total",
  contrat: (montant: string) => sentence(`État au contrat : ${montant},`),
  ecart: (montant: string) => `écart${NBSP}${montant}`,
  absent: "–",
  chartTitle: (annee: number, collectivite: string) =>
    sentence(
      `${annee} : parts État et ${collectivite} de chaque axe, avec le montant du contrat. Les mêmes chiffres sont dans le tableau.`,
    ),
  chartContract: "Montant de l’État au contrat",
} as const;

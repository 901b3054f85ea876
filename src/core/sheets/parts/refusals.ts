// What a workbook refuses, above all where it is protected, as sentences that say what to do; the same in Excel and on a file.
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import { formatListe, formatListeCourte, NBSP } from "../../domain/words/format";
import { capitalise } from "../../domain/words/typographie";

const quoted = (sheet: string) => `«${NBSP}${sheet}${NBSP}»`;
const UNPROTECT = "ôtez la protection (onglet Révision) puis relancez";

export const refusals = {
  sheetGone: (sheet: string) =>
    `La feuille ${quoted(sheet)} n’existe plus dans le classeur${NBSP}: elle a été supprimée ou renommée. Relancez la vérification.`,
  sheetHidden: (sheet: string) =>
    `La feuille ${quoted(sheet)} est masquée${NBSP}: affichez-la (clic droit sur un onglet, «${NBSP}Afficher${NBSP}»), puis recommencez.`,
  protectedHighlights: (sheet: string) =>
    `La feuille ${quoted(sheet)} est protégée${NBSP}: son surlignage n’a pas pu être modifié. Pour le mettre à jour, ${UNPROTECT}.`,
  protectedResultSheet: (sheet: string) =>
    `La feuille ${quoted(sheet)} est protégée${NBSP}: elle garde les résultats précédents. Pour la mettre à jour, ${UNPROTECT}.`,
  protectedStructure: (sheet: string) =>
    `La structure du classeur est protégée${NBSP}: la feuille ${quoted(sheet)} n’a pas pu être ajoutée. Pour l’obtenir, ${UNPROTECT}.`,
  /** `change` is what `changedSince` says. */
  changedMeanwhile: (change: string) =>
    `Le classeur a changé pendant l’opération${NBSP}: ${change}. Rien n’a été écrit${NBSP}; relancez.`,
  typedKept: (cells: readonly string[]) =>
    `Un texte a été saisi pendant l’écriture${NBSP}; il y est de nouveau, en ${formatListe(cells)}. Relancez pour qu’il compte.`,
  typedOver: (cell: string, text: string) =>
    `Un texte a été saisi en ${cell} pendant que la feuille était réécrite, et n’y est plus${NBSP}: ${quoted(text)}. Saisissez-le de nouveau.`,
  fillsGone: (sheet: string, cells: readonly { readonly row: number; readonly column: number }[]) =>
    `Une couleur donnée à des lignes de ${quoted(sheet)} qui n’y sont plus a été retirée (${formatListeCourte(
      [...new Set(cells.map(({ row }) => `ligne${NBSP}${row + 1}`))],
      5,
    )}).`,
  notReread: "Les cellules sont écrites, mais Excel n’a pas pu les relire. Relancez pour voir ce qui reste à faire.",
  undressed: (sheet: string) =>
    `La feuille ${quoted(sheet)} est complète${NBSP}; sa présentation (mise en page, volets figés) ne l’est peut-être pas. Relancez pour l’obtenir.`,
  neverDressed: (sheet: string) =>
    `La feuille ${quoted(sheet)} est complète${NBSP}; Excel refuse toujours sa présentation (mise en page, volets figés), et relancer n’y changera rien.`,
  unreadHighlights: (sheet: string) =>
    `Excel ne dit pas quelles mises en forme conditionnelles la feuille ${quoted(sheet)} porte${NBSP}: si elle est encore surlignée, relancez.`,
  refilled: (cells: readonly string[]) =>
    `Excel a recopié une formule dans d’autres cellules du tableau${NBSP}: ${formatListe(cells)}. Leur contenu a été remis comme il était.`,
  /** The other sheets are not written either, since only some of the totals would then be right. */
  protectedCells: (sheets: readonly string[]) =>
    sheets.length < 2
      ? `La feuille ${quoted(sheets[0] ?? "")} est protégée${NBSP}: rien n’a été modifié. Pour actualiser ses totaux, ${UNPROTECT}.`
      : `Les feuilles ${formatListe(sheets.map(quoted))} sont protégées${NBSP}: rien n’a été modifié. Pour actualiser leurs totaux, ${UNPROTECT}.`,
  /** Whatever the annexes are called: none of them is added. */
  protectedAgainstAnnexes: `La structure du classeur est protégée${NBSP}: aucune feuille ne peut y être ajoutée. Pour insérer une annexe, ${UNPROTECT}.`,
  contractAtCell: `La feuille «${NBSP}Contrat${NBSP}» est toujours une feuille à elle seule${NBSP}: rien n’a été inséré. Demandez-la dans une nouvelle feuille.`,
  severalAtCell: (sheets: number) =>
    `Cette demande fait ${sheets} feuilles, qui ne peuvent pas aller à une seule cellule${NBSP}: rien n’a été inséré. Demandez une seule annexe, une seule année ou une seule action, ou de nouvelles feuilles.`,
  mistakenContract: (cell: CellRef, message: string) =>
    `Les paramètres du contrat comportent une erreur en ${formatCellRef(cell)}${NBSP}: aucune annexe n’a été insérée. ${capitalise(message)}`,
  /** `named` says how many, and of which fields. */
  openQuestions: (named: string) =>
    `La définition du contrat n’est pas achevée${NBSP}: ${named}. Rien n’a été scellé ni inséré. Répondez d’après le contrat signé, puis retirez ces questions de la définition.`,
  mistakenContractOfReport: (cell: CellRef, message: string) =>
    `Les paramètres du contrat comportent une erreur en ${formatCellRef(cell)}${NBSP}: aucun bilan n’a été établi. ${capitalise(message)}`,
  /** Whatever the sheets of the report are called: none of them is written, for a report in part would be a wrong one. */
  protectedAgainstReport: `La structure du classeur est protégée${NBSP}: les feuilles du bilan ne peuvent y être ajoutées. Pour établir le bilan, ${UNPROTECT}.`,
  protectedReport: (sheets: readonly string[]) =>
    sheets.length < 2
      ? `La feuille ${quoted(sheets[0] ?? "")} est protégée${NBSP}: le bilan n’a pas été écrit. Pour l’établir, ${UNPROTECT}.`
      : `Les feuilles ${formatListe(sheets.map(quoted))} sont protégées${NBSP}: le bilan n’a pas été écrit. Pour l’établir, ${UNPROTECT}.`,
} as const;

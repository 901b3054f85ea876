// The French texts of the tab « Annexes ».
import { formatListe, formatNombre } from "../../core/domain/words/format";
import { ANNEXES, TAILLES_GARDEES, type AnnexeKind } from "../../core/sheets/annexes/annexe-request";
import type { NumeroAction } from "../../core/domain/values/numero-action";

/** One annexe, or all of them. */
export type Wanted = AnnexeKind | "toutes";

const TOUTES = {
  titre: "Toutes les annexes qui manquent",
  description: "Chacune sur sa feuille ; ce que le classeur a déjà n’est pas inséré une seconde fois.",
};

const wordsOf = (wanted: Wanted) => (wanted === "toutes" ? TOUTES : ANNEXES[wanted]);

const quoted = (sheets: readonly string[]): string => formatListe(sheets.map((sheet) => `« ${sheet} »`));

/** More names than this are not read. */
const MANY = 3;

export const annexeTexts = {
  question: "Annexe à insérer",
  title: (wanted: Wanted) => wordsOf(wanted).titre,
  description: (wanted: Wanted) => wordsOf(wanted).description,
  intro: "Chaque annexe est préremplie d’après le contrat en vigueur. Une fois insérée, elle est à vous.",
  sousTotaux: "Avec un sous-total par axe",
  realises: "Avec une colonne « Réalisé » par année",
  annee: "Année",
  everyYear: "Toutes les années",
  action: "Action",
  everyMissing: "Toutes celles qui n’ont pas de fiche",
  actionOption: (
    { numero, intitule }: { readonly numero: NumeroAction; readonly intitule: string },
    hasFiche: boolean,
  ) => `${numero} ${intitule}${hasFiche ? " (a déjà sa fiche)" : ""}`,
  place: "Emplacement",
  newSheets: "Nouvelle feuille",
  selectedCell: "À la cellule sélectionnée",
  onlyNewSheets: {
    execution: "À la cellule sélectionnée : choisissez d’abord une année.",
    fiches: "À la cellule sélectionnée : choisissez d’abord une action.",
    contrat: "La feuille « Contrat » est toujours une feuille à elle seule.",
    toutes: "Plusieurs annexes demandent plusieurs feuilles.",
  } satisfies Partial<Record<Wanted, string>>,
  present: (sheets: readonly string[]) =>
    sheets.length > MANY
      ? `Déjà dans le classeur : ${formatNombre(sheets.length)} feuilles`
      : `Déjà dans le classeur : ${sheets.length > 1 ? "feuilles" : "feuille"} ${quoted(sheets)}`,
  insert: "Insérer",
  againTitle: "Le classeur l’a déjà",
  againWhat: (wanted: Wanted, sheets: readonly string[]) =>
    `${wordsOf(wanted).titre} : ${sheets.length > 1 ? "feuilles" : "feuille"} ${quoted(sheets)}. Avec deux tableaux des mêmes chiffres, la vérification s’arrête tant que vous n’avez pas dit lequel compte.`,
  again: "Insérer quand même",
  keep: "Ne pas insérer",
  inserted: (sheets: readonly string[]) =>
    sheets.length < 2
      ? `L’annexe a été insérée dans la nouvelle feuille ${quoted(sheets)}.`
      : `${formatNombre(sheets.length)} feuilles ont été insérées : ${quoted(sheets)}.`,
  insertedAt: (sheets: readonly string[]) =>
    `L’annexe a été insérée à la cellule sélectionnée de la feuille ${quoted(sheets)}. ${TAILLES_GARDEES}`,
} as const;

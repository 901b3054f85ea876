// The French texts of the tab « Annexes ».
import { formatListe, formatNombre } from "../../core/domain/words/format";
import { TAILLES_GARDEES, type AnnexeKind } from "../../core/writing/annexes/annexe-request";
import type { AnnexeChoices } from "../../usecases/annexe-choices";

/** One annexe, or all of them. */
export type Wanted = AnnexeKind | "toutes";

const WANTED: Readonly<Record<Wanted, readonly [title: string, description: string]>> = {
  budget: [
    "Tableau budgétaire",
    "Montants de l’État et de la collectivité par action et par année, totaux en formules.",
  ],
  indicateurs: ["Suivi des indicateurs", "Actions et indicateurs, situation de départ (T0) et cibles de chaque année."],
  execution: ["Exécution budgétaire", "Contractualisé, exécuté, taux, écart et justification : une feuille par année."],
  fiches: ["Fiches action", "Objectifs, pilotage, partenaires, indicateurs et budget : une feuille par action."],
  imputation: [
    "Imputation des crédits",
    "Programme, action, code d’activité et montant par axe (article 3), date de versement.",
  ],
  echeancier: [
    "Échéancier",
    "Avenant annuel, rapports, dénonciation, fin du contrat : date due et date de réalisation.",
  ],
  contrat: ["Contrat", "Paramètres du contrat et avenants, que la vérification lit. Une seule par classeur."],
  toutes: ["Toutes les annexes", "Sauf la feuille « Contrat » et les fiches que le classeur a déjà."],
};

const quoted = (sheets: readonly string[]): string => formatListe(sheets.map((sheet) => `« ${sheet} »`));

export const annexeTexts = {
  question: "Annexe à insérer",
  title: (wanted: Wanted) => WANTED[wanted][0],
  description: (wanted: Wanted) => WANTED[wanted][1],
  intro: "Chaque annexe est préremplie d’après le contrat en vigueur. Une fois insérée, elle est à vous.",
  sousTotaux: "Avec un sous-total par axe",
  realises: "Avec une colonne « Réalisé » par année",
  annee: "Année",
  everyYear: "Toutes les années",
  action: "Action",
  everyMissing: "Toutes celles qui n’ont pas de fiche",
  actionOption: ({ numero, intitule, hasFiche }: AnnexeChoices["actions"][number]) =>
    `${formatNombre(numero)} ${intitule}${hasFiche ? " (a déjà sa fiche)" : ""}`,
  place: "Emplacement",
  newSheets: "Nouvelle feuille",
  selectedCell: "À la cellule sélectionnée",
  onlyNewSheets: {
    execution: "À la cellule sélectionnée : choisissez d’abord une année.",
    fiches: "À la cellule sélectionnée : choisissez d’abord une action.",
    contrat: "La feuille « Contrat » est toujours une feuille à elle seule.",
    toutes: "Plusieurs annexes demandent plusieurs feuilles.",
  } satisfies Partial<Record<Wanted, string>>,
  insert: "Insérer",
  inserted: (sheets: readonly string[]) =>
    sheets.length < 2
      ? `L’annexe a été insérée dans la nouvelle feuille ${quoted(sheets)}.`
      : `${formatNombre(sheets.length)} feuilles ont été insérées : ${quoted(sheets)}.`,
  insertedAt: (sheets: readonly string[]) =>
    `L’annexe a été insérée à la cellule sélectionnée de la feuille ${quoted(sheets)}. ${TAILLES_GARDEES}`,
} as const;

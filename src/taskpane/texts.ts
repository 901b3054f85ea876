// Every French text of the pane, in one place.
import { formatDate, formatListe, formatNombre } from "../core/domain/words/format";
import type { ReadTable, TableChoice } from "../core/verification";
import type { Step } from "../usecases/verify-workbook";
import type { Job, Tab } from "./session";

/** French counts from two on as plural. */
function count(number: number, one: string, many: string): string {
  return `${formatNombre(number)} ${number < 2 ? one : many}`;
}

const TABLE_WORDS: Readonly<Record<ReadTable["kind"], string>> = {
  budget: "Tableau budgétaire",
  execution: "Tableau d’exécution",
  indicators: "Tableau des indicateurs",
  fiche: "Fiche action",
  imputation: "Imputation budgétaire",
  contract: "Paramètres du contrat",
  deadlines: "Échéances",
};

const STEPS: Readonly<Record<Step, string>> = {
  read: "Lecture du classeur…",
  check: "Vérification…",
  write: "Écriture des résultats dans le classeur…",
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const texts = {
  /** Excel already shows the add-in's name above the pane. */
  title: "Contrat local des solidarités",
  tabs: "Parties du volet",
  tab: {
    verify: "Vérifier",
    contrat: "Contrat",
    annexes: "Annexes",
    totals: "Totaux",
    reports: "Rapports",
    aide: "Aide",
  } satisfies Record<Tab, string>,
  loadingTab: "Chargement…",
  verify: "Vérifier",
  /** `date` is French. */
  asOf: (date: string) => `au ${date}`,
  clear: "Effacer le surlignage",
  dateLabel: "Date de vérification",
  dateToCorrect: "date à corriger",
  nameLabel: "Votre nom",
  nameHint:
    "Écrit dans « Écarts » avec la vérification, et proposé pour signer un motif. Gardé sur ce poste seulement.",
  dateToday: "Date du jour, modifiable",
  dateChosen: "Autre date que celle du jour",
  dateInvalid:
    "La date de vérification n’est pas une date entre 2000 et 2099 : corrigez-la, ou effacez-la pour prendre la date du jour.",
  backToToday: "Revenir à la date du jour",

  officeMissing:
    "La bibliothèque de compléments d’Excel n’a pas pu être chargée depuis appsforoffice.microsoft.com. Vérifiez la connexion au réseau, puis fermez et rouvrez le volet. Sur un réseau fermé, vérifiez le fichier dans la page autonome.",
  notInExcel:
    "Cette page est un volet d’Excel : elle ne fait rien seule dans un navigateur. Ouvrez le classeur dans Excel, puis cliquez sur « Vérifier » dans l’onglet Contrat.",
  excelTooOld:
    "Cette version d’Excel est trop ancienne pour ce complément : il faut Excel 2021 ou plus récent, Excel pour Microsoft 365 ou Excel sur le web. Demandez la mise à jour à votre service informatique.",

  step: (step: Step) => STEPS[step],
  job: {
    verify: "Préparation…",
    clear: "Effacement du surlignage…",
    correct: "Correction…",
    justify: "Écriture dans la feuille « Écarts »…",
    annexe: "Insertion en cours…",
    avenant: "Lecture de l’avenant…",
    totals: "Actualisation des totaux…",
    report: "Préparation du rapport…",
  } satisfies Record<Job, string>,
  stop: "Arrêter",
  stopping: "Arrêt à la fin de cette étape…",
  stopped: "Vérification arrêtée : aucun résultat n’a été écrit dans le classeur.",
  waitingForCell: "Excel attend : validez la cellule en cours de saisie (touche Entrée).",
  cleared: "Le surlignage des écarts a été effacé. Vos couleurs et vos mises en forme sont inchangées.",
  filesMissing:
    "Une partie du complément n’a pas pu être chargée. Vérifiez la connexion au réseau, puis cliquez de nouveau sur « Vérifier ».",
  partMissing:
    "Cette partie du complément n’a pas pu être chargée. Vérifiez la connexion au réseau, puis cliquez sur « Réessayer ».",
  tryAgain: "Réessayer",
  unexpected:
    "Le complément a rencontré une erreur imprévue. Relancez ; si l’erreur revient, enregistrez le classeur, fermez-le, rouvrez-le, puis signalez-la à votre service informatique.",
  loadingResults: "Affichage des résultats…",

  privacy: "Rien n’est envoyé hors de ce poste : le classeur est lu et vérifié ici.",

  stale: "Résultats périmés : le classeur a changé depuis la vérification.",
  verifyAgain: "Vérifier à nouveau",
  refusalsTitle: "Tout n’a pas pu être écrit dans le classeur. Les résultats ci-dessous restent valables.",

  verifiedAt: (at: Date, asOf: string) => {
    const time = `${String(at.getHours()).padStart(2, "0")} h ${String(at.getMinutes()).padStart(2, "0")}`;
    return `Vérifié à ${time}, à la date du ${formatDate(asOf)}.`;
  },
  cellSelected: (cell: string, sheet: string) => `Cellule ${cell} sélectionnée, feuille « ${sheet} ».`,
  resultBelow: "Terminé. Le résultat est plus bas dans le volet.",
  finished: (verdict: string) => `Vérification terminée. ${verdict}`,

  readTitle: "Ce qui a été lu",
  readNothing: "Aucun tableau du contrat n’a été reconnu dans les feuilles visibles.",
  tableName: (table: ReadTable) => TABLE_WORDS[table.kind],
  tableSummary: (table: ReadTable) => {
    const parts = [
      // Deadlines are of no action.
      table.kind === "deadlines" ? null : count(table.actions, "action", "actions"),
      table.axes === undefined ? null : count(table.axes, "axe", "axes"),
      table.indicators === undefined ? null : count(table.indicators, "indicateur", "indicateurs"),
      yearSpan(table.years),
      table.unit === undefined || table.unit === "€" ? null : `montants en ${table.unit}`,
    ];
    return parts.filter((part) => part !== null).join(", ");
  },
  ignoredRows: (number: number) => count(number, "ligne ignorée", "lignes ignorées"),
  ignoredRow: (row: number, text: string) => `Ligne ${row} : ${text || "sans texte"}`,

  unreadLine: (place: string, reason: string) => `${place} : ${reason}`,
  unreadTitle: "Non lu :",

  choiceQuestion: (kind: TableChoice["kind"]) => `Quel ${lowerFirst(TABLE_WORDS[kind])} faut-il vérifier ?`,
  choiceWhy: (number: number) =>
    `Le classeur en contient ${formatNombre(number)} pour les mêmes années. Votre choix sera gardé dans le classeur.`,
  choiceMade: (kind: TableChoice["kind"]) => `${TABLE_WORDS[kind]} : votre choix`,
  choiceKept: "Le classeur en contient d’autres pour les mêmes années : ils ne sont pas vérifiés.",
  choiceChange: "Changer de tableau",
  candidateSummary: ({ actions, years }: TableChoice["candidates"][number]) =>
    [count(actions, "action", "actions"), yearSpan(years)].filter((part) => part !== null).join(", "),
  candidateChosen: "Tableau vérifié",
  chooseTable: "Vérifier ce tableau",
  chooseTableAt: (sheet: string, range: string) => `Vérifier ce tableau : feuille ${sheet}, plage ${range}`,

  article: (article: string) => {
    if (article === "–") return "forme";
    return /^\d/.test(article) ? `art. ${article}` : article;
  },
  goTo: (cell: string) => `Aller à la cellule ${cell}`,
  cells: (number: number, sheet: string | null) =>
    `${number < 2 ? "Cellule" : "Cellules"}${sheet === null ? "" : ` de « ${sheet} »`} :`,
  moreCells: (number: number) => `et ${count(number, "autre cellule", "autres cellules")}`,

  notCheckableTitle: "Règles non vérifiées",
  partlyChecked: "vérifiée en partie, avec des écarts",
  noReason: "Raison inconnue.",
  heldTitle: "Règles respectées",
  beyondTitle: "Ce qu’aucun calcul ne peut vérifier",
} as const;

/** "2024-2027"; years that do not follow each other are listed. */
function yearSpan(years: readonly number[]): string | null {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first === last) return String(first);
  return last - first === years.length - 1 ? `${first}-${last}` : formatListe(years.map(String));
}

// Every French text of the pane, in one place.
import { formatDate, formatListe, formatNombre } from "../core/domain/words/format";
import type { ReadTable, TableChoice, Verification } from "../core/verification";
import type { Step } from "../usecases/verify-workbook";
import type { FindingKind } from "./verify/filter";
import type { Job, Tab } from "./session";

/** French counts from two on as plural. */
function count(number: number, one: string, many: string): string {
  return `${formatNombre(number)} ${number < 2 ? one : many}`;
}

const KIND_WORDS: Readonly<Record<FindingKind, readonly [one: string, many: string]>> = {
  error: ["erreur", "erreurs"],
  warning: ["avertissement", "avertissements"],
  info: ["information", "informations"],
  justified: ["écart justifié", "écarts justifiés"],
};

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

function kindCount(kind: FindingKind, number: number): string {
  return count(number, ...KIND_WORDS[kind]);
}

function consequenceCount(number: number): string {
  return count(number, "conséquence d’un autre écart", "conséquences d’un autre écart");
}

function ruleCount(number: number): string {
  return count(number, "règle", "règles");
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const texts = {
  /** Excel already shows the add-in's name above the pane. */
  title: "Contrat local des solidarités",
  tabs: "Parties du volet",
  tab: { verify: "Vérifier", annexes: "Annexes", totals: "Totaux", reports: "Rapports" } satisfies Record<Tab, string>,
  loadingTab: "Chargement…",
  verify: "Vérifier",
  clear: "Effacer le surlignage",
  dateLabel: "Date de vérification",
  dateToday: "Date du jour, modifiable",
  dateChosen: "Autre date que celle du jour",
  dateInvalid:
    "La date de vérification n’est pas une date entre 2000 et 2099 : corrigez-la, ou effacez-la pour prendre la date du jour.",
  backToToday: "Revenir à la date du jour",

  officeMissing:
    "La bibliothèque de compléments d’Excel n’a pas pu être chargée depuis appsforoffice.microsoft.com. Vérifiez la connexion au réseau, puis fermez et rouvrez le volet. Sur un réseau fermé, vérifiez le fichier sans Excel, par la ligne de commande.",
  notInExcel:
    "Cette page est un volet d’Excel : elle ne fait rien seule dans un navigateur. Ouvrez le classeur dans Excel, puis cliquez sur « Vérifier » dans l’onglet Contrat.",
  excelTooOld:
    "Cette version d’Excel est trop ancienne pour ce complément : il faut Excel 2021 ou plus récent, Excel pour Microsoft 365 ou Excel sur le web. Demandez la mise à jour à votre service informatique.",

  step: (step: Step) => STEPS[step],
  job: {
    verify: "Préparation…",
    clear: "Effacement du surlignage…",
    annexe: "Insertion en cours…",
    totals: "Actualisation des totaux…",
    report: "Préparation du rapport…",
  } satisfies Record<Job, string>,
  waitingForCell: "Excel attend : validez la cellule en cours de saisie (touche Entrée).",
  cleared: "Le surlignage des écarts a été effacé. Vos couleurs et vos mises en forme sont inchangées.",
  contractTitle: "Contrat",
  contractBuiltIn:
    "Sans feuille « Contrat » dans le classeur, c’est le contrat intégré au complément qui sert. Insérez-la pour y enregistrer les avenants, les échéances tenues ou un autre contrat : elle est la dernière des annexes.",
  contractInWorkbook:
    "C’est la feuille « Contrat » du classeur qui sert. Elle est à vous : la vérification la lit et ne la réécrit jamais.",
  openAnnexes: "Aller aux annexes",
  filesMissing:
    "Une partie du complément n’a pas pu être chargée. Vérifiez la connexion au réseau, puis cliquez de nouveau sur « Vérifier ».",
  partMissing:
    "Cette partie du complément n’a pas pu être chargée. Vérifiez la connexion au réseau, puis cliquez sur « Réessayer ».",
  tryAgain: "Réessayer",
  unexpected: (detail: string) =>
    `Le complément a rencontré une erreur imprévue. Relancez la vérification ; si l’erreur revient, transmettez ce détail à votre service informatique : ${detail}`,
  loadingResults: "Affichage des résultats…",

  emptyTitle: "Aucune vérification dans ce volet",
  emptyText:
    "Ouvrez le classeur du contrat, puis cliquez sur « Vérifier ». Les cellules en écart seront surlignées, et les feuilles « Écarts » et « Synthèse par axe » seront créées ou mises à jour. Vos valeurs et vos couleurs ne sont pas modifiées.",
  emptyKept: "Les résultats d’une vérification précédente restent dans ces deux feuilles.",
  privacy: "Rien n’est envoyé hors de ce poste : le classeur est lu et vérifié ici.",

  stale: "Résultats périmés : le classeur a changé depuis la vérification.",
  verifyAgain: "Vérifier à nouveau",
  refusalsTitle: "Tout n’a pas pu être écrit dans le classeur. Les résultats ci-dessous restent valables.",

  verifiedAt: (at: Date, asOf: string) => {
    const time = `${String(at.getHours()).padStart(2, "0")} h ${String(at.getMinutes()).padStart(2, "0")}`;
    return `Vérifié à ${time}, à la date du ${formatDate(asOf)}.`;
  },
  /** The same counts as the report and the « Écarts » sheet. */
  verdictFindings: (summary: Verification["summary"]) => {
    const kinds = (["error", "warning", "info"] as const).filter((kind) => summary[kind] > 0);
    const among = [
      ...(summary.consequences > 0 ? [consequenceCount(summary.consequences)] : []),
      ...(summary.justified > 0 ? [count(summary.justified, "écart justifié", "écarts justifiés")] : []),
    ];
    const total = formatListe(kinds.map((kind) => kindCount(kind, summary[kind])));
    return among.length > 0 ? `${total}, dont ${formatListe(among)}` : total;
  },
  verdictNone: "Aucun écart trouvé",
  verdictPartial: (number: number) =>
    number < 2
      ? "Une règle n’a pas pu être vérifiée entièrement : voir la raison plus bas."
      : `${ruleCount(number)} n’ont pas pu être vérifiées entièrement : voir les raisons plus bas.`,
  verdictAllHeld: (number: number) => `Les ${ruleCount(number)} vérifiables par le calcul sont respectées.`,
  verdictNothingChecked: "Aucune règle n’a pu être vérifiée",
  resultBelow: "Terminé. Le résultat est plus bas dans le volet.",
  finished: (verdict: string) => `Vérification terminée. ${verdict}.`,

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

  unread: (sheets: readonly string[]) =>
    `${sheets.length < 2 ? "Feuille masquée, non lue" : "Feuilles masquées, non lues"} : ${formatListe(sheets.map((sheet) => `« ${sheet} »`))}.`,

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

  findingsTitle: "Écarts",
  filterLegend: "Filtrer les écarts",
  all: "Tous",
  kindCount,
  kindName: (kind: FindingKind) => {
    const [word] = KIND_WORDS[kind];
    return kind === "justified" ? "Justifié" : word.charAt(0).toUpperCase() + word.slice(1);
  },
  actionFilter: "Action",
  allActions: "Toutes les actions",
  actionOption: (action: number | "none", number: number) =>
    `${action === "none" ? "Hors action" : `Action ${action}`} (${count(number, "écart", "écarts")})`,
  shown: (number: number, total: number) =>
    number === total
      ? count(total, "écart", "écarts")
      : `${formatNombre(number)} sur ${count(total, "écart", "écarts")}`,
  noneMatches: "Aucun écart ne correspond à ce filtre.",
  resetFilter: "Afficher tous les écarts",
  /** "1 écart", "1 écart et 4 conséquences". */
  findingCount: (number: number, consequences: number) => {
    const findings = count(number, "écart", "écarts");
    return consequences === 0 ? findings : `${findings} et ${count(consequences, "conséquence", "conséquences")}`;
  },
  alsoCauses: "Entraîne aussi :",
  alsoCausesOf: (message: string) => `Entraîné par : ${message}`,
  article: (article: string) => {
    if (article === "–") return "forme";
    return /^\d/.test(article) ? `art. ${article}` : article;
  },
  goTo: (cell: string) => `Aller à la cellule ${cell}`,
  cells: (number: number, sheet: string | null) =>
    `${number < 2 ? "Cellule" : "Cellules"}${sheet === null ? "" : ` de « ${sheet} »`} :`,
  moreCells: (number: number) => `et ${count(number, "autre cellule", "autres cellules")}`,
  causedBy: (message: string | null) =>
    message === null ? "Découle d’un autre écart." : `Se réglera en corrigeant cet autre écart : ${message}`,
  justification: (text: string, by: string | null, on: string | null) => {
    const signature = [by, on && /^\d{4}-/.test(on) ? formatDate(on) : on].filter(Boolean).join(", ");
    return `Justification : ${text}${signature && ` (${signature})`}`;
  },
  showMore: (number: number) => `Afficher ${formatNombre(number)} de plus`,

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

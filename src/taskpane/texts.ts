// The French texts that every part of the pane needs; those of a part stand beside it.
import type { Qui } from "../core/domain/registre";
import type { Step } from "../usecases/verify-workbook";
import type { DOCUMENTS, Job, TABS } from "./session";

const STEPS: Readonly<Record<Step, string>> = {
  read: "Lecture du classeur…",
  check: "Vérification…",
  write: "Écriture des résultats dans le classeur…",
};

export const texts = {
  /** Excel already shows the add-in's name above the pane. */
  title: "Contrat local des solidarités",
  tabs: "Parties du volet",
  tab: { verify: "Écarts", contrat: "Contrat", documents: "Documents" } satisfies Record<(typeof TABS)[number], string>,
  documents: { annexes: "Annexes", totals: "Totaux", reports: "Rapports" } satisfies Record<
    (typeof DOCUMENTS)[number],
    string
  >,
  aide: "Aide",
  settings: "Réglages",
  settingsWhat: "nom, date, surlignage, aide",
  loadingTab: "Chargement…",
  verify: "Vérifier",
  /** Of who works here: initials and party; the date where it is not today's. */
  seat: ({ name, party }: Qui, date: string | null) =>
    [name.replace(/(\p{L})[^\s-]*[\s-]*/gu, "$1"), party && (party === "etat" ? "État" : "coll."), date && `au ${date}`]
      .filter(Boolean)
      .join(" · "),
  dateToCorrect: "date à corriger",
  dateInvalid:
    "La date de vérification n’est pas une date entre 2000 et 2099 : corrigez-la, ou effacez-la pour prendre la date du jour.",

  officeMissing:
    "La bibliothèque de compléments d’Excel n’a pas pu être chargée depuis appsforoffice.microsoft.com. Vérifiez la connexion au réseau, puis fermez et rouvrez le volet. Sur un réseau fermé, vérifiez le fichier dans la page autonome.",
  notInExcel:
    "Cette page est un volet d’Excel : elle ne fait rien seule dans un navigateur. Ouvrez le classeur dans Excel, puis cliquez sur « Vérifier » dans l’onglet Contrat.",
  excelTooOld:
    "Cette version d’Excel est trop ancienne pour ce complément : il faut Excel 2021 ou plus récent, Excel pour Microsoft 365 ou Excel sur le web. Demandez la mise à jour à votre service informatique ; en attendant, vérifiez le fichier dans la page autonome.",

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
  waitingForCell: "Excel ne répond pas encore. Si une saisie est en cours, validez la cellule (touche Entrée).",
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
  hide: "Masquer",
  refusalsTitle: "Tout n’a pas pu être écrit dans le classeur.",

  cellSelected: (cell: string, sheet: string) => `Cellule ${cell} sélectionnée, feuille « ${sheet} ».`,
  resultBelow: "Terminé. Le résultat est plus bas dans le volet.",
  finished: (verdict: string) => `Vérification terminée. ${verdict}`,

  goTo: (cell: string) => `Aller à la cellule ${cell}`,
} as const;

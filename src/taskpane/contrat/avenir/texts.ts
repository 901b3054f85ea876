// The French texts of « Préparer l’avenant ».
import { accord } from "../../../core/domain/words/accord";
import { formatDate, formatListe } from "../../../core/domain/words/format";
import { cite } from "../../../core/domain/words/typographie";
import type { Reduction } from "../../../core/reports/avenant/tableau";
import type { NumeroAction } from "../../../core/domain/values/numero-action";
import type { Montant } from "../../../core/domain/values/montant";
import { shortAmount } from "./short-amount";

const MOTIFS: Readonly<Record<Reduction["motif"], string>> = {
  "a-justifier": "à justifier",
  refuse: "motif refusé",
  "en-attente": "motif en attente",
  accepte: "motif accepté",
};

export const avenirTexts = {
  open: "Préparer l’avenant",
  openWhy:
    "Partez de ce qui a été exécuté, essayez des montants, gardez plusieurs variantes : parts, axes et enveloppe suivent, et le projet, la note et le document en sont tirés.",
  title: "Préparer l’avenant",
  reading: "Lecture du classeur…",
  loading: "Chargement…",
  back: "Retour au contrat",
  year: "Année de l’avenant",
  variant: "Variante",
  newVariant: "Nouvelle variante",
  name: "Nom de la variante",
  keep: "Garder la variante",
  keptOn: (le: string, par: string) => `Gardée le ${formatDate(le)}${par === "" ? "" : ` par ${par}`}.`,
  notKept: "Cette variante n’est pas encore gardée dans le classeur.",
  kept: (nom: string) => `La variante ${cite(nom)} est gardée dans le classeur.`,
  drop: "Supprimer",
  dropped: (nom: string) => `La variante ${cite(nom)} est supprimée.`,
  compare: "Comparer les variantes",
  stale: "Le classeur a changé depuis cette lecture.",
  readAgain: "Relire le classeur",

  axe: (numero: number, intitule: string) => `Axe ${numero} · ${intitule}`,
  action: (numero: NumeroAction, intitule: string) => `${numero} · ${intitule}`,
  atContract: (annee: number) => `${annee} au contrat`,
  atContractState: (annee: number) => `${annee} au contrat, État`,
  executed: (annee: number | null) => (annee === null ? "Exécuté" : `Exécuté en ${annee}`),
  paid: (annee: number | null) => (annee === null ? "Versé" : `Versé en ${annee}`),
  unused: (annee: number | null) => `Part État non utilisée${annee === null ? "" : ` en ${annee}`}`,
  reduction: (article: string) => (article === "" ? "Réduction possible" : `Réduction, ${article}`),
  reductionOn: ({ surAnnee, motif }: Reduction) => `sur ${surAnnee}, ${MOTIFS[motif]}`,
  proposedState: "Proposé, État",
  proposedLocal: (localParty: string) => `Proposé, ${localParty}`,
  share: (localParty: string) => `Part ${localParty}`,
  inputState: (numero: NumeroAction, annee: number) => `Action ${numero}, État, montant proposé ${annee}`,
  inputLocal: (numero: NumeroAction, annee: number, localParty: string) =>
    `Action ${numero}, ${localParty}, montant proposé ${annee}`,
  total: "TOTAL",
  tableCaption: (annee: number) => `Avenant ${annee}, montants par action`,
  noneKnown: "–",

  envelope: (annee: number) => `Enveloppe de l’État ${annee}`,
  envelopeHint: (credits: Montant) => `Au contrat : ${shortAmount(credits)}. Vide, elle le reste.`,
  envelopeOf: (taken: Montant, credits: Montant) => `${shortAmount(taken)} sur ${shortAmount(credits)}`,
  rest: (reste: Montant) =>
    reste >= 0 ? `reste ${shortAmount(reste)}` : `dépassement de ${shortAmount(-reste as Montant)}`,
  byAxe: "Par axe, part de l’État",
  unchanged: "inchangé",
  toSettle: (count: number) =>
    count === 0 ? "Rien ne serait rompu" : accord(count, "point à régler", "points à régler"),
  holds: "Enveloppe, parts et axes tiennent, d’après les règles du contrat.",
  unreadable: "À corriger",
  write: (montant: Montant) => `Écrire ${shortAmount(montant)}`,
  toJustify: "À justifier ou à fixer",
  years: (debut: number, fin: number, etat: Montant, local: Montant, localParty: string) =>
    `${debut}-${fin} : État ${shortAmount(etat)}, ${localParty} ${shortAmount(local)}.`,

  changes: "Autres changements",
  transfer: "Transférer entre deux actions",
  from: "De l’action",
  to: "Vers l’action",
  part: "Part",
  amount: "Montant",
  apply: "Appliquer",
  newAction: "Action nouvelle",
  number: "Numéro",
  axeField: "Axe",
  label: "Intitulé",
  endAction: "Fin d’une action",
  changeAxe: "Axe d’une action",
  actionField: "Action",
  end: "Terminer l’action",
  restore: "Rétablir",
  restoreAction: (numero: NumeroAction) => `Rétablir l’action ${numero} comme au contrat`,
  targets: (annee: number, open: number) => `Cibles ${annee}${open === 0 ? "" : `, ${open} à fixer`}`,
  target: (action: NumeroAction, intitule: string) => `Action ${action}, ${intitule}`,
  state: "État",
  why: "Pourquoi",
  whyOf: (numero: NumeroAction, intitule: string) => `Action ${numero} · ${intitule}`,
  whyHint: "Repris tel quel dans la note.",

  toProject: "Créer le projet d’avenant",
  noEffect: "sans effet avant signature",
  projectTitle: "Créer le projet",
  projectFrom: (nom: string) =>
    `D’après ${cite(nom)}. Rien n’a d’effet avant la signature ; une fois daté dans le registre, le projet devient l’avenant et tout le suit.`,
  register: (lines: number) => `Registre des avenants : ${accord(lines, "ligne")}, en projet`,
  registerInserts: "La feuille « Contrat » sera insérée : le registre s’y trouve.",
  sheetTable: "Feuille « Tableau de l’avenant » : le tableau budgétaire à annexer",
  sheetNote: "Feuille « Note de l’avenant » : ce qui change, pourquoi, avant et après",
  papers: "Documents Word : la note de deux pages et l’avenant à compléter",
  replace: "Remplacer le projet du même numéro s’il est déjà au registre",
  openPoints: "La note dira aussi ce qui reste ouvert.",
  create: "Créer",
  giveUp: "Renoncer",
  created: (numero: number) => `Projet d’avenant n° ${numero} créé`,
  createdSheets: (names: readonly string[]) => `Dans le classeur : ${formatListe(names.map(cite))}.`,
  saveFile: (name: string) => `Enregistrer ${name}`,
  fileNote: (annee: number) => `note-avenant-${annee}.docx`,
  fileProject: (annee: number) => `avenant-${annee}.docx`,

  compareTitle: "Variantes comparées",
  compareCaption: "Ce qui diffère entre les variantes",
  differs: "Ce qui diffère",
  stateShare: "Part de l’État",
  settle: "À régler",
  envelopeLine: "Enveloppe de l’État",
  takenLine: "Part de l’État, toutes actions",
  nothingDiffers: "Ces variantes proposent les mêmes montants.",
  choose: (nom: string) => `Ouvrir ${cite(nom)}`,
};

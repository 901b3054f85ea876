// The French texts of the list to finish.
import type { Parole } from "../../../core/domain/parole";
import type { Partie } from "../../../core/domain/parties";
import type { CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import {
  formatDate,
  formatListe,
  formatMontant,
  formatNombre,
  formatPart,
  NBSP,
} from "../../../core/domain/words/format";
import { describeAccepted, signMotif, withoutPoint } from "../../../core/domain/describe-motif";
import { toFrenchFormula } from "xlsx-model/formula-text/formula-french";
import { errorInFrench } from "xlsx-model/values/errors-in-french";
import { subtractMontants, type Montant } from "../../../core/domain/values/montant";
import { formatTaux, isBelowShare } from "../../../core/domain/values/taux";
import type { CellContent, Correction, Effect, Share } from "../../../core/why/correction";
import type { SinceLast } from "../../../core/situation/since-last";
import type { Finding, FixChoice, Justification, Part, Severity, Verification } from "../../../core/verification";
import type { Grouping, WorkItem } from "./work-list";
import type { NumeroAction } from "../../../core/domain/values/numero-action";

const count = (number: number, one: string, many: string): string =>
  `${formatNombre(number)} ${number < 2 ? one : many}`;

/** A figure that ends a line tells nothing. */
const together = (text: string): string => text.replace(" ", NBSP);

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "Erreur",
  warning: "Avertissement",
  info: "Remarque",
};

type Figures = NonNullable<Finding["figures"]>;

function formatFigure(unit: Figures["unit"], figure: number): string {
  if (unit === "montant") return formatMontant(figure as Parameters<typeof formatMontant>[0]);
  if (unit === "pourcentage") return formatPart(figure);
  const text = formatNombre(figure);
  if (unit === "euros") return `${text}${NBSP}€`;
  return unit === "jours" ? `${text} ${Math.abs(figure) < 2 ? "jour" : "jours"}` : text;
}

const THE_PARTY: Readonly<Record<Partie, string>> = { etat: "l’État", collectivite: "la collectivité" };

const NOT_GIVEN = "non renseigné";

const PART_WORDS: Readonly<Record<Part, string>> = {
  budget: "Tableau budgétaire",
  execution: "Exécution",
  indicators: "Indicateurs",
  fiches: "Fiches actions",
  imputation: "Imputation des crédits",
  "bank-details": "Coordonnées bancaires",
  deadlines: "Échéancier",
  contract: "Feuille « Contrat »",
};

/** " (Mme Roy, Métropole, 24/11/2026)"; "" for what nobody signed. */
function signature(...signed: Parameters<typeof signMotif>): string {
  const said = signMotif(...signed);
  return said && ` (${said})`;
}

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);
const signedMontant = (montant: Montant): string => signed(montant, formatMontant(montant));

function describeState({
  on,
  axe,
  annee,
  before,
  after,
  expected,
}: Extract<Effect, { on: "axe" | "enveloppe" }>): string {
  const what = on === "axe" ? `La part État de l’axe ${axe} en ${annee}` : `La part État de l’année ${annee}`;
  const moves = `${what} passe de ${formatMontant(before)} à ${formatMontant(after)}`;
  if (expected === null) return `${moves}.`;
  if (after === expected) return `${moves}, comme au contrat.`;
  return `${moves} ; le contrat dit ${formatMontant(expected)} (écart ${signedMontant(subtractMontants(after, expected))}).`;
}

function describeShare({ action, annee, before, after, expected }: Extract<Effect, { on: "cofinancement" }>): string {
  const what = `Le cofinancement de l’action ${action} en ${annee}`;
  const text = ({ part, whole }: Share): string => formatTaux(part, whole, expected);
  if (after.whole === 0) return `${what} n’a plus de montant.`;
  const moves =
    before.whole === 0
      ? `${what}, sans montant jusque-là, est de ${text(after)}`
      : `${what} passe de ${text(before)} à ${text(after)}`;
  const isHeld = !isBelowShare(after.part, after.whole, expected);
  return `${moves} ; le minimum de ${formatPart(expected)} est ${isHeld ? "atteint" : "manqué"}.`;
}

/** "2 réglés, 1 nouveau et 25 encore là": what there is none of is not said. */
function changes({ settled, fresh, remaining }: SinceLast): string {
  if (settled + fresh.length === 0) return "rien n’a changé";
  const said = [
    settled > 0 && count(settled, "réglé", "réglés"),
    fresh.length > 0 && count(fresh.length, "nouveau", "nouveaux"),
    remaining > 0 && `${formatNombre(remaining)} encore là`,
  ].filter((part) => part !== false);
  return formatListe(said.map(together));
}

/** With the point that who typed it may have left out; where a signature follows, behind that. */
function reasonSentence({ text, by, party, on }: Justification, localParty: string): string {
  const signed = signature(by, party, on, localParty);
  if (signed !== "") return `${withoutPoint(text)}${signed}.`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

export const workTexts = {
  title: "Écarts",
  answersDue: (number: number) =>
    number === 0 ? "Aucune réponse attendue" : count(number, "réponse attendue", "réponses attendues"),
  stateLine: ({ toDo, justified, accepted }: Verification["summary"]) =>
    [
      toDo === 0 ? "Plus rien à traiter" : `${formatNombre(toDo)} à traiter`,
      justified === 0 ? null : together(count(justified, "justifié", "justifiés")),
      accepted === 0 ? null : together(count(accepted, "accepté", "acceptés")),
    ]
      .filter((part) => part !== null)
      .join(" · "),
  late: (label: string, daysLeft: number) =>
    daysLeft < 0
      ? `${label} : en retard de ${count(-daysLeft, "jour", "jours")}`
      : daysLeft === 0
        ? `${label} : à rendre aujourd’hui`
        : `${label} : dans ${count(daysLeft, "jour", "jours")}`,
  since: (asOf: string, since: SinceLast) => `Depuis la vérification du ${formatDate(asOf)} : ${changes(since)}.`,
  sinceProcesVerbal: (asOf: string, since: SinceLast) =>
    `Depuis le procès-verbal du ${formatDate(asOf)} : ${changes(since)}.`,
  olderProcesVerbal: (asOf: string) =>
    `Le procès-verbal du ${formatDate(asOf)} ne garde pas la liste de ses écarts : établissez-en un autre pour suivre ce qui change.`,
  fresh: "Nouveau",
  conformingLine: ({ accepted }: Verification["summary"]) =>
    accepted === 0 ? "Conforme" : `Conforme, sous réserve de ${together(describeAccepted(accepted))}`,
  verifiedTitle: "Ce qui a été vérifié",
  verifiedCounts: (rules: number, compared: number, isAll: boolean) =>
    `${count(rules, "règle respectée", "règles respectées")}, ${count(compared, "comparaison faite", "comparaisons faites")}${isAll ? ", aucune laissée de côté" : ""}.`,
  unreadTitle: "Ce qui n’a pas été comparé",
  withoutTitle: "Ce que le classeur n’a pas",
  withoutWhy: "Le contrat ou la date ne le demandent pas aujourd’hui : ce n’est pas une faute.",
  nextTitle: "La suite",
  nextSteps: "Figez cette situation dans un procès-verbal, ou préparez le bilan à transmettre.",
  toReports: "Procès-verbal et bilan",
  part: (part: Part) => PART_WORDS[part],
  formerReason: (given: Justification, localParty: string) =>
    `Motif donné pour d’autres chiffres, à redonner s’il tient toujours : ${reasonSentence(given, localParty)}`,
  contractToConfirm: "Contrat à confirmer",
  toSpecify: "À préciser avant de conclure",
  foreign: "Ce classeur n’est pas celui du contrat",
  toConfirm: "À confirmer\u00a0: quel contrat ce classeur suit-il\u00a0?",
  progressLabel: "Écarts réglés",
  progress: (settled: number, all: number) => `${count(settled, "réglé", "réglés")} sur ${formatNombre(all)}`,
  /** In words, what the mark of a card shows. */
  mark: ({ state, worst, finding }: WorkItem) =>
    finding.justification?.decision === "refused"
      ? "Refusé, à refaire"
      : { "to-do": SEVERITIES[worst], justified: "Justifié", accepted: "Accepté" }[state],

  search: "Chercher dans les écarts",
  grouping: "Ordre de la liste",
  groupings: {
    action: "Par action",
    sheet: "Par feuille",
    severity: "Par gravité",
  } satisfies Record<Grouping, string>,
  severities: { error: "Erreurs", warning: "Avertissements", info: "Remarques" } satisfies Record<Severity, string>,
  /** "Action 8 · Lutter contre la précarité alimentaire"; the number alone of one that the contract does not know. */
  action: (action: NumeroAction, name: string | undefined) =>
    `Action ${action}${name === undefined ? "" : ` · ${name}`}`,
  whole: "Tout le contrat",
  hidden: (number: number) => `${count(number, "écart masqué", "écarts masqués")} par la recherche`,
  reset: "Tout afficher",
  next: "Suivant",
  keys: "Au clavier\u00a0: F8 suivant, Maj+F8 précédent\u00a0; dans la liste, les flèches, Entrée ouvre, Échap ferme, c corrige, m motive, / cherche.",
  position: (at: number, of: number) => `${formatNombre(at)} sur ${formatNombre(of)}`,

  found: "Trouvé",
  expected: "Attendu",
  gap: "Écart",
  figure: (unit: Figures["unit"], figure: number | null) => (figure === null ? NOT_GIVEN : formatFigure(unit, figure)),
  gapFigure: (unit: Figures["unit"], gap: number | null) => {
    if (gap === null) return "";
    const text = formatFigure(unit, gap);
    return gap > 0 ? `+${text}` : text;
  },
  /** What the heading of the group says already: a screen reader hears it before what the card shows. */
  heardBefore: (said: string) => `${said}, `,
  heardAfter: (said: string) => `, ${said.toLowerCase()}`,
  /** "Tableau budgétaire, K14". */
  address: ({ sheet, row, column }: CellRef) => `${sheet}, ${formatLocalCell(row, column)}`,
  /** How many discrepancies a group has. */
  number: (number: number) => formatNombre(number),
  moreCells: (number: number) => `et ${count(number, "autre cellule", "autres cellules")}`,
  consequences: (number: number) =>
    `${count(number, "autre écart disparaîtra", "autres écarts disparaîtront")} avec lui :`,
  sameCell: ({ severity, problem }: Finding) =>
    `La même cellule a ${severity === "info" ? "une remarque" : "un autre écart"} : ${problem.charAt(0).toLowerCase()}${problem.slice(1)}.`,
  atStake: "en jeu",
  refused: "Refusé",
  reopened: "Rouvert",
  /** Of a button: what it does, to which discrepancy. */
  of: (label: string, place: string) => (place === "" ? label : `${label} : ${place}`),
  recordAvenant: (year: number | undefined) => `Enregistrer l’avenant${year === undefined ? "" : ` ${year}`}`,
  rulePage: "Lire la règle",
  draftKept: "Brouillon gardé sur ce poste.",

  correct: "Corriger",
  correctAll: (number: number) => `Appliquer les ${formatNombre(number)} corrections sûres…`,
  justify: "Justifier",
  editReason: "Modifier le motif",
  answer: "Répondre",
  wordsLabel: { reason: "Motif", answer: "Votre raison (obligatoire pour refuser)", comment: "Commentaire" },
  wordsMissing: {
    reason: "Écrivez le motif.",
    answer: "Dites pourquoi : l’autre partie doit savoir quoi répondre.",
    comment: "Écrivez le commentaire.",
  },
  authorSame: "Qui donne un motif ne peut pas l’accepter lui-même.",
  writtenWhere: (name: string) =>
    `Écrit à la date du jour dans la feuille « Écarts », signé ${name}. Ce qui s’y trouve déjà reste lisible.`,
  save: "Enregistrer",
  accept: "Accepter",
  refuse: "Refuser",
  refuseAsk: "Refuser…",
  comment: "Commenter",
  redo: "Refaire le motif",
  versions: "Ce qui a été dit de cet écart",
  newsTitle: (party: Partie, news: readonly Parole[]) => {
    const number = (is: (one: Parole) => boolean) => news.filter(is).length;
    const [accepted, refused] = [
      number(({ decision }) => decision === "accepted"),
      number(({ decision }) => decision === "refused"),
    ];
    const others = news.length - accepted - refused;
    const told = [
      accepted > 0 && count(accepted, "accepté", "acceptés"),
      refused > 0 && count(refused, "refusé", "refusés"),
      others > 0 && count(others, "motif ou commentaire", "motifs ou commentaires"),
    ].filter((part) => part !== false);
    const who = THE_PARTY[party];
    return `${who.charAt(0).toUpperCase()}${who.slice(1)} a ${accepted + refused > 0 ? "répondu" : "écrit"} : ${told.map(together).join(", ")}`;
  },
  newsLine: ({ kind, decision }: Parole, finding: Finding | null) => {
    const what =
      kind === "comment" ? "Commentaire" : kind === "reason" ? "Motif" : decision === "refused" ? "Refusé" : "Accepté";
    return `${what} · ${finding ? (finding.message.split(/\s:/u)[0] ?? finding.message) : "écart qui n’est plus là"}`;
  },
  newsWords: ({ text, decision }: Parole) => `${decision === "refused" ? "parce que " : ""}« ${text} »`,
  newsBy: ({ by, on }: Parole) => [by, on === null ? null : `le ${formatDate(on)}`].filter(Boolean).join(", "),
  reason: (given: Justification, localParty: string) => `Motif : ${reasonSentence(given, localParty)}`,
  /** With what is to be completed before the answer counts. */
  decision: (given: Justification, localParty: string) => {
    const { decision, decidedBy, decidedParty, decidedOn, decidedWhy, remark, isVoid } = given;
    if (isVoid) return remark ?? "";
    if (decision === null) return `En attente de la réponse de l’autre partie.${remark === null ? "" : ` ${remark}`}`;
    const signed = signature(decidedBy, decidedParty, decidedOn, localParty);
    const why = decidedWhy === undefined ? "" : ` : « ${withoutPoint(decidedWhy)} »`;
    return `${decision === "accepted" ? "Accepté" : "Refusé"} par l’autre partie${signed}${why}.`;
  },
  /** Instead of the button that would justify it. */
  cannotJustify: (instead: string) => `Ne se justifie pas : ${instead}.`,
  partySame: (other: string) =>
    `Une partie ne répond pas à son propre motif : la réponse revient à l’autre (${other}).`,
  completeReason: "Compléter",

  choicesTitle: "Plusieurs corrections sont possibles. Laquelle ?",
  choiceMissing: "Choisissez d’abord une correction.",
  choice: ({ part, gain }: FixChoice, localParty: string) =>
    `${signedMontant(gain)} ${part === "total" ? "sur le Total" : `de part ${part === "etat" ? "État" : localParty}`}`,
  effect: (effect: Effect) => (effect.on === "cofinancement" ? describeShare(effect) : describeState(effect)),
  difference: "Différence",
  /** "" where there is none, or where nobody knows. */
  differenceOf: ({ montants, before, after }: Correction) => {
    if (montants) {
      const { before: from, after: to } = montants;
      return from === null || to === null || from === to ? "" : signedMontant(subtractMontants(to, from));
    }
    const [from, to] = [before.value, after.value];
    if (typeof from !== "number" || typeof to !== "number" || from === to) return "";
    return signed(to - from, formatNombre(to - from));
  },
  /** What the cell shows; the formula stands apart. */
  cellShows: ({ montants, before, after }: Correction, side: "before" | "after") => {
    const content = side === "before" ? before : after;
    const montant = montants?.[side] ?? null;
    if (typeof content.value === "string" || montant === null) return workTexts.content(content);
    return formatMontant(montant);
  },
  /** What changes in the cell beside its value. */
  beside: ({ before, after, numberFormatAfter }: Correction): readonly string[] => {
    const [from, to] = [before.formula, after.formula].map((formula) => formula && toFrenchFormula(formula));
    const formula = to ? `Formule : ${to}${from ? `, au lieu de ${from}` : ""}` : `À la place de la formule ${from}`;
    return [
      ...(from || to ? [formula] : []),
      ...(numberFormatAfter === null ? [] : ["Le format de la cellule devient celui d’un nombre."]),
    ];
  },
  previewTitle: (number: number) =>
    number < 2 ? "Cette cellule va changer :" : `${formatNombre(number)} cellules vont changer :`,
  nothingToWrite: "Rien n’est à corriger ici.",
  before: "Avant",
  after: "Après",
  content: ({ value, formula }: CellContent) => {
    if (formula !== null) return toFrenchFormula(formula);
    if (value === null || value === "") return "vide";
    if (typeof value === "number") return formatNombre(value);
    return typeof value === "boolean" ? (value ? "VRAI" : "FAUX") : `« ${errorInFrench(value)} »`;
  },
  alsoSettles: (number: number) =>
    `${count(number, "autre écart sera réglé", "autres écarts seront réglés")} en même temps.`,
  settlesOnly: (problem: string) =>
    `Règle « ${problem} » seulement : l’écart avec le contrat restera, à justifier ou à fixer par avenant.`,
  leftAlone: (whys: readonly string[]) => `Non corrigé : ${formatListe([...new Set(whys)])}.`,
  apply: "Appliquer",
  cancel: "Renoncer",
  corrected: (number: number) => `${count(number, "cellule corrigée", "cellules corrigées")}.`,
  undo: "Annuler",
  undoTitle: "Corrections de cette séance",
  undoOf: (name: string) => `Annuler : ${name}`,

  above: (number: number) => `Afficher ce qui précède (${formatNombre(number)})`,
  more: (number: number) => `Afficher la suite (${formatNombre(number)})`,

  remarks: "Remarques",
  remarksWhy: "Elles n’empêchent pas d’être conforme.",
} as const;

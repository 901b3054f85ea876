// The French texts of « Voici comment je lis votre classeur ».
import type { AnswerEffect } from "../../core/reading-progress";
import { accord } from "../../core/domain/words/accord";
import { formatDate, formatListe, formatMontant, formatNombre } from "../../core/domain/words/format";
import { montantFromCentimes } from "../../core/domain/values/montant";
import { formatLocalRange, type RangeRef } from "xlsx-model/cell-ref";
import type { LieuDesNombres, LigneDeLecture, TableauDeLecture } from "../../core/domain/lecture";
import type { LinesUnderstood } from "./lines-understood";
import { capitalise, cite, typographie } from "../../core/domain/words/typographie";
import type { Answer, Question, Reponse } from "../../core/domain/question";

const amounts = (count: number): string => accord(count, "montant");

const found = (count: number): string => (count === 0 ? "aucun écart" : accord(count, "écart"));

const signed = (count: number, what: string): string =>
  `${amounts(Math.abs(count))} de ${count < 0 ? "moins" : "plus"} ${what}`;

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);

const placeOf = ({ place, text }: Question): string => place ?? text;

/** « BP 2024 Etat », « Reliquat » et 3 autres. */
const NAMED = 2;

export const readingTexts = {
  title: "Voici comment je lis votre classeur",
  progressLabel: "Ce qui est compris",
  progress: ({ understood, all, hasTables }: LinesUnderstood) =>
    `${formatNombre(understood)} ${hasTables ? "colonnes, lignes et tableaux compris" : "colonnes et lignes comprises"} sur ${formatNombre(all)}`,
  whole: (tables: readonly TableauDeLecture[]) => {
    const count = (of: (table: TableauDeLecture) => readonly unknown[]): number =>
      tables.reduce((sum, table) => sum + of(table).length, 0);
    const lines = `${accord(
      count(({ columns }) => columns),
      "colonne",
    )} et ${accord(
      count(({ rows }) => rows),
      "ligne",
    )}`;
    const [first, another] = tables;
    if (!first) return lines;
    return another
      ? `${lines}, ${formatNombre(tables.length)} tableaux`
      : `${lines}, ${lowerFirst(readingTexts.table(first.range))}`;
  },

  position: (at: number, of: number) => (of < 2 ? "Une question" : `Question ${at} sur ${of}`),
  changing: "Vous changez votre réponse",
  changingRead: "Vous corrigez ce que je lis",
  alike: (count: number) => `${formatNombre(count)} colonnes pareilles`,
  see: (what: string, next: string) => `Voir dans la feuille : ${what === next ? what : `${what}, ${next}`}`,
  seen: (place: string, at: number, of: number) => `${place}, ${formatNombre(at)} sur ${formatNombre(of)}`,
  sampleCaption: "Extrait de la feuille",
  thisColumn: "colonne de la question",
  thisRow: "ligne de la question",

  question: (question: Question) => question.asked ?? question.text,
  alikeQuestion: (group: readonly [Question, ...Question[]], supposed: Answer | null) => {
    if (supposed === null) return `Que contiennent ces ${formatNombre(group.length)} colonnes ?`;
    // "Est-ce la part de l’État votée pour 2024 ?", of each year.
    const clause = /^Est-ce (.+?)(?: (?:pour|en) 20\d\d)?\s?\?$/u.exec(group[0].asked ?? "")?.[1];
    return `${clause === undefined ? (supposed.short ?? supposed.label) : capitalise(clause)}, année par année ?`;
  },
  openQuestion: ({ about }: Question) =>
    ({
      row: "De quoi s’agit-il sur cette ligne ?",
      column: "Que contient cette colonne ?",
      table: "Quelle est la bonne réponse ?",
      party: "De qui sont ces montants ?",
      contract: "Quel est ce contrat ?",
    })[about],
  readLike: "Lu comme :",
  saidBefore: (clause: string) => `${capitalise(clause)}.`,
  box: ({ place, text }: Question, brief: string | null) => {
    const named = (place ?? text).replace(/^Colonne /u, "");
    return brief === null ? named : typographie(`${named} : ${brief}`);
  },
  boxes: "Colonnes auxquelles la réponse s’applique",
  values: (cells: readonly string[]) =>
    cells.length === 0 ? "" : `${cells.filter((cell) => cell !== "").join(" · ")}…`,

  apart: "à part",
  apartFigures: (same: Question["sameAsContract"]) =>
    same
      ? `${formatNombre(same.of - same.same)} de ses ${amounts(same.of)} diffèrent : question suivante.`
      : "Ses montants diffèrent : question suivante.",
  apartWords: "Son intitulé dit autre chose : question suivante.",

  evidence: "Sur quoi cela repose",
  addUp: "État + autre partie = total, pour chacune",
  speaksFor: "Pour :",
  isMissing: "Ce qui manque :",

  sameAsContract: (same: number, of: number) =>
    same === of
      ? `leurs ${amounts(of)} sont ceux du contrat`
      : `${formatNombre(same)} de leurs ${amounts(of)} sont ceux du contrat`,

  asBefore: "C’est ce qui est lu aujourd’hui.",
  ifYes: "Si oui :",
  computing: "Calcul de ce que la réponse changerait…",
  effect: ({ compared, understood, discrepancies }: AnswerEffect) => {
    if (compared !== 0) return `${signed(compared, "comparés au contrat")}, ${found(discrepancies)}.`;
    if (understood !== 0) return `${signed(understood, "vérifiés")}, ${found(discrepancies)}.`;
    return discrepancies === 0 ? "Rien de plus ne serait comparé." : `${found(discrepancies)} de plus.`;
  },
  ignored: (count: number) =>
    `Rien à comparer : ${amounts(count)} ${count < 2 ? "laissé" : "laissés"} de côté, et le résultat le dira avec votre nom.`,
  detail: (count: number, discrepancies: number) =>
    `${amounts(count)} déjà ${count < 2 ? "compté" : "comptés"} dans l’action du dessus, ${found(discrepancies)} de plus.`,
  contradicted: "Les chiffres disent autre chose.",
  nothingGained: (count: number) =>
    `Rien de plus ne serait comparé, et ${accord(count, "écart")} ${count < 2 ? "viendrait" : "viendraient"} de cette réponse.`,
  wrong: (wrong: number, of: number) =>
    `${formatNombre(wrong)} de ces ${amounts(of)} ${wrong < 2 ? "serait" : "seraient"} en écart.`,

  yes: "Oui",
  yesAll: (count: number) => (count < 2 ? "Oui" : `Oui, les ${formatNombre(count)}`),
  no: "Non, autre chose",
  oneByOne: "Une par une",
  later: "Plus tard",
  back: "Revenir",
  keep: (what: string | null) => (what === null ? "Répondre" : `Retenir : ${what}`),
  chooseFirst: "Choisissez une réponse.",
  tickFirst: "Cochez au moins une colonne.",
  whichFirst: (isYear: boolean) => (isYear ? "Choisissez l’année." : "Choisissez laquelle."),
  which: ([first]: readonly Answer[]) => (first?.year === undefined ? "Laquelle" : "Pour l’année"),
  whichUnset: "À choisir",
  supposed: "proposé",

  skip: "Vérifier sans répondre",
  skipPrice: (count: number) =>
    `${amounts(count)} ${count < 2 ? "ne sera pas vérifié" : "ne seront pas vérifiés"}. Le résultat le dira, sans rien vous reprocher.`,

  justAnswered: (answered: readonly { readonly question: Question; readonly answer: Answer }[]) => {
    const [first] = answered;
    if (!first) return "";
    return answered.length > 1
      ? `${formatNombre(answered.length)} colonnes : ${first.answer.short ?? first.answer.label}.`
      : `${placeOf(first.question)} : ${first.answer.label}.`;
  },
  undo: "Annuler",
  undoWhat: (text: string) => `Annuler la réponse : ${text}`,

  done: "Tout est compris",
  seeResult: "Voir le résultat",
  asOf: (iso: string) => `au ${formatDate(iso)}`,
  answersTitle: (count: number, areYours: boolean) => {
    if (count < 2) return areYours ? "Votre réponse" : "La réponse donnée";
    return areYours ? `Vos ${formatNombre(count)} réponses` : `Les ${formatNombre(count)} réponses données`;
  },
  noAnswers: "Aucune question n’a été posée sur ce classeur : ses intitulés suffisent.",
  given: (label: string, setAside: number | null) =>
    setAside === null ? label : `${label} (${formatMontant(montantFromCentimes(setAside))} laissés de côté)`,
  givenBy: ({ by, on }: Reponse) =>
    on === "" ? "Choix gardé par une version précédente" : `${by === "" ? "" : `${by}, `}le ${formatDate(on)}`,
  gone: "Cet intitulé n’est plus dans le classeur : la réponse ne sert plus.",
  keptWhere: (signed: string | null) =>
    `Gardées dans le classeur : elles ne seront plus demandées, et l’autre partie les verra${signed === null ? "" : `, signées ${signed}`}.`,
  balanceTitle: (count: number) => `${accord(count, "nombre")}, chacun à sa place`,
  lieuNamed: (lieu: LieuDesNombres, words: readonly string[]) => {
    if (words.length === 0) return readingTexts.lieux[lieu];
    const rest = words.length - NAMED;
    const named = formatListe([...words.slice(0, NAMED).map(cite), ...(rest > 0 ? [accord(rest, "autre")] : [])]);
    return `${readingTexts.lieux[lieu]} (${named})`;
  },
  lieux: {
    contracted: "Votés, comparés au contrat",
    executed: "Prévus, dépensés ou versés",
    sum: "Totaux, recalculés",
    indicator: "Indicateurs",
    imputation: "Imputation des crédits",
    autres: "Autres financeurs",
    unknown: "Lignes hors du contrat",
    detail: "Détail, déjà compté",
    aside: "Laissés de côté par une réponse",
    asked: "À préciser",
    other: "Comparés à rien",
  } satisfies Record<LieuDesNombres, string>,
  allTitle: "Tout ce que je lis",
  othersTitle: "Les autres tableaux",
  table: ({ sheet, ...range }: RangeRef) => typographie(`Feuille ${cite(sheet)}, ${formatLocalRange(range)}`),
  lines: (about: LigneDeLecture["about"]) => (about === "column" ? "Colonnes" : "Lignes"),
  lineKind: (about: LigneDeLecture["about"]) => (about === "column" ? "Colonne" : "Ligne"),
  linesCount: (count: number, asked: number) =>
    asked === 0 ? formatNombre(count) : `${formatNombre(count)}, dont ${formatNombre(asked)} à préciser`,
  moreLines: (count: number) => `Afficher ${accord(count, "ligne suivante", "lignes suivantes")}`,
  readAs: (as: string | null, state: LigneDeLecture["state"]) =>
    as === null ? "À préciser" : state === "asked" ? typographie(`${as} ?`) : as,
  changeLine: ({ about, name, words, as, state }: LigneDeLecture) =>
    typographie(
      `${about === "column" ? "Colonne" : "Ligne"} ${name}, ${cite(words)}, lue comme : ${readingTexts.readAs(as, state)}. Changer`,
    ),
  saidBy: ({ by, on }: Reponse): string =>
    typographie(by === "" ? `dit le ${formatDate(on)}` : `selon ${by}, le ${formatDate(on)}`),
  takeBack: "Retirer cette réponse",

  change: "Changer",
  changeWhat: (heading: string) => `Changer la réponse pour ${heading}`,
  withdraw: "Retirer",
  withdrawWhat: (heading: string) => `Retirer la réponse pour ${heading}`,
} as const;

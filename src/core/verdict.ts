// What the whole verification says, in one sentence that names what it covers and what the workbook has not.
import { isClosed } from "./contract/in-force/annees-closes";
import { describeSetAside } from "./domain/describe-answers";
import { describeAccepted } from "./domain/describe-motif";
import { direMoment } from "./domain/contrat/moment";
import { direOrigine } from "./domain/contrat/origine";
import { nommerQuestions, questionsDuContrat, type QuestionOuverte } from "./contract/definition/questions";
import { formatRangeRef } from "xlsx-model/cell-ref";
import type { Dossier, PlageNonLue, TableKind } from "./domain/dossier";
import { accord } from "./domain/words/accord";
import { formatListe, formatListeCourte, formatNombre } from "./domain/words/format";
import type { Question, QuestionKind } from "./domain/question";
import { capitalised, cite, typographie } from "./domain/words/typographie";
import { foldText } from "./domain/words/label";
import type { RawSheet, RawWorkbook } from "./workbook-port";
import { isUnchecked, type Part, type RuleResult, type Verdict, type Verification } from "./verification";

const PARTS: readonly { readonly part: Part; readonly kind: TableKind; readonly nom: string; readonly sans: string }[] =
  [
    { part: "budget", kind: "budget", nom: "le tableau budgétaire", sans: "tableau budgétaire" },
    { part: "execution", kind: "execution", nom: "l’exécution", sans: "exécution" },
    { part: "indicators", kind: "indicators", nom: "les indicateurs", sans: "indicateurs" },
    { part: "fiches", kind: "fiches", nom: "les fiches actions", sans: "fiches actions" },
    { part: "imputation", kind: "imputation", nom: "l’imputation des crédits", sans: "imputation des crédits" },
    { part: "bank-details", kind: "coordonnees", nom: "les coordonnées bancaires", sans: "coordonnées bancaires" },
    { part: "deadlines", kind: "echeancier", nom: "l’échéancier", sans: "échéancier" },
    { part: "contract", kind: "feuilleContrat", nom: "la feuille « Contrat »", sans: "feuille « Contrat »" },
  ];

const NOT_THIS_CONTRACT =
  "Ce classeur n’est pas celui de ce contrat : aucun de ses tableaux n’y a été reconnu. Ouvrez le classeur du contrat, ou insérez-y les tableaux de l’annexe, puis relancez.";

const TABLEAU =
  "Ce classeur est un tableau de bord : il réunit les résultats de plusieurs contrats, et n’est celui d’aucun. Ouvrez le classeur du contrat, puis relancez.";

/** In the sentence; all of them stand with what was read. */
const PLACES_NAMED = 3;

function describeParts(parts: readonly Part[]): string {
  return formatListe(PARTS.filter(({ part }) => parts.includes(part)).map(({ nom }) => nom));
}

/** Rules about a part that the workbook has or that the date makes due, and that could not be checked entirely. */
function unchecked(rules: readonly RuleResult[], needed: (rule: string) => boolean): number {
  return rules.filter((result) => isUnchecked(result) && needed(result.rule)).length;
}

function composeSentence(
  { toDo, justified, accepted }: Verification["summary"],
  open: number,
  covers: readonly Part[],
  without: readonly Part[],
  unread: readonly PlageNonLue[],
): Pick<Verdict, "state" | "sentence"> {
  const absent = without.length === 0 ? "" : ` Le classeur n’a ${formatNegative(without)}.`;
  if (toDo > 0) {
    return { state: "to-do", sentence: `${capitalised(accord(toDo, "écart"))} à traiter.${absent}` };
  }
  // Where nothing is left to do, nobody looks for what was not looked at.
  const lacking = `${nameUnread(unread)}${absent}`;
  if (open > 0) {
    const one =
      open < 2 ? "point n’a pas pu être vérifié entièrement" : "points n’ont pas pu être vérifiés entièrement";
    return { state: "to-do", sentence: `Aucun écart à traiter, mais ${open} ${one}.${lacking}` };
  }
  if (justified > 0) {
    const waiting = accord(justified, "écart justifié attend", "écarts justifiés attendent");
    return { state: "awaiting", sentence: `${capitalised(waiting)} la réponse de l’autre partie.${lacking}` };
  }
  const parts = describeParts(covers);
  const reserve =
    accepted === 0 ? "Conforme au contrat pour" : `Conforme, sous réserve de ${describeAccepted(accepted)}, pour`;
  return { state: "conforming", sentence: `${reserve} ${parts}.${lacking}` };
}

/** Questions named in the sentence; the list has them all. */
const QUESTIONS_NAMED = 2;

const ASKED: readonly (readonly [readonly QuestionKind[], string, string])[] = [
  // Whose the amounts of a whole table are is asked of the table.
  [["table", "party"], "tableau", "tableaux"],
  [["column"], "colonne de montants", "colonnes de montants"],
  [["row"], "ligne", "lignes"],
];

const nameQuestion = ({ about, key, place, text }: Question): string =>
  about === "column" || about === "row" ? cite(key.path.filter((word) => word !== "").join(" – ")) : (place ?? text);

/** Nothing is held against anybody for what was not understood: it is asked. */
function composeReadingQuestions(questions: readonly Question[], { toDo }: Verification["summary"]): string {
  const what = formatListe(
    ASKED.flatMap(([kinds, one, several]) => {
      const count = questions.filter(({ about }) => kinds.includes(about)).length;
      return count > 0 ? [accord(count, one, several)] : [];
    }),
  );
  const asked = questions.slice(0, QUESTIONS_NAMED).map(nameQuestion);
  const others = questions.length - asked.length;
  const named = others > 0 ? `${asked.join(", ")} et ${accord(others, "autre")}` : formatListe(asked);
  const found = toDo > 0 ? ` ${capitalised(accord(toDo, "écart"))} à traiter par ailleurs.` : "";
  return `À préciser avant de conclure : ${what} (${named}). Ce qui en dépend n’est pas comparé, et rien ne vous est reproché pour cela.${found}`;
}

/** What is found is told all the same; that nothing is wrong is not. */
function composeQuestions(questions: readonly QuestionOuverte[], { toDo }: Verification["summary"]): string {
  const found = toDo > 0 ? ` ${capitalised(accord(toDo, "écart"))} à traiter par ailleurs.` : "";
  return `Contrat à confirmer : ${nommerQuestions(questions)}. Rien n’est certifié tant que sa définition demande quelque chose.${found}`;
}

/** " Une plage qui ressemble au contrat n’a pas été comparée : Synthèse!A1:F9."; empty where there is none. */
function nameUnread(unread: readonly PlageNonLue[]): string {
  if (unread.length === 0) return "";
  const places = formatListeCourte(
    unread.map(({ range }) => formatRangeRef(range)),
    PLACES_NAMED,
  );
  const what =
    unread.length > 1
      ? `${formatNombre(unread.length)} plages qui ressemblent au contrat n’ont pas été comparées`
      : "Une plage qui ressemble au contrat n’a pas été comparée";
  return ` ${what} : ${places}.`;
}

/** After "n’a": "pas d’exécution", "ni exécution, ni fiches actions". */
function formatNegative(without: readonly Part[]): string {
  const parts = PARTS.filter(({ part }) => without.includes(part)).map(({ sans }) => sans);
  const [only = "", ...others] = parts;
  if (others.length > 0) return parts.map((nom) => `ni ${nom}`).join(", ");
  return `pas ${/^[aeéiouy]/i.test(only) ? "d’" : "de "}${only}`;
}

/** By its mark: a sheet of a tableau de bord. */
export function isOfTableau({ resultSheet }: RawSheet): boolean {
  return resultSheet?.startsWith("tableau-") === true;
}

/** Whether some cell says the words of one of the contract's axes, actions or indicators. */
function namesContract({ sheets }: RawWorkbook, { convention }: Dossier): boolean {
  const items = [
    ...convention.axes,
    ...convention.actions,
    ...convention.actions.flatMap(({ indicateurs }) => indicateurs),
  ];
  const words = items.flatMap(({ intitule, alias }) => [intitule, ...alias].map(foldText));
  // A tableau de bord says the words of many contracts, and is the workbook of none.
  const own = sheets.filter((sheet) => !isOfTableau(sheet));
  return own.some(({ blocks }) =>
    blocks.some(({ values }) =>
      values.some((row) =>
        row.some((value) => {
          const text = typeof value === "string" ? foldText(value) : "";
          return text !== "" && words.some((label) => text.includes(label));
        }),
      ),
    ),
  );
}

/** French sentence: that it is not this contract's, and what to do. */
export function sayNotThisContract(raw: RawWorkbook, { contratInconnu }: Dossier): string {
  return contratInconnu ?? typographie(raw.sheets.some(isOfTableau) ? TABLEAU : NOT_THIS_CONTRACT);
}

/**
 * Whether the workbook is not this contract's: nothing of the contract was read in it or named, or its actions are
 * those of another.
 */
export function isNotThisContract(raw: RawWorkbook, dossier: Dossier): boolean {
  if (dossier.autreContrat === true) return true;
  const hasNothing = PARTS.every(({ kind }) => dossier[kind] === null) && (dossier.nonLus ?? []).length === 0;
  return hasNothing && !namesContract(raw, dossier);
}

/** The workbook bears a seal, and no sheet « Contrat » any more. */
function isContratGone({ feuilleContrat, contratSigne, contratInconnu }: Dossier): boolean {
  if (feuilleContrat !== null || !contratSigne || contratInconnu !== undefined) return false;
  return contratSigne.source !== "donne" && contratSigne.sceau !== "absent";
}

/** `needsOf` gives the parts without which a rule is not checkable. */
export function composeVerdict(
  raw: RawWorkbook,
  dossier: Dossier,
  rules: readonly RuleResult[],
  summary: Verification["summary"],
  needsOf: (rule: string) => readonly TableKind[],
): Verdict {
  const has = ({ kind }: { readonly kind: TableKind }): boolean => dossier[kind] !== null;
  const covers = PARTS.filter(has).map(({ part }) => part);
  // The contract's own sheet is a convenience: nothing lacks where the product's contract serves. One that was taken away
  // took its avenants with it.
  const isSheetGone = isContratGone(dossier);
  const without = PARTS.filter((one) => !has(one) && (one.kind !== "feuilleContrat" || isSheetGone)).map(
    ({ part }) => part,
  );
  if (isNotThisContract(raw, dossier)) {
    return { state: "not-this-contract", sentence: sayNotThisContract(raw, dossier), covers, without };
  }
  const { question, contratInconnu } = dossier;
  if (question && contratInconnu !== undefined) {
    return { state: "to-confirm", sentence: contratInconnu, covers, without, questions: [question] };
  }
  // An execution is due once a year of the contract is over, whether or not the workbook has a table of it.
  const isExecutionDue = dossier.convention.annees.some((year) => isClosed(dossier.convention, year, dossier.asOf));
  const isAsked = (kind: TableKind): boolean =>
    dossier[kind] !== null || (kind === "execution" && isExecutionDue) || (kind === "feuilleContrat" && isSheetGone);
  const open = unchecked(rules, (rule) => needsOf(rule).every(isAsked));
  const said = composeSentence(summary, open, covers, without, dossier.nonLus ?? []);
  const ofContract = questionsDuContrat(dossier);
  const asked = dossier.questions ?? [];
  const { state, sentence } =
    ofContract.length > 0
      ? { state: "to-confirm" as const, sentence: composeQuestions(ofContract, summary) }
      : asked.length > 0
        ? { state: "to-confirm" as const, sentence: composeReadingQuestions(asked, summary) }
        : said;
  const origine = direOrigine(dossier, raw.name);
  const moment = direMoment(dossier);
  const whole = [sentence, ...describeSetAside(dossier.reponses), origine, moment]
    .filter((each) => each !== null)
    .join(" ");
  return { state, sentence: typographie(whole), covers, without, ...(asked.length > 0 && { questions: asked }) };
}

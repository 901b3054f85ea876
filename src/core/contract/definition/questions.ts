// What a definition still asks the people who know the contract: until each question is answered, nothing is certified by it.
import { concerne } from "./champ";
import { formatPath } from "./describe-issue";
import type { Convention } from "../convention";
import type { ContratSigne } from "../signed/feuille-contrat";
import { remember } from "../../domain/remember";
import { accord } from "../../domain/words/accord";
import { formatListeCourte } from "../../domain/words/format";
import { foldText } from "../../domain/words/label";
import { cite } from "../../domain/words/typographie";

/** A field of the definition, by its path, and what is asked of it. */
export type QuestionOuverte = NonNullable<Convention["questions"]>[number];

/** In the place of a text that nobody has read. */
export const A_COMPLETER = "À compléter";

/** The question about all that was read in a signed document: it is confirmed together, once. */
export const RELECTURE = "relecture";

/** Fields named in a sentence. */
const NAMED = 4;

/** "À compléter", "[à compléter]", "À COMPLÉTER – axe 2"; not a sentence that goes on. */
const LEFT_OPEN = /^[^\p{L}\p{N}]*a completer(?:[^\p{L}\p{N}]*$| *[-:])/u;

type Path = readonly PropertyKey[];

function textsIn(value: unknown, path: Path, add: (path: Path, texte: string) => void): void {
  if (typeof value === "string") {
    if (LEFT_OPEN.test(foldText(value))) add(path, value);
  } else if (Array.isArray(value)) value.forEach((each, index) => textsIn(each, [...path, index], add));
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value)) textsIn(each, [...path, key], add);
}

/** Those that are listed, then each text left « À compléter »; of a definition that was drafted, the list itself where it is gone. */
export const questionsOuvertes = remember((convention: Convention): readonly QuestionOuverte[] => {
  const { questions, origine } = convention;
  const contrat = { ...convention, questions: [], origine: null, sources: {} };
  const listed = questions ?? [];
  const isListGone = origine !== undefined && questions === undefined;
  const lost = {
    champ: "questions",
    question:
      "La liste des questions a disparu de cette définition : remettez-la, vide ([]) si chaque réponse est connue.",
  };
  const unread = origine?.nature === "contrat-signe" && convention.sources !== undefined && !convention.relecture;
  const toRead = {
    champ: RELECTURE,
    question:
      "Tout le reste a été lu dans le document, et « sources » dit où : comparez-le au contrat signé, puis confirmez-le en une fois.",
  };
  const open: QuestionOuverte[] = [...listed, ...(isListGone ? [lost] : []), ...(unread ? [toRead] : [])];
  textsIn(contrat, [], (path, texte) => {
    if (listed.some(({ champ }) => concerne(champ, path))) return;
    open.push({ champ: formatPath(path), question: `Ce texte est resté à compléter : ${cite(texte)}.` });
  });
  return open;
});

interface ContratServi {
  readonly convention: Convention;
  readonly contratSigne?: ContratSigne;
}

/** Of the contract that a workbook is held against, as it was signed. */
export const questionsDuContrat = ({ convention, contratSigne }: ContratServi): readonly QuestionOuverte[] =>
  questionsOuvertes(contratSigne?.convention ?? convention);

/** "12 questions sur le contrat restent sans réponse (intitule, cofinancement.seuil et 10 autres)". */
export function nommerQuestions(questions: readonly QuestionOuverte[]): string {
  const champs = [...new Set(questions.map(({ champ }) => champ))];
  const what = accord(questions.length, "question sur le contrat reste", "questions sur le contrat restent");
  return `${what} sans réponse (${formatListeCourte(champs, NAMED)})`;
}

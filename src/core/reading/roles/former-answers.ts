// A heading that changed since it was answered is asked about again, with what had been answered, by whom and for which words.
import type { Convention } from "../../contract/convention";
import { isSameSheet } from "xlsx-model/cell-ref";
import { signMotif } from "../../domain/describe-motif";
import {
  A_IGNORER,
  isSameRole,
  type Answer,
  type Question,
  type Reponse,
  type ReponseTenue,
} from "../../domain/question";
import { foldText } from "../../domain/words/label";
import { wordsOfPath } from "../../domain/words/path-words";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import { clauseOf } from "./column-roles";

const wordsOf = (path: readonly string[]): ReadonlySet<string> =>
  new Set(
    foldText(path.join(" "))
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
  );

const yearsOf = (words: ReadonlySet<string>): string =>
  [...words]
    .filter((word) => /^20\d\d$/.test(word))
    .sort()
    .join();

/** More than half of the words of the shorter one; of another year it is another column. */
const LEAST_SHARED = 0.5;

function likeness({ key, about }: Question, { key: former }: Reponse): number {
  const isElsewhere = key.sheet !== undefined && former.sheet !== undefined && !isSameSheet(key.sheet, former.sheet);
  if (about !== former.kind || isElsewhere) return 0;
  const [one, other] = [wordsOf(key.path), wordsOf(former.path)];
  if (yearsOf(one) !== yearsOf(other)) return 0;
  const shared = [...one].filter((word) => other.has(word)).length;
  const least = Math.min(one.size, other.size);
  return shared > LEAST_SHARED * least ? shared / Math.max(one.size, other.size) : 0;
}

const sameAnswer = ({ answers }: Question, { answer }: Reponse): Answer | null =>
  answers.find((one) => isSameRole(one, answer)) ?? null;

/** After "est-ce toujours". */
function clause(convention: Convention, { about }: Question, answer: Answer): string {
  const isPlain = about === "column" || answer.role === A_IGNORER;
  return isPlain ? clauseOf(convention, answer) : answer.label.replace(/^./u, (first) => first.toLocaleLowerCase("fr"));
}

function withFormer(question: Question, former: Reponse, convention: Convention): Question {
  const { by, speaksFor, on, key } = former;
  const { designation } = convention.collectivite;
  const answer = sameAnswer(question, former);
  const supposed = question.supposed ?? answer;
  const isStill = answer !== null && supposed !== null && isSameRole(supposed, answer);
  const words = cite(wordsOfPath(key.path));
  const what = answer === null || isStill ? "" : `${cite(answer.label)} : `;
  const asked = isStill ? `est-ce toujours ${clause(convention, question, answer)} ?` : null;
  const { place = "" } = question;
  return {
    ...question,
    ...(asked !== null && { text: typographie(`${place} : ${asked}`), asked: typographie(capitalise(asked)) }),
    former,
    supposed,
    evidence: [
      typographie(`${what}réponse de ${signMotif(by, speaksFor, on, designation)}, quand l’intitulé était ${words}`),
      ...question.evidence,
    ],
  };
}

/** `held` are all answers: those that stand nowhere any more were given for other words. */
export function withFormerAnswers(
  questions: readonly Question[],
  held: readonly ReponseTenue[],
  convention: Convention,
): readonly Question[] {
  const gone = held.filter(({ range }) => range === null).map(({ reponse }) => reponse);
  const pairs = questions
    .flatMap((question) => gone.map((former) => ({ question, former, score: likeness(question, former) })))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const found = new Map<Question, Reponse>();
  const taken = new Set<Reponse>();
  for (const { question, former } of pairs) {
    if (found.has(question) || taken.has(former)) continue;
    found.set(question, former);
    taken.add(former);
  }
  return questions.map((question) => {
    const former = found.get(question);
    return former ? withFormer(question, former, convention) : question;
  });
}

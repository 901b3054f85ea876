// The options --lecture and --lecture-sortie: answers about the reading from a file, and the questions of workbooks ready to be filled in.
import { addUnder } from "../../core/domain/group-by";
import type { Question, Reponse } from "../../core/domain/question";
import { cleReponse, readReponse, roleOutside } from "../../core/domain/reponses";
import { accord } from "../../core/domain/words/accord";
import { formatListe } from "../../core/domain/words/format";
import { wordsOfPath } from "../../core/domain/words/path-words";
import { cite, typographie } from "../../core/domain/words/typographie";
import { readAnswers } from "../read-answers";

const SHAPE =
  'il faut une liste d’objets { "key", "answer", "by", "on", "speaksFor" }, comme « --lecture-sortie » l’écrit. « answer » est l’une des réponses proposées, ou null pour une question laissée sans réponse';

/** Throws CommandError. */
export const readLecture = (path: string): readonly Reponse[] =>
  readAnswers("--lecture", path, SHAPE, readReponse).map(({ key, answer, by, on, speaksFor }) => ({
    key,
    answer,
    by,
    on,
    speaksFor,
  }));

/** What one workbook asks. */
export interface AskedBy {
  readonly workbook: string;
  readonly questions: readonly Question[];
}

const allEqual = (values: readonly unknown[]): boolean =>
  new Set(values.map((value) => JSON.stringify(value))).size === 1;

/**
 * Each question once, whatever workbooks ask it: on sheets of other names its answer holds on each. What is supposed stands as
 * the answer, unless it is not the same in all: whoever agrees adds his name and the date.
 */
export function questionsFile(asked: readonly AskedBy[], today: string): Uint8Array {
  const groups = new Map<string, { readonly workbook: string; readonly question: Question }[]>();
  for (const { workbook, questions } of asked) {
    for (const question of questions.filter(({ about }) => about !== "contract")) {
      addUnder(groups, JSON.stringify([question.key.kind, question.key.path]), { workbook, question });
    }
  }
  const entries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { key, text, evidence, supposed, answers } = first.question;
    const { sheet, ...everywhere } = key;
    const isOneSheet = allEqual(group.map(({ question }) => question.key.sheet ?? null));
    const isAgreed = allEqual(group.map(({ question }) => question.supposed));
    return {
      key: isOneSheet && sheet !== undefined ? key : everywhere,
      question: text,
      evidence,
      answer: isAgreed ? supposed && roleOutside(supposed) : null,
      answers: answers.map(roleOutside),
      by: "",
      on: today,
      speaksFor: null,
      ...(asked.length > 1 && { workbooks: [...new Set(group.map(({ workbook }) => workbook))] }),
    };
  });
  return new TextEncoder().encode(`${JSON.stringify(entries, null, 2)}\n`);
}

/** French sentence, for answers that no workbook of these had a use for; null where each served. */
export function tellUnused(path: string, given: readonly Reponse[], used: ReadonlySet<string>): string | null {
  const left = given.filter((reponse) => !used.has(cleReponse(reponse)));
  if (left.length === 0) return null;
  const named = left.map(({ key }) => cite(wordsOfPath(key.path)));
  const what = accord(left.length, "réponse ne sert", "réponses ne servent");
  return typographie(
    `--lecture ${path} : ${what} à aucun de ces classeurs, où ces mots ne figurent pas : ${formatListe(named)}.`,
  );
}

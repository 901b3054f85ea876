// From the workbook's questions to the one in focus, and from what is chosen to the answers that are given.
import { groupAlike } from "../../core/domain/alike-questions";
import type { Place, RangeRef } from "../../core/domain/cell-ref";
import type { LigneDeLecture } from "../../core/domain/lecture";
import { isSameRole, roleOf, type Answer, type Question, type Reponse, type Role } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { ReadingState } from "./reading-store";
import { readingTexts } from "./texts";

/** Those that one answer settles together; one at least. */
export type Group = readonly [Question, ...Question[]];

const yearsOf = ({ answers }: Question): readonly number[] => [
  ...new Set(answers.flatMap(({ year }) => (year === undefined ? [] : [year]))),
];

/** Where nothing tells the year of each, each is asked of on its own; so is each row. */
const canBeTogether = (group: Group): boolean =>
  group.every((question) => question.about === "column" && yearsOf(question).length < 2);

/** Rows under the same words are the same thing: one answer is kept for all of them. */
function askedOnce(questions: readonly Question[]): readonly Question[] {
  const byKey = new Map<string, Question>();
  for (const question of questions) {
    const key = cleReponse(question);
    const first = byKey.get(key);
    byKey.set(key, first ? { ...first, amounts: (first.amounts ?? 0) + (question.amounts ?? 0) } : question);
  }
  return [...byKey.values()];
}

/** In the order in which they are put. */
export function groupsOf(questions: readonly Question[], { later, oneByOne }: ReadingState): readonly Group[] {
  const isOneByOne = (group: Group): boolean => group.some((question) => oneByOne.includes(cleReponse(question)));
  const groups = groupAlike(askedOnce(questions)).flatMap((group): readonly Group[] =>
    canBeTogether(group) && !isOneByOne(group) ? [group] : group.map((question): Group => [question]),
  );
  const isLater = ([first]: Group): boolean => later.includes(cleReponse(first));
  return [...groups.filter((group) => !isLater(group)), ...groups.filter(isLater)];
}

/** On what it rests; of alike ones what holds for each, and how many of their amounts are the contract's. */
export function evidenceOf([first, ...others]: Group): readonly string[] {
  if (others.length === 0) return first.evidence;
  const ofEach = first.evidence.filter((clause) => others.every(({ evidence }) => evidence.includes(clause)));
  const counts = [first, ...others].map(({ sameAsContract }) => sameAsContract);
  const sum = (count: (of: NonNullable<Question["sameAsContract"]>) => number): number =>
    counts.reduce((total, each) => total + (each ? count(each) : 0), 0);
  const areAll = counts.every((each) => each !== undefined);
  return areAll
    ? [
        ...ofEach,
        readingTexts.sameAsContract(
          sum(({ same }) => same),
          sum(({ of }) => of),
        ),
      ]
    : ofEach;
}

/** What is chosen in the list of answers, and which of those that it names where they are several: a year, an action. */
export interface Choice {
  readonly what: string;
  /** Its label. */
  readonly which: string | null;
}

export const nameOf = ({ short, label }: Answer): string => short ?? label;

/** What may be chosen, the year or the action aside. */
export const choicesOf = (question: Question): readonly string[] => [...new Set(question.answers.map(nameOf))];

/** Those between which the person then chooses; none where there is only one. */
export function variantsOf(question: Question, what: string): readonly Answer[] {
  const own = question.answers.filter((each) => nameOf(each) === what);
  return own.length > 1 ? own : [];
}

/** Null while nothing is chosen, or none of several. */
export function chosenAnswer(question: Question, { what, which }: Choice): Answer | null {
  const own = question.answers.filter((each) => nameOf(each) === what);
  return own.length === 1 ? (own[0] ?? null) : (own.find(({ label }) => label === which) ?? null);
}

/** The one of its answers that was given. */
export const answerGiven = ({ answers }: Question, given: Role): Answer | null =>
  answers.find((one) => isSameRole(one, given)) ?? null;

/** Tells a line of the list from all others. */
export const nameOfLine = ({ about, name, range }: LigneDeLecture): string => JSON.stringify([about, name, range]);

/** All the cells of a question, to be gone to. */
export const placeOf = ({ sheet, top, left, bottom, right }: RangeRef): Place => ({
  ...{ sheet, row: top, column: left },
  end: { row: bottom, column: right },
});

/** A question with what is answered to it. */
export interface Answered {
  readonly question: Question;
  readonly answer: Answer;
}

export function reponsesOf(answered: readonly Answered[], who: Pick<Reponse, "by" | "on" | "speaksFor">): Reponse[] {
  return answered.map(({ question: { key }, answer }) => ({ key, answer: roleOf(answer), ...who }));
}

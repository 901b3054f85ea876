// From the workbook's questions to the one in focus, and from what is chosen to the answers that are given.
import { groupAlike } from "../../core/domain/alike-questions";
import type { Answer, Question, Reponse, Role } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { ReadingState } from "./reading-store";
import { readingTexts } from "./texts";

/** Those that one answer settles together; one at least. */
export type Group = readonly [Question, ...Question[]];

const yearsOf = ({ answers }: Question): readonly number[] => [
  ...new Set(answers.flatMap(({ year }) => (year === undefined ? [] : [year]))),
];

/** Where nothing tells the year of each, each is asked of on its own. */
const canBeTogether = (group: Group): boolean => group.every((question) => yearsOf(question).length < 2);

/** In the order in which they are put. */
export function groupsOf(questions: readonly Question[], { later, oneByOne }: ReadingState): readonly Group[] {
  const isOneByOne = (group: Group): boolean => group.some((question) => oneByOne.includes(cleReponse(question)));
  const groups = groupAlike(questions).flatMap((group): readonly Group[] =>
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

/** What is chosen in the list of answers; the year where several are possible. */
export interface Choice {
  readonly what: string;
  readonly year: number | null;
}

export const nameOf = ({ short, label }: Answer): string => short ?? label;

/** What may be chosen, the year aside. */
export const choicesOf = (question: Question): readonly string[] => [...new Set(question.answers.map(nameOf))];

/** The years between which the person chooses; none where only one is possible. */
export function yearsToChoose(question: Question, what: string): readonly number[] {
  const years = question.answers.flatMap((each) => (nameOf(each) === what ? (each.year ?? []) : []));
  return years.length > 1 ? years : [];
}

/** Null while nothing is chosen, or no year of several. */
export function chosenAnswer(question: Question, { what, year }: Choice): Answer | null {
  const own = question.answers.filter((each) => nameOf(each) === what);
  return own.length === 1 ? (own[0] ?? null) : (own.find((each) => each.year === year) ?? null);
}

/** The one of its answers that was given. */
export const answerGiven = ({ answers }: Question, { role, year, party, nature }: Role): Answer | null =>
  answers.find((one) => one.role === role && one.year === year && one.party === party && one.nature === nature) ?? null;

/** A question with what is answered to it. */
export interface Answered {
  readonly question: Question;
  readonly answer: Answer;
}

/** As the workbook keeps it: the words are the pane's. */
const roleOf = ({ role, year, party, nature }: Role): Role => ({
  role,
  ...(year !== undefined && { year }),
  ...(party && { party }),
  ...(nature && { nature }),
});

export function reponsesOf(answered: readonly Answered[], who: Pick<Reponse, "by" | "on" | "speaksFor">): Reponse[] {
  return answered.map(({ question: { key }, answer }) => ({ key, answer: roleOf(answer), ...who }));
}

// Questions that one answer settles together: columns of one table that are headed alike but for their year.
import { groupBy } from "./group-by";
import type { Question, Role } from "./question";

const YEAR = /(?<!\d)(?:20\d\d|'\d\d)(?!\d)/g;

const wordsOf = ({ key: { kind, path, sheet } }: Question): string =>
  JSON.stringify([kind, sheet ?? null, path.map((text) => text.replace(YEAR, "#"))]);

/** Whether two are headed alike but for their year. */
export const areHeadedAlike = (one: Question, other: Question): boolean => wordsOf(one) === wordsOf(other);

const roleOf = (role: Role | null): string => JSON.stringify(role && [role.role, role.party, role.nature, role.of]);

/** In the order of the first of each; those that suppose the same of other years stand together. */
export function groupAlike(questions: readonly Question[]): readonly (readonly [Question, ...Question[]])[] {
  return [...groupBy(questions, (question) => `${wordsOf(question)}/${roleOf(question.supposed)}`).values()];
}

/** The answer of another of them that says the same of its own year; null where it has none. */
export function sameAnswer(answer: Role, { answers }: Question): Question["answers"][number] | null {
  return (
    answers.find(
      (one) => roleOf(one) === roleOf(answer) && (one.year === answer.year || answers.every(isOtherYear(answer))),
    ) ?? null
  );
}

const isOtherYear =
  (answer: Role) =>
  ({ year }: Role): boolean =>
    year === undefined || year !== answer.year;

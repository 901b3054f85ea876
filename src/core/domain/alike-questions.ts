// Questions that one answer settles together: columns of one table that are headed alike but for their year.
import type { Question, Role } from "./question";

const YEAR = /(?<!\d)(?:20\d\d|'\d\d)(?!\d)/g;

const wordsOf = ({ key: { kind, path, sheet } }: Question): string =>
  JSON.stringify([kind, sheet ?? null, path.map((text) => text.replace(YEAR, "#"))]);

const roleOf = (role: Role | null): string => JSON.stringify(role && [role.role, role.party, role.nature]);

/** In the order of the first of each; those that suppose the same of other years stand together. */
export function groupAlike(questions: readonly Question[]): readonly (readonly [Question, ...Question[]])[] {
  const groups = new Map<string, [Question, ...Question[]]>();
  for (const question of questions) {
    const key = `${wordsOf(question)}/${roleOf(question.supposed)}`;
    const group = groups.get(key);
    if (group) group.push(question);
    else groups.set(key, [question]);
  }
  return [...groups.values()];
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

// From what is chosen of a question to the answers that are given.
import type { Place, RangeRef } from "xlsx-model/cell-ref";
import type { LigneDeLecture } from "../../core/domain/lecture";
import { isSameRole, roleOf, type Answer, type Question, type Reponse, type Role } from "../../core/domain/question";

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

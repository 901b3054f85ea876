// What was not read and is asked about nowhere: what is a question is told once, as a question.
import { overlaps, parseLocalRange } from "xlsx-model/cell-ref";
import type { Question } from "./question";

interface Somewhere {
  readonly sheet: string;
  /** Local A1 address; left out for a whole sheet. */
  readonly range?: string;
}

export function besideQuestions<P extends Somewhere>(
  places: readonly P[],
  questions: readonly Question[] = [],
): readonly P[] {
  const asked = questions.flatMap(({ range, alsoAt = [] }) => [...(range ? [range] : []), ...alsoAt]);
  return places.filter(({ sheet, range }) => {
    const place = range === undefined ? null : parseLocalRange(range);
    return place === null || !asked.some((one) => overlaps(one, { sheet, ...place }));
  });
}

// What the columns of a sample are read as, in the words of the list of all that is read.
import type { LigneDeLecture, TableauDeLecture } from "../../core/domain/lecture";
import type { Question } from "../../core/domain/question";
import { readingTexts } from "./texts";

/** Of a column by its letter; its heading says the year already, where it does. Empty while it is not known yet. */
export type Readings = (column: string, heading: string) => string;

/** The table in which a question stands; null where it is of no column or row of one. */
export const tableOf = (tables: readonly TableauDeLecture[], { range, about }: Question): TableauDeLecture | null =>
  (range &&
    (about === "column" || about === "row") &&
    tables.find(
      ({ range: { sheet, top, bottom } }) => sheet === range.sheet && range.top <= bottom && range.bottom >= top,
    )) ||
  null;

/** Without the year that its heading says: "État, voté" under « BP 2024 Etat ». */
export function shortened(as: string, heading: string): string {
  const year = / (20\d\d)$/.exec(as)?.[1];
  return year && heading.includes(year) ? as.slice(0, -5) : as;
}

const brief = ({ as, state }: LigneDeLecture, heading: string): string =>
  readingTexts.readAs(as && shortened(as, heading), state);

/** Null where the table of the question is read as nothing; `tables` is null while it is not known. */
export function readingsOf(tables: readonly TableauDeLecture[] | null, question: Question): Readings | null {
  if (tables === null) return () => "";
  const table = tableOf(tables, question);
  if (!table) return null;
  const lines = new Map(table.columns.map((line) => [line.name, line]));
  return (column, heading) => {
    const line = lines.get(column);
    return line ? brief(line, heading) : "";
  };
}

// Where the cells of a built table stand.
import type { Cell } from "../../../src/core/domain/dossier";

export const addressOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** The label's cell of each year that has the row; nothing where one label names the row for every year. */
export function labelsOf(
  label: Cell,
  years: readonly number[],
  annuel: Readonly<Record<string, readonly number[]>> | undefined,
) {
  if (!annuel) return {};
  const without = annuel[addressOf(label.ref.row, label.ref.column)] ?? [];
  return { labels: new Map(years.filter((annee) => !without.includes(annee)).map((annee) => [annee, label])) };
}

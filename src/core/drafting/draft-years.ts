// The years of a contract nobody has described yet: calendar years, or years that headings write as "2024/2025".
import type { Convention } from "../contract/convention";
import type { SheetGrid } from "../reading/sheet-grid";

const MAX_LENGTH = 120;
const SPAN = /(?<![\d/.-])(20\d\d) ?[/-] ?(20\d\d)(?![\d/.-])/g;

/** First years of the spans of two years that sheets, titles and headings name. */
export function findSpans(grids: readonly SheetGrid[]): readonly number[] {
  const found = new Set<number>();
  const look = (text: string): void => {
    if (text.length > MAX_LENGTH) return;
    for (const [, from, to] of text.matchAll(SPAN)) if (Number(to) === Number(from) + 1) found.add(Number(from));
  };
  for (const { sheet, rows } of grids) {
    look(sheet);
    for (const row of rows) {
      for (let column = row.left; column <= row.right; column += 1) {
        const text = row.text(column);
        if (text !== null) look(text);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Where a year lies in two calendar years, nothing in the tables says when it begins: July is a guess, which a person
 * is to look up.
 */
export function draftYear(annee: number, isSplit: boolean): Convention["annees"][number] {
  return isSplit
    ? { annee, debut: `${annee}-07-01`, fin: `${annee + 1}-06-30` }
    : { annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` };
}

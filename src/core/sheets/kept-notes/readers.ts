// The agent's formulas that read a row of a sheet of ours in whose place something else stands once it is written again.
import { formatCellRef, parseLocalRange, sheetKey } from "xlsx-model/cell-ref";
import { tokenize, unquoteSheet } from "xlsx-model/formula-text/formula-tokens";
import { formatListeCourte } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { RawSheet, RawWorkbook } from "../../workbook-port";
import { cellRows } from "./cell-rows";
import type { FollowedRows } from "./follow-rows";

const NAMED = 5;

/** Their cells; named ranges are not looked into. */
export function readersOf(
  { name }: RawSheet,
  { sheets }: RawWorkbook,
  { isReplaced }: FollowedRows,
): readonly string[] {
  const own = sheetKey(name);
  const readsMoved = (formula: string): boolean =>
    tokenize(formula).some(({ sheet, text }) => {
      const range = sheet !== null && sheetKey(unquoteSheet(sheet)) === own ? parseLocalRange(text) : null;
      return range !== null && (isReplaced(range.top) || isReplaced(range.bottom));
    });
  return sheets
    .filter(({ resultSheet }) => resultSheet === null)
    .flatMap((sheet) => [...cellRows(sheet).values()].flat().map((cell) => ({ ...cell, sheet: sheet.name })))
    .filter(({ formula }) => formula?.includes("!") && readsMoved(formula))
    .map(formatCellRef);
}

export function describeReaders({ name }: RawSheet, cells: readonly string[]): string {
  const one = cells.length === 1;
  return typographie(
    `${one ? "Une formule lit" : "Des formules lisent"} dans ${cite(name)} des lignes qui ne sont plus à la même place, et donc autre chose qu’avant : ` +
      `${formatListeCourte(cells, NAMED)}. Vérifiez-${one ? "la" : "les"}.`,
  );
}

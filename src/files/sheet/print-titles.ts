// The rows repeated on each printed page, as Excel's own name for them says: "'Feuil 1'!$A:$A,'Feuil 1'!$1:$2".
import { quoteSheet } from "../../core/domain/cell-ref";
import { tokenize } from "../../core/domain/formulas/formula-tokens";

export const PRINT_TITLES = "_xlnm.Print_Titles";

function areas(formula: string): string[] {
  return tokenize(formula)
    .filter(({ kind }) => kind === "reference")
    .map(({ text }) => text);
}

export function readTitleRows(formula: string | undefined): [number, number] | null {
  for (const area of areas(formula ?? "")) {
    const rows = /^\$?(\d+):\$?(\d+)$/.exec(area);
    if (rows) return [Number(rows[1]) - 1, Number(rows[2]) - 1];
  }
  return null;
}

/** The name's formula with those rows and the repeated columns it had; null when nothing is left to repeat. */
export function writeTitleRows(
  sheet: string,
  rows: readonly [number, number] | null,
  old: string | undefined,
): string | null {
  const kept = areas(old ?? "").filter((area) => !/\d/.test(area));
  const parts = rows ? [...kept, `$${rows[0] + 1}:$${rows[1] + 1}`] : kept;
  return parts.length === 0 ? null : parts.map((area) => `${quoteSheet(sheet)}!${area}`).join(",");
}

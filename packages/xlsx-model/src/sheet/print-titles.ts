// The rows and columns repeated on each printed page, as Excel's own name for them says: "'Feuil 1'!$A:$A,'Feuil 1'!$1:$2".
import { quoteSheet } from "../cell-ref";
import { columnIndex, columnName } from "../local-cell";
import { tokenize } from "../formula-text/formula-tokens";

export const PRINT_TITLES = "_xlnm.Print_Titles";

/** Zero-based first and last one. */
type Lines = readonly [first: number, last: number] | null;

interface PrintTitles {
  readonly rows: Lines;
  readonly columns: Lines;
}

const areas = (formula: string): string[] =>
  tokenize(formula)
    .filter(({ kind }) => kind === "reference")
    .map(({ text }) => text);

export function readPrintTitles(formula: string | undefined): PrintTitles {
  const found: { rows: Lines; columns: Lines } = { rows: null, columns: null };
  for (const area of areas(formula ?? "")) {
    const rows = /^\$?(\d+):\$?(\d+)$/.exec(area);
    if (rows) found.rows ??= [Number(rows[1]) - 1, Number(rows[2]) - 1];
    const columns = /^\$?([A-Z]+):\$?([A-Z]+)$/i.exec(area);
    if (columns?.[1] && columns[2]) found.columns ??= [columnIndex(columns[1]), columnIndex(columns[2])];
  }
  return found;
}

/** The name's formula; null when nothing is left to repeat. */
export function writePrintTitles(sheet: string, { rows, columns }: PrintTitles): string | null {
  const parts = [
    ...(columns ? [`$${columnName(columns[0])}:$${columnName(columns[1])}`] : []),
    ...(rows ? [`$${rows[0] + 1}:$${rows[1] + 1}`] : []),
  ];
  return parts.length === 0 ? null : parts.map((area) => `${quoteSheet(sheet)}!${area}`).join(",");
}

// Brings the figures that a chart part keeps of its cells up to date, and leaves all the rest of its text as it is.
import { isSameSheet, parseLocalRange } from "../cell-ref";
import { tokenize, unquoteSheet } from "../formula-text/formula-tokens";
import type { GridRange } from "../plan";
import { decodeXml } from "../xml/escape";
import { cachedPoints, type ChartCells } from "./write-chart";

const KEPT =
  /(<(?:[\w.-]+:)?f>([^<]*)<\/(?:[\w.-]+:)?f>\s*<((?:[\w.-]+:)?)(num|str)Cache>)([\s\S]*?)(<\/\3\4Cache>|$)/g;

/** Only figures of the chart's own sheet are refreshed: the cells of other sheets are not known here. */
export function refreshFigures(text: string, cells: ChartCells): string {
  return text.replace(
    KEPT,
    (whole, open: string, formula: string, prefix: string, kind: "num" | "str", inside: string, close: string) => {
      const range = ownRange(decodeXml(formula), cells.name);
      if (!range || close === "") return whole;
      const format = /<(?:[\w.-]+:)?formatCode>[^<]*<\/(?:[\w.-]+:)?formatCode>/.exec(inside)?.[0] ?? "";
      return open + format + cachedPoints(range, cells, kind, prefix) + close;
    },
  );
}

/** Null for cells of another sheet, and for what is no single range. */
export function ownRange(formula: string, sheet: string): GridRange | null {
  const [token, ...others] = tokenize(formula);
  if (!token || others.length > 0 || token.sheet === null) return null;
  return isSameSheet(unquoteSheet(token.sheet), sheet) ? parseLocalRange(token.text) : null;
}

// Writes our highlights as conditional formats that carry a mark, and takes earlier ones away.
import type { Highlight, RawWorkbook } from "../core/workbook-port";
import { highlightAreas } from "../core/sheets/highlights/highlight-areas";
import { HIGHLIGHT_STYLES } from "../core/sheets/highlights/highlight-style";
import { highlightFormula } from "../core/sheets/parts/marks";
import { refusals } from "../core/sheets/parts/refusals";
import { ourHighlights } from "./read-workbook";
import type { XlsxSheet } from "xlsx-model/sheet/xlsx-sheet";

/** Replaces all our highlights; answers the sentences for the sheets that refuse. */
export function writeHighlights(
  sheets: readonly XlsxSheet[],
  highlights: readonly Highlight[],
  read: RawWorkbook,
): string[] {
  const areas = highlightAreas(highlights);
  const planned = new Set(areas.map(({ sheet }) => sheet));
  const names = new Map(read.sheets.map(({ id, name }) => [id, name]));
  const refused: string[] = [];
  const writable = new Map<string, XlsxSheet>();
  for (const sheet of sheets) {
    const name = names.get(sheet.id) ?? sheet.name;
    const ours = ourHighlights(sheet);
    if (!sheet.isProtected) {
      writable.set(name, sheet);
      for (const id of ours) sheet.removeConditionalFormat(id);
    } else if (ours.length > 0 || planned.has(name)) refused.push(refusals.protectedHighlights(sheet.name));
  }
  for (const { sheet, severity, ranges } of areas) {
    writable.get(sheet)?.addConditionalFormat({
      type: "expression",
      ranges,
      formula: highlightFormula(severity),
      style: HIGHLIGHT_STYLES[severity],
    });
  }
  return refused;
}

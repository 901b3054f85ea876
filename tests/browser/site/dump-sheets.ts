// Everything that the agent could miss in his sheets: contents, styles, conditional formats, merges, sizes.
import type { PreviewWindow } from "../../../src/preview/preview-window";
import type { PreviewPage } from "./preview-page";

/** The agent's sheets of the example workbook. */
export const AGENT_SHEETS = ["Tableau budgétaire", "Indicateurs", "Exécution", "Lisez-moi", "Échéancier"];

/** One text for each sheet of the open workbook, by name. */
export function dumpSheets({ page }: PreviewPage): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const { model } = (window as PreviewWindow).session;
    const dumps = model.sheets.map((sheet) => {
      const used = sheet.usedRange(false);
      const cells: unknown[] = [];
      for (let row = 0; row <= (used?.bottom ?? -1); row++) {
        for (let column = 0; column <= (used?.right ?? -1); column++) {
          cells.push([row, column, sheet.content(row, column), sheet.style(row, column)]);
        }
      }
      const { merges, frozenRows, pageSetup } = sheet;
      const formats = sheet.conditionalFormats.map(({ type, ranges, formula, style }) => ({
        type,
        ranges,
        formula,
        style,
      }));
      const widths = Array.from({ length: 20 }, (_, column) => sheet.columnWidth(column));
      const heights = Array.from({ length: (used?.bottom ?? 0) + 1 }, (_, row) => sheet.rowHeight(row));
      return [sheet.name, JSON.stringify({ cells, merges, frozenRows, pageSetup, formats, widths, heights })];
    });
    return Object.fromEntries(dumps) as Record<string, string>;
  });
}

export function only(
  dump: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, dump[name]]));
}

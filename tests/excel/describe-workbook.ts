// A workbook as plain data, without the identifiers that differ from one opening to the next: for comparisons.
import type { SheetModel, WorkbookModel } from "../../src/files/workbook-model";

/** Stray cells far away are left to the used range. */
const ROWS = 700;
const COLUMNS = 24;

export function describeWorkbook(model: WorkbookModel) {
  return {
    sheets: model.sheets.map(describeSheet),
    names: model.names.map(({ name, formula, hidden, scope }) => ({
      name,
      formula,
      hidden,
      sheet: model.sheets.find(({ id }) => id === scope)?.name ?? null,
    })),
    active: model.activeSheet.name,
  };
}

function describeSheet(sheet: SheetModel) {
  const used = sheet.usedRange(false);
  const rows = Array.from({ length: Math.min((used?.bottom ?? -1) + 1, ROWS) }, (_, row) => row);
  const columns = Array.from({ length: Math.min((used?.right ?? -1) + 1, COLUMNS) }, (_, column) => column);
  const { name, visibility, merges, frozenRows, pageSetup } = sheet;
  return {
    name,
    visibility,
    used,
    merges,
    frozenRows,
    pageSetup,
    // A file takes several ranges for one format, Excel's API does not in every language.
    formats: sheet.conditionalFormats.flatMap(({ type, ranges, formula, style }) =>
      ranges.map((range) => ({ type, range, formula, style })),
    ),
    controls: sheet.entryControls,
    charts: sheet.charts,
    breaks: sheet.rowBreaks,
    widths: columns.map((column) => sheet.columnWidth(column)),
    heights: rows.map((row) => sheet.rowHeight(row)),
    cells: rows.flatMap((row) =>
      columns.map((column) => [row, column, sheet.content(row, column), sheet.style(row, column)]),
    ),
  };
}

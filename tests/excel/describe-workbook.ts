// A workbook as plain data, without the identifiers that differ from one opening to the next: for comparisons.
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { CellContent } from "xlsx-model/sheet-values";
import { hasBug } from "./tested-profile";

/** Stray cells far away are left to the used range. */
const ROWS = 700;
const COLUMNS = 24;

/** Of the significant digits that Excel keeps and shows: its sums are of doubles, the planned ones of decimals. */
const DIGITS = 15;

export function describeWorkbook(model: WorkbookModel) {
  return {
    sheets: model.sheets.map(describeSheet),
    // In no order: Excel lists them alphabetically.
    names: model.names
      .map(({ name, formula, hidden, scope }) => ({
        name,
        formula,
        hidden,
        sheet: model.sheets.find(({ id }) => id === scope)?.name ?? null,
      }))
      .sort((a, b) => `${a.name}/${a.sheet}`.localeCompare(`${b.name}/${b.sheet}`)),
    active: model.activeSheet.name,
  };
}

function describeSheet(sheet: SheetModel) {
  const used = sheet.usedRange(false);
  const rows = Array.from({ length: Math.min((used?.bottom ?? -1) + 1, ROWS) }, (_, row) => row);
  const columns = Array.from({ length: Math.min((used?.right ?? -1) + 1, COLUMNS) }, (_, column) => column);
  const { name, visibility, merges, frozenRows, frozenColumns, pageSetup } = sheet;
  return {
    name,
    visibility,
    used,
    merges,
    frozenRows,
    frozenColumns,
    hiddenColumns: columns.filter((column) => sheet.isColumnHidden(column)),
    pageSetup: hasBug("fit-to-pages-ignored") ? { ...pageSetup, fitTo: null } : pageSetup,
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
      columns.map((column) => [row, column, asShown(sheet.content(row, column)), sheet.style(row, column)]),
    ),
  };
}

/** A figure that was typed is compared whole, the result of a formula as far as Excel shows it. */
function asShown({ value, formula }: CellContent): CellContent {
  const isResult = formula !== null && typeof value === "number";
  return { value: isResult ? Number(value.toPrecision(DIGITS)) : value, formula };
}

// Finds or adds our result sheets, recognised by a hidden name and never by their tab, and rewrites them in place.
import { quoteSheet } from "../core/domain/cell-ref";
import type { RawWorkbook, SheetLayout, SheetPlan } from "../core/workbook-port";
import { RESULT_SHEET_MARKS } from "../core/writing/sheets/marks";
import { refusals } from "../core/writing/sheets/refusals";
import { freeSheetName } from "../core/writing/sheets/result-sheet-name";
import { WHOLE_SHEET } from "./sheet/ranges";
import type { XlsxSheet } from "./sheet/xlsx-sheet";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";
import { writeCharts } from "./write-charts";

export interface WrittenSheets {
  readonly sheetNames: readonly string[];
  readonly refused: readonly string[];
}

export function writeResultSheets(
  workbook: XlsxWorkbook,
  plans: readonly SheetPlan[],
  read: RawWorkbook,
): WrittenSheets {
  const sheetNames: string[] = [];
  const refused: string[] = [];
  for (const plan of plans) {
    const known = read.sheets.find(({ resultSheet }) => resultSheet === plan.kind);
    const existing = known && workbook.sheets.find(({ id }) => id === known.id);
    if (existing?.isProtected) refused.push(refusals.protectedResultSheet(existing.name));
    else if (!existing && workbook.isStructureProtected) refused.push(refusals.protectedStructure(plan.name));
    else {
      const sheet = existing ?? addSheet(workbook, plan);
      layOutSheet(sheet, plan);
      sheetNames.push(sheet.name);
    }
  }
  return { sheetNames, refused };
}

function addSheet(workbook: XlsxWorkbook, { kind, name }: SheetPlan): XlsxSheet {
  const sheet = workbook.addSheet(freeSheetName(name, workbook.tabNames()));
  addMark(workbook, RESULT_SHEET_MARKS[kind], sheet.name);
  return sheet;
}

export function addMark(workbook: XlsxWorkbook, mark: string, sheetName: string): void {
  workbook.setName({ name: mark, formula: `${quoteSheet(sheetName)}!$A$1`, hidden: true, scope: null });
}

/** The cells begin at `origin`; the other ranges are those of the sheet. */
export function writeContents(
  sheet: XlsxSheet,
  { cells, styles, merges }: Pick<SheetLayout, "cells" | "styles" | "merges">,
  origin: { readonly row: number; readonly column: number },
): void {
  for (const [row, line] of cells.entries()) {
    for (const [column, { value, formula }] of line.entries()) {
      if (formula !== undefined || (value !== null && value !== ""))
        sheet.setContent(origin.row + row, origin.column + column, { value, formula: formula ?? null });
    }
  }
  for (const { range, style } of styles) sheet.setStyle(range, style);
  for (const range of merges) sheet.merge(range);
}

/** Whatever stood on the sheet goes, but for the charts and pictures of the agent. */
export function layOutSheet(sheet: XlsxSheet, plan: SheetLayout): void {
  sheet.reset();
  sheet.unmerge(WHOLE_SHEET);
  writeContents(sheet, plan, { row: 0, column: 0 });
  for (const [column, characters] of plan.columnWidths.entries()) sheet.setColumnWidth(column, characters);
  for (const { row, height } of plan.rowHeights) sheet.setRowHeight(row, height);
  sheet.frozenRows = plan.frozenRows;
  writeCharts(sheet, plan.charts ?? []);
  sheet.rowBreaks = plan.page.breaks ?? [];
  const { orientation, titleRows, header, footer, printedRows } = plan.page;
  sheet.pageSetup = {
    orientation,
    paper: "a4",
    // As wide as one page; as many pages down as needed, or one for the printed rows.
    fitTo: { width: 1, height: printedRows === undefined ? 0 : 1 },
    titleRows,
    header,
    footer,
    printArea:
      printedRows === undefined
        ? null
        : { top: 0, left: 0, bottom: printedRows - 1, right: plan.columnWidths.length - 1 },
  };
}

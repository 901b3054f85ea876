// Finds or adds our result sheets, recognised by a hidden name and never by their tab, and rewrites them in place.
import { quoteSheet } from "../core/domain/cell-ref";
import type { RawWorkbook, SheetLayout, SheetPlan } from "../core/workbook-port";
import { RESULT_SHEET_MARKS } from "../core/writing/marks";
import { refusals } from "../core/writing/refusals";
import { freeSheetName } from "../core/writing/result-sheet-name";
import { WHOLE_SHEET } from "./sheet/ranges";
import type { XlsxSheet } from "./sheet/xlsx-sheet";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";

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
  workbook.setName({
    name: RESULT_SHEET_MARKS[kind],
    formula: `${quoteSheet(sheet.name)}!$A$1`,
    hidden: true,
    scope: null,
  });
  return sheet;
}

/** Whatever stood on the sheet goes. */
export function layOutSheet(sheet: XlsxSheet, plan: SheetLayout): void {
  sheet.reset();
  for (const [row, cells] of plan.cells.entries()) {
    for (const [column, { value, formula }] of cells.entries()) {
      if (formula !== undefined || (value !== null && value !== ""))
        sheet.setContent(row, column, { value, formula: formula ?? null });
    }
  }
  for (const { range, style } of plan.styles) sheet.setStyle(range, style);
  sheet.unmerge(WHOLE_SHEET);
  for (const range of plan.merges) sheet.merge(range);
  for (const [column, characters] of plan.columnWidths.entries()) sheet.setColumnWidth(column, characters);
  for (const { row, height } of plan.rowHeights) sheet.setRowHeight(row, height);
  sheet.frozenRows = plan.frozenRows;
  const { orientation, titleRows, header, footer } = plan.page;
  // As wide as one page; as many pages down as needed.
  sheet.pageSetup = { orientation, paper: "a4", fitTo: { width: 1, height: 0 }, titleRows, header, footer };
}

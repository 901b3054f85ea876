// Adds annexes as new sheets at the end of the workbook, and shows the first one; or writes one where the agent wants it.
import { absoluteRange } from "../core/domain/cell-ref";
import type { AnnexePlan, PlacedAnnexe } from "../core/workbook-port";
import { RESULT_SHEET_MARKS } from "../core/writing/sheets/marks";
import { freeSheetName } from "../core/writing/sheets/result-sheet-name";
import type { XlsxSheet } from "./sheet/xlsx-sheet";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";
import { addMark, layOutSheet, writeContents } from "./write-result-sheets";

/** Answers the tab names that the annexes got. */
export function writeAnnexes(workbook: XlsxWorkbook, annexes: readonly AnnexePlan[]): readonly string[] {
  const sheets = annexes.map((annexe) => {
    const sheet = workbook.addSheet(freeSheetName(annexe.name, workbook.tabNames()));
    layOutSheet(sheet, annexe);
    addEntries(workbook, sheet, annexe);
    if (annexe.mark) addMark(workbook, RESULT_SHEET_MARKS[annexe.mark], sheet.name);
    return sheet;
  });
  const [first] = sheets;
  if (first) workbook.activeSheet = first;
  return sheets.map(({ name }) => name);
}

/** Answers the tab name of the sheet. */
export function writePlaced(workbook: XlsxWorkbook, placed: PlacedAnnexe): string {
  const { area, columnWidths, rowHeights } = placed;
  const sheet = workbook.sheets.find(({ name }) => name === area.sheet);
  if (!sheet) throw new Error(`no sheet ${area.sheet}`);
  // What formats the empty cells had: one of text would keep a formula as a text.
  sheet.resetStyle(area);
  writeContents(sheet, placed, { row: area.top, column: area.left });
  for (const { column, characters } of columnWidths) sheet.setColumnWidth(column, characters);
  for (const { row, height } of rowHeights) sheet.setRowHeight(row, height);
  addEntries(workbook, sheet, placed);
  workbook.activeSheet = sheet;
  return sheet.name;
}

function addEntries(
  workbook: XlsxWorkbook,
  sheet: XlsxSheet,
  { controls, names }: Pick<AnnexePlan, "controls" | "names">,
): void {
  for (const control of controls) sheet.addEntryControl(control);
  for (const { name, range } of names) {
    const formula = absoluteRange({ sheet: sheet.name, ...range });
    workbook.setName({ name, formula, hidden: false, scope: sheet.id });
  }
}

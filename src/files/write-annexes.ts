// Adds annexes as new sheets at the end of the workbook, and shows the first one; or writes one where the agent wants it.
import { absoluteRange, parseCellRef, type RangeRef } from "xlsx-model/cell-ref";
import type { AnnexePlan, PlacedAnnexe, RawWorkbook } from "../core/workbook-port";
import { RESULT_SHEET_MARKS } from "../core/sheets/parts/marks";
import { annexeTargets, unfinishedAnnexes } from "../core/sheets/parts/sheet-targets";
import type { XlsxSheet } from "xlsx-model/sheet/xlsx-sheet";
import type { XlsxWorkbook } from "xlsx-model/workbook/xlsx-workbook";
import { addMark, dressSheet, isEmptyIn, layOutSheet, writeContents } from "./write-result-sheets";

/** `taken` are the tab names of the result sheets of the same plan. Answers those that the annexes got. */
export function writeAnnexes(
  workbook: XlsxWorkbook,
  annexes: readonly AnnexePlan[],
  read: RawWorkbook,
  taken: readonly string[],
): readonly string[] {
  const sheets = annexeTargets(annexes, read, taken, isEmptyIn(workbook)).map(
    ({ plan: annexe, name, sheet: standing, isWhole }) => {
      const sheet = workbook.sheets.find(({ id }) => id === standing?.id) ?? workbook.addSheet(name);
      if (isWhole) return sheet;
      layOutSheet(sheet, annexe);
      dressSheet(sheet, annexe);
      addEntries(workbook, sheet, annexe);
      if (annexe.mark) addMark(workbook, RESULT_SHEET_MARKS[annexe.mark], sheet.name);
      return sheet;
    },
  );
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

/** Takes away what an interrupted write in Excel left of annexes. */
export function removeUnfinished(workbook: XlsxWorkbook, read: RawWorkbook): void {
  const { unfinished = [] } = read;
  const removed = unfinishedAnnexes(read);
  for (const { id } of removed) workbook.removeSheet(id);
  for (const { kind, mark, range } of unfinished) {
    const sheet = workbook.sheets.find(({ name }) => name === range?.sheet);
    if (kind === "placed" && range && sheet) clearArea(workbook, sheet, range);
    const isRemoved =
      kind === "annexe" && removed.some(({ name }) => name.toLowerCase() === range?.sheet.toLowerCase());
    if (range === null || kind === "placed" || isRemoved) workbook.removeName(mark, null);
  }
}

/** What an earlier run left half-placed would be in the way of the very run that is to replace it. */
export function removePlaced(workbook: XlsxWorkbook, read: RawWorkbook): void {
  removeUnfinished(workbook, { ...read, unfinished: read.unfinished?.filter(({ kind }) => kind === "placed") ?? [] });
}

function clearArea(workbook: XlsxWorkbook, sheet: XlsxSheet, area: RangeRef): void {
  sheet.unmerge(area);
  sheet.clear(area, "contents");
  sheet.resetStyle(area);
  sheet.removeEntryControls(area);
  const { top, left, bottom, right } = area;
  for (const { name, formula, scope } of workbook.names) {
    const cell = scope === sheet.id ? parseCellRef(formula.replace(/:.*$/, "")) : null;
    if (!cell || cell.row < top || cell.row > bottom || cell.column < left || cell.column > right) continue;
    if (!name.startsWith("_xlnm.")) workbook.removeName(name, scope);
  }
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

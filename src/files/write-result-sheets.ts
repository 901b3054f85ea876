// Finds or adds our result sheets, recognised by a hidden name and never by their tab, and rewrites them in place.
import { quoteSheet } from "xlsx-model/cell-ref";
import type { PlannedCell, RawSheet, RawWorkbook, SheetLayout, SheetPlan } from "../core/workbook-port";
import { RESULT_SHEET_MARKS, unfinishedMark } from "../core/sheets/parts/marks";
import { refusals } from "../core/sheets/parts/refusals";
import { followFills, type Fill } from "../core/sheets/kept-notes/follow-fills";
import { resultTargets } from "../core/sheets/parts/sheet-targets";
import { PAPER_A3, PAPER_A4 } from "xlsx-model/sheet/page-setup";
import type { XlsxSheet } from "xlsx-model/sheet/xlsx-sheet";
import type { XlsxWorkbook } from "xlsx-model/workbook/xlsx-workbook";
import { writeCharts } from "./write-charts";

const NOTHING: PlannedCell = { value: null };

export interface WrittenSheets {
  readonly sheetNames: readonly string[];
  readonly refused: readonly string[];
}

export function writeResultSheets(
  workbook: XlsxWorkbook,
  plans: readonly SheetPlan[],
  read: RawWorkbook,
): WrittenSheets {
  const { targets, refused } = resultTargets(plans, read, isEmptyIn(workbook));
  const faded: string[] = [];
  for (const { plan, name, sheet } of targets) {
    const existing = sheet && workbook.sheets.find(({ id }) => id === sheet.id);
    const target = existing ?? workbook.addSheet(name);
    const { fills, lost } = sheet && plan.own ? followFills(fillsOf(target, plan.own), sheet, plan) : NO_FILLS;
    layOutSheet(target, plan);
    for (const { row, column, color } of fills) {
      const change = color === null ? { pattern: "none" } : { fillColor: color };
      target.cellFormats.change({ top: row, left: column, bottom: row, right: column }, change);
    }
    if (lost.length > 0) faded.push(refusals.fillsGone(name, lost));
    if (plan.isUndressed === undefined) dressSheet(target, plan);
    for (const control of plan.controls ?? []) {
      target.removeEntryControls(control.range);
      target.addEntryControl(control);
    }
    addMark(workbook, RESULT_SHEET_MARKS[plan.kind], name);
    workbook.removeName(unfinishedMark(plan.kind), null);
  }
  return { sheetNames: targets.map(({ name }) => name), refused: [...refused, ...faded] };
}

const NO_FILLS = { fills: [], lost: [] };

function fillsOf({ part, cellFormats }: XlsxSheet, { rows }: NonNullable<SheetPlan["own"]>): readonly Fill[] {
  return [...part.grid.rowsWithin(0, rows - 1, false)].flatMap((row) =>
    [...part.grid.cells(row)].flatMap(([column]) => {
      const { fillColor: color } = cellFormats.at(row, column);
      return color === "" ? [] : [{ row, column, color }];
    }),
  );
}

/** Whether nothing stands on a sheet that was read. */
export function isEmptyIn(workbook: XlsxWorkbook): (sheet: RawSheet) => boolean {
  return ({ id, highlightIds }) => {
    const sheet = workbook.sheets.find((each) => each.id === id);
    return sheet !== undefined && sheet.usedRange(true) === null && highlightIds.length === 0;
  };
}

export function addMark(workbook: XlsxWorkbook, mark: string, sheetName: string): void {
  workbook.setName({ name: mark, formula: `${quoteSheet(sheetName)}!$A$1`, hidden: true, scope: null });
}

/** The cells begin at `origin`; the other ranges are those of the sheet. Each cell is made once, with its content and its format. */
export function writeContents(
  sheet: XlsxSheet,
  { cells, styles, merges }: Pick<SheetLayout, "cells" | "styles" | "merges">,
  { row: top, column: left }: { readonly row: number; readonly column: number },
): void {
  const area = { top, left, bottom: top + cells.length - 1, right: left + (cells[0]?.length ?? 0) - 1 };
  const { range, numbers } = sheet.cellFormats.planned(styles, area);
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const { value, formula = null } = cells[row - top]?.[column - left] ?? NOTHING;
      const number = numbers[row - range.top]?.[column - range.left] ?? 0;
      if (formula !== null || (value !== null && value !== ""))
        sheet.setPlanned(row, column, { value, formula }, number);
      else if (number !== sheet.cellFormats.number(row, column)) sheet.part.grid.setFormat(row, column, number);
    }
  }
  sheet.merge(...merges);
}

/** Whatever stood on the sheet goes, but for the charts and pictures of the agent, and what he did beyond what is ours. */
export function layOutSheet(sheet: XlsxSheet, plan: SheetLayout & Pick<SheetPlan, "own">): void {
  const { own } = plan;
  sheet.reset(own && { top: 0, left: 0, bottom: own.rows - 1, right: own.columns - 1 });
  writeContents(sheet, plan, { row: 0, column: 0 });
  for (const [column, characters] of plan.columnWidths.entries()) sheet.setColumnWidth(column, characters);
  for (const { row, height } of plan.rowHeights) sheet.setRowHeight(row, height);
  for (const column of plan.hiddenColumns ?? []) sheet.setColumnHidden(column, true);
  writeCharts(sheet, plan.charts ?? []);
}

/** Its page, and the rows that stay in view. */
export function dressSheet(sheet: XlsxSheet, plan: SheetLayout): void {
  sheet.frozenRows = plan.frozenRows;
  if (plan.frozenColumns !== undefined) sheet.frozenColumns = plan.frozenColumns;
  sheet.rowBreaks = plan.page.breaks ?? [];
  const { orientation, paper, margins, across, titleRows, header, footer, printedRows } = plan.page;
  sheet.columnBreaks = across?.breaks ?? [];
  sheet.pageSetup = {
    ...sheet.pageSetup,
    orientation,
    paper: paper === "A4" ? PAPER_A4 : PAPER_A3,
    margins,
    ...(across && { scale: across.scale }),
    // As wide as one page unless it takes several; as many pages down as needed, or one for the printed rows.
    fitTo: across ? null : { width: 1, height: printedRows === undefined ? 0 : 1 },
    titleColumns: across && across.titleColumns > 0 ? [0, across.titleColumns - 1] : null,
    titleRows,
    header,
    footer,
    printArea:
      printedRows === undefined
        ? null
        : [{ top: 0, left: 0, bottom: printedRows - 1, right: plan.columnWidths.length - 1 }],
  };
}

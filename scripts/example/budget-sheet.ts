// The sheet of the budget table, laid out as in the annex: two heading rows, axe rows, actions, TOTAL.
import { formatLocalCell } from "xlsx-model/local-cell";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { SheetModel } from "xlsx-model/workbook-model";
import { annexeBudget } from "./annexe";
import { looks, typeIn } from "./looks";

const LAST_COLUMN = 12;
/** Total, Etat and DM of each year. */
const YEAR_COLUMNS = [1, 4, 7, 10];

export interface BudgetLayout {
  /** Zero-based row of the years. */
  readonly top: number;
  readonly firstRow: number;
  readonly totalRow: number;
}

/** Types the annex as it stands, from the given row on. */
export function layOutBudget(sheet: SheetModel, top: number): BudgetLayout {
  const layout = { top, firstRow: top + 2, totalRow: top + annexeBudget.length - 1 };
  annexeBudget.forEach((cells, index) => cells.forEach((value, column) => typeIn(sheet, top + index, column, value)));
  dress(sheet, layout);
  return layout;
}

/** Replaces the typed totals of the actions and of the table by the service's formulas. */
export function putFormulas(sheet: SheetModel, { firstRow, totalRow }: BudgetLayout): void {
  for (const column of YEAR_COLUMNS) {
    for (let row = firstRow; row < totalRow; row++) {
      if (isAxeRow(sheet, row)) continue;
      const [etat, metropole] = [formatLocalCell(row, column + 1), formatLocalCell(row, column + 2)];
      sheet.setContent(row, column, { value: UNCOMPUTED, formula: `=${etat}+${metropole}` });
    }
  }
  for (let column = 1; column <= LAST_COLUMN; column++) sumColumn(sheet, totalRow, column, firstRow, totalRow - 1);
}

export function sumColumn(sheet: SheetModel, row: number, column: number, first: number, last: number): void {
  const formula = `=SUM(${formatLocalCell(first, column)}:${formatLocalCell(last, column)})`;
  sheet.setContent(row, column, { value: UNCOMPUTED, formula });
}

function isAxeRow(sheet: SheetModel, row: number): boolean {
  return String(sheet.content(row, 0).value).startsWith("Axe");
}

function dress(sheet: SheetModel, { top, firstRow, totalRow }: BudgetLayout): void {
  sheet.setStyle({ top, left: 0, bottom: top + 1, right: LAST_COLUMN }, looks.heading);
  sheet.merge({ top, left: 0, bottom: top + 1, right: 0 });
  for (const column of YEAR_COLUMNS) sheet.merge({ top, left: column, bottom: top, right: column + 2 });
  for (let row = firstRow; row < totalRow; row++) {
    if (isAxeRow(sheet, row)) {
      sheet.setStyle({ top: row, left: 0, bottom: row, right: LAST_COLUMN }, looks.axe);
      sheet.setRowHeight(row, 20);
    } else {
      sheet.setStyle({ top: row, left: 0, bottom: row, right: 0 }, looks.label);
      sheet.setStyle({ top: row, left: 1, bottom: row, right: LAST_COLUMN }, looks.montant);
      sheet.setRowHeight(row, 34);
    }
  }
  sheet.setStyle({ top: totalRow, left: 0, bottom: totalRow, right: LAST_COLUMN }, looks.total);
  sheet.setRowHeight(totalRow, 22);
  sheet.setColumnWidth(0, 52);
  for (let column = 1; column <= LAST_COLUMN; column++) sheet.setColumnWidth(column, 10);
  sheet.frozenRows = firstRow;
}

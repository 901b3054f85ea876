// The typical slips of an agent's workbook, one a function; each changes as few cells as the slip does in life.
import { formatLocalCell } from "xlsx-model/local-cell";
import type { SheetModel } from "xlsx-model/workbook-model";
import { sumColumn, type BudgetLayout } from "./budget-sheet";
import { EXECUTION_LAYOUT } from "./execution-sheet";
import { looks, typeIn } from "./looks";

// Zero-based columns of the budget table: Total, Etat, DM of each year from B on.
const TOTAL_2024 = 1;
const ETAT_2024 = 2;
const METROPOLE_2025 = 6;
const ETAT_2026 = 8;
const TOTAL_2027 = 10;
const CIBLE_2026 = 5;

export function makeBudgetSlips(sheet: SheetModel, layout: BudgetLayout): void {
  const action = (number: number): number => findRow(sheet, layout, `${number} `);
  // The format hides the cents: the cell shows 65 000.
  typeIn(sheet, action(1), METROPOLE_2025, 64_999.99);
  typeIn(sheet, action(1), TOTAL_2024, "130 000 €");
  // Two digits swapped: 47 500 in the contract.
  typeIn(sheet, action(5), ETAT_2024, 45_700);
  typeIn(sheet, action(6), TOTAL_2027, 210_000);
  // A row was added to the table after the formula was written.
  sumColumn(sheet, layout.totalRow, ETAT_2026, layout.firstRow, layout.totalRow - 2);
  highlightReview(sheet, action(7), TOTAL_2027);
}

export function makeIndicatorSlips(sheet: SheetModel, top: number): void {
  const row = top + 4;
  if (!String(sheet.content(row, 0).value).startsWith("Action n°2 ")) {
    throw new Error(`no action 2 in ${formatLocalCell(row, 0)}`);
  }
  typeIn(sheet, row, CIBLE_2026, 130);
}

/** A total typed over its formula, two digits swapped. */
export function makeExecutionSlips(sheet: SheetModel): void {
  const { firstRow, total2025 } = EXECUTION_LAYOUT;
  const row = findRow(sheet, { firstRow, totalRow: (sheet.usedRange(true)?.bottom ?? 0) + 1 }, "6 ");
  typeIn(sheet, row, total2025, 198_600.65);
}

function findRow(sheet: SheetModel, layout: Pick<BudgetLayout, "firstRow" | "totalRow">, start: string): number {
  for (let row = layout.firstRow; row < layout.totalRow; row++) {
    if (String(sheet.content(row, 0).value).startsWith(start)) return row;
  }
  throw new Error(`no row starts with ${start}`);
}

function highlightReview(sheet: SheetModel, row: number, column: number): void {
  sheet.setStyle({ top: row, left: column, bottom: row, right: column + 2 }, looks.toReview);
}

// The sheet where the service keeps two years of execution, laid out beside the labels of the annex.
import { formatLocalCell } from "xlsx-model/local-cell";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { SheetModel } from "xlsx-model/workbook-model";
import { annexeBudget } from "./annexe";
import { sumColumn } from "./budget-sheet";
import type { Execution } from "./executions";
import { looks, typeIn } from "./looks";

const YEARS = [2024, 2025] as const;
/** Etat, DM, Total and the justification of each year. */
const WIDTH = 4;
const LAST_COLUMN = YEARS.length * WIDTH;

/** Zero-based. */
export const EXECUTION_LAYOUT = { firstRow: 4, total2025: 1 + WIDTH + 2 } as const;

export type Executions = Readonly<Record<string, readonly [Execution, Execution]>>;

export function layOutExecution(sheet: SheetModel, executions: Executions): void {
  typeIn(sheet, 0, 0, "Exécution budgétaire 2024-2025, en euros");
  sheet.setStyle({ top: 0, left: 0, bottom: 0, right: 0 }, looks.title);
  const top = 2;
  typeIn(sheet, top, 0, "Actions");
  for (const [index, year] of YEARS.entries()) {
    const left = 1 + index * WIDTH;
    typeIn(sheet, top, left, year);
    sheet.merge({ top, left, bottom: top, right: left + WIDTH - 1 });
    const headings = ["Exécuté Etat", "Exécuté DM", "Exécuté Total", "Justification"];
    for (const [offset, heading] of headings.entries()) typeIn(sheet, top + 1, left + offset, heading);
    for (let offset = 0; offset < WIDTH - 1; offset += 1) sheet.setColumnWidth(left + offset, 13);
    sheet.setColumnWidth(left + WIDTH - 1, 38);
  }
  sheet.merge({ top, left: 0, bottom: top + 1, right: 0 });
  sheet.setStyle({ top, left: 0, bottom: top + 1, right: LAST_COLUMN }, looks.heading);
  sheet.setColumnWidth(0, 52);
  const first = top + 2;
  let row = first;
  for (const [label] of annexeBudget.slice(2, -1)) {
    typeIn(sheet, row, 0, label ?? null);
    dressRow(sheet, row, String(label));
    const both = executions[String(label).split(" ")[0] ?? ""] ?? [];
    for (const [index, execution] of both.entries()) typeExecution(sheet, row, 1 + index * WIDTH, execution);
    row += 1;
  }
  typeIn(sheet, row, 0, "TOTAL");
  for (let column = 1; column <= LAST_COLUMN; column += 1) {
    if (column % WIDTH !== 0) sumColumn(sheet, row, column, first, row - 1);
  }
  sheet.setStyle({ top: row, left: 0, bottom: row, right: LAST_COLUMN }, { ...looks.total, numberFormat: "#,##0.00" });
  sheet.setRowHeight(row, 22);
  sheet.frozenRows = first;
}

function typeExecution(sheet: SheetModel, row: number, left: number, { etat, metropole, justification }: Execution) {
  typeIn(sheet, row, left, etat);
  typeIn(sheet, row, left + 1, metropole);
  const formula = `=${formatLocalCell(row, left)}+${formatLocalCell(row, left + 1)}`;
  sheet.setContent(row, left + 2, { value: UNCOMPUTED, formula });
  if (justification !== undefined) typeIn(sheet, row, left + 3, justification);
}

function dressRow(sheet: SheetModel, row: number, label: string): void {
  const whole = { top: row, left: 0, bottom: row, right: LAST_COLUMN };
  if (label.startsWith("Axe")) {
    sheet.setStyle(whole, looks.axe);
    sheet.setRowHeight(row, 20);
    return;
  }
  sheet.setStyle(whole, looks.label);
  for (const index of YEARS.keys()) {
    const left = 1 + index * WIDTH;
    sheet.setStyle(
      { top: row, left, bottom: row, right: left + WIDTH - 2 },
      { ...looks.montant, numberFormat: "#,##0.00" },
    );
  }
  sheet.setRowHeight(row, 46);
}

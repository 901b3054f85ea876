// The sheet of the indicators, laid out as in the annex: an action's label stands once, over its indicators.
import type { SheetModel } from "xlsx-model/workbook-model";
import { annexeIndicateurs } from "./annexe";
import { looks, typeIn } from "./looks";

const LAST_COLUMN = 6;

/** Types the annex as it stands, from the given row on. */
export function layOutIndicators(sheet: SheetModel, top: number): void {
  annexeIndicateurs.forEach((cells, index) => {
    cells.forEach((value, column) => typeIn(sheet, top + index, column, value));
    dressRow(sheet, top + index, index);
  });
  sheet.setColumnWidth(0, 48);
  sheet.setColumnWidth(1, 58);
  sheet.setColumnWidth(2, 12);
  for (let column = 3; column <= LAST_COLUMN; column++) sheet.setColumnWidth(column, 9);
  sheet.frozenRows = top + 1;
}

function dressRow(sheet: SheetModel, row: number, index: number): void {
  const label = annexeIndicateurs[index]?.[0];
  const whole = { top: row, left: 0, bottom: row, right: LAST_COLUMN };
  if (index === 0) {
    sheet.setStyle(whole, looks.heading);
    sheet.setRowHeight(row, 24);
  } else if (index === annexeIndicateurs.length - 1) {
    sheet.merge(whole);
    sheet.setStyle(whole, looks.note);
    sheet.setRowHeight(row, 30);
  } else if (typeof label === "string" && label.startsWith("Axe")) {
    sheet.setStyle(whole, looks.axe);
    sheet.setRowHeight(row, 20);
  } else {
    sheet.setStyle({ ...whole, right: 1 }, looks.label);
    sheet.setStyle({ ...whole, left: 2 }, looks.valeur);
    sheet.setRowHeight(row, rowHeight(index));
    // A second indicator continues the action above it.
    if (label === null) sheet.merge({ top: row - 1, left: 0, bottom: row, right: 0 });
  }
}

function rowHeight(index: number): number {
  const longest = Math.max(...(annexeIndicateurs[index] ?? []).map((value) => String(value ?? "").length));
  return 4 + 15 * Math.max(2, Math.ceil(longest / 56));
}

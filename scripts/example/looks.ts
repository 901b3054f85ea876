// How the service that keeps the example workbook dresses its sheets.
import type { CellStyle, CellValue } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";

const border = "#BFBFBF";

export const looks = {
  title: { font: { bold: true, size: 14, color: "#1F3864" } },
  subtitle: { font: { italic: true, color: "#595959" } },
  heading: {
    font: { bold: true, color: "#FFFFFF" },
    fill: "#1F3864",
    border,
    horizontal: "center",
    vertical: "center",
    wrap: true,
  },
  axe: { font: { bold: true, color: "#1F3864" }, fill: "#DDEBF7", border, vertical: "center" },
  label: { border, vertical: "center", wrap: true },
  montant: { border, vertical: "center", horizontal: "right", numberFormat: "#,##0" },
  valeur: { border, vertical: "center", horizontal: "center", numberFormat: "0" },
  total: { font: { bold: true }, fill: "#EDEDED", border, vertical: "center", numberFormat: "#,##0" },
  toReview: { fill: "#FFF2CC" },
  note: { font: { italic: true, size: 9 }, vertical: "top", wrap: true },
} as const satisfies Record<string, CellStyle>;

export function typeIn(sheet: SheetModel, row: number, column: number, value: CellValue): void {
  sheet.setContent(row, column, { value, formula: null });
}

// Plans to apply in the tests: a highlighted cell, and a result sheet that uses every part of a plan.
import type { Severity } from "../../src/core/verification";
import { MARGINS } from "../../src/core/sheets/parts/paper";
import type { Highlight, SheetPlan } from "../../src/core/workbook-port";

export function cellHighlight(sheet: string, row: number, column: number, severity: Severity): Highlight {
  return { severity, range: { sheet, top: row, left: column, bottom: row, right: column } };
}

/** With a live sum of these cells, and what it comes to. */
export function ecartsPlan(cells = "Budget!A1:B1", sum = 7): SheetPlan {
  return {
    kind: "ecarts",
    name: "Écarts",
    cells: [
      [{ value: "Écarts du contrat" }, { value: null }, { value: null }],
      [{ value: sum, formula: `=SUM(${cells})` }, { value: "Cellule" }, { value: "" }],
      [{ value: "Action 1 – 2025" }, { value: 64999.99 }, { value: "12 %" }],
    ],
    styles: [
      {
        range: { top: 0, left: 0, bottom: 2, right: 2 },
        style: { font: { size: 10, color: "#1F2937" }, vertical: "top" },
      },
      {
        range: { top: 0, left: 0, bottom: 0, right: 2 },
        style: { font: { size: 16, bold: true, color: "#1B365D" }, border: "#C5CCD6", vertical: "center" },
      },
      {
        range: { top: 1, left: 0, bottom: 2, right: 2 },
        style: { fill: "#E8EDF4", border: "#C5CCD6", wrap: true, font: { italic: true } },
      },
      { range: { top: 2, left: 1, bottom: 2, right: 1 }, style: { numberFormat: '#,##0.00 "€"', horizontal: "right" } },
      { range: { top: 1, left: 1, bottom: 1, right: 1 }, style: { font: { underline: true, italic: false } } },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    columnWidths: [40, 18, 12.5],
    rowHeights: [
      { row: 0, height: 30 },
      { row: 1, height: 21 },
      { row: 2, height: 21 },
    ],
    frozenRows: 2,
    frozenColumns: 1,
    hiddenColumns: [1],
    controls: [
      {
        range: { top: 1, left: 0, bottom: 99, right: 0 },
        rule: { kind: "list", values: ["Acceptée", "Refusée"] },
        title: "Choix attendu",
        message: "Choisissez dans la liste.",
      },
      {
        range: { top: 1, left: 1, bottom: 99, right: 1 },
        rule: { kind: "list", values: ["État", "Métropole"] },
        title: "Choix attendu",
        message: "Choisissez dans la liste.",
        isAdvice: true,
      },
    ],
    page: {
      orientation: "landscape",
      paper: "A4",
      margins: MARGINS,
      titleRows: [0, 1],
      header: "Contrat",
      footer: "Page &P / &N",
    },
  };
}

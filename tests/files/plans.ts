// Two small result sheets with one of everything that a plan can ask for.
import type { SheetPlan } from "../../src/core/workbook-port";
import { MARGINS } from "../../src/core/sheets/parts/paper";

const PAGE = {
  orientation: "landscape",
  paper: "A4",
  margins: MARGINS,
  titleRows: [0, 0],
  header: "Écarts && suites",
  footer: "Page &P / &N",
} as const;

export function ecartsPlan(): SheetPlan {
  return {
    kind: "ecarts",
    name: "Écarts",
    cells: [
      [{ value: "Écarts du contrat" }, { value: null }],
      [{ value: "D7", formula: `=HYPERLINK("#'Tableau budgétaire'!D7","D7")` }, { value: "=pas une formule" }],
      [{ value: 12.5 }, { value: "é & <ù>\nligne" }],
    ],
    styles: [
      {
        range: { top: 0, left: 0, bottom: 0, right: 1 },
        style: { font: { bold: true, color: "#FFFFFF", size: 14 }, fill: "#1F3864" },
      },
      { range: { top: 1, left: 0, bottom: 2, right: 1 }, style: { border: "#999999", wrap: true, vertical: "top" } },
      { range: { top: 2, left: 0, bottom: 2, right: 0 }, style: { numberFormat: '#,##0.00 "€"', horizontal: "right" } },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    columnWidths: [20, 40],
    rowHeights: [{ row: 1, height: 30 }],
    frozenRows: 1,
    frozenColumns: 1,
    hiddenColumns: [1],
    controls: [
      {
        range: { top: 1, left: 0, bottom: 99, right: 0 },
        rule: { kind: "list", values: ["Acceptée", "Refusée"] },
        title: "Choix attendu",
        message: "Choisissez dans la liste.",
      },
    ],
    page: PAGE,
  };
}

export function synthesePlan(): SheetPlan {
  return {
    kind: "synthese",
    name: "Synthèse par axe",
    cells: [
      [{ value: "Année" }, { value: 2024 }],
      [{ value: "État" }, { value: 332500, formula: "='Tableau budgétaire'!C15" }],
      [{ value: "Conformité" }, { value: "Conforme", formula: '=IF(B2=332500,"Conforme","Non conforme")' }],
      [
        { value: "Part" },
        { value: 0.5, formula: "='Tableau budgétaire'!D15/('Tableau budgétaire'!C15+'Tableau budgétaire'!D15)" },
      ],
    ],
    styles: [{ range: { top: 1, left: 1, bottom: 1, right: 1 }, style: { numberFormat: "#,##0" } }],
    merges: [],
    columnWidths: [20, 15],
    rowHeights: [],
    frozenRows: 0,
    page: { ...PAGE, titleRows: null },
  };
}

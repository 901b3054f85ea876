// A sheet, an annexe, an area and highlights that use all that a plan can say, each property with a value of its own.
import { chartName } from "../core/sheets/parts/marks";
import { MARGINS } from "../core/sheets/parts/paper";
import type { AnnexePlan, PlacedAnnexe, PlannedCell, SheetPlan, WritePlan } from "../core/workbook-port";
import type { ChartPlan } from "xlsx-model/plan";

/** The sheet on which highlights, changed cells and the placed area stand. */
export const BASE = "Essai – base";

const YEARS = ["2024", "2025", "2026"];

const CELLS: readonly (readonly PlannedCell[])[] = [
  [{ value: "Planche d’essai" }, { value: null }, { value: null }, { value: null }],
  [{ value: "Année" }, { value: "Prévu" }, { value: "Réalisé" }, { value: "Cible" }],
  ...YEARS.map((year, index) => [
    { value: year },
    { value: 1000.5 * (index + 1) },
    { value: 900 * (index + 1) },
    { value: 1000 * (index + 1) },
  ]),
  [
    { value: "Total" },
    { value: 6003, formula: "=SUM(B3:B5)" },
    { value: 5400, formula: "=SUM(C3:C5)" },
    { value: "oui", formula: `=IF(ROUND(SUM('${BASE}'!A1:B1),2)=3.75,"oui","non")` },
  ],
  [{ value: "1/2" }, { value: "=1+1" }, { value: "00130" }, { value: "-12 %" }],
];

const column = (at: number) => ({ top: 2, left: at, bottom: 4, right: at });

const chart = (name: string, isStacked: boolean, top: number): ChartPlan => ({
  name: chartName(name),
  title: `Graphique ${isStacked ? "empilé" : "groupé"}`,
  isStacked,
  categories: column(0),
  series: [
    { name: "Réalisé par année", values: column(2), color: "#5B9BD5", kind: "columns" },
    { name: "Prévu par année", values: column(1), color: "#1B365D", kind: "columns" },
    { name: "Cible", values: column(3), color: "#B45309", kind: isStacked ? "line" : "marks" },
  ],
  valueFormat: '#,##0 "€"',
  minimum: isStacked ? 0 : 100,
  place: { top, left: 5, bottom: top + 14, right: 10 },
});

const LAYOUT: Omit<SheetPlan, "kind" | "name" | "page"> = {
  cells: CELLS,
  styles: [
    {
      range: { top: 0, left: 0, bottom: 6, right: 3 },
      style: { font: { size: 10, color: "#1F2937" }, vertical: "top", border: "#C5CCD6" },
    },
    {
      range: { top: 0, left: 0, bottom: 0, right: 3 },
      style: {
        font: { size: 16, bold: true, color: "#1B365D" },
        fill: "#E8EDF4",
        vertical: "center",
        horizontal: "left",
      },
    },
    {
      range: { top: 1, left: 0, bottom: 1, right: 3 },
      style: { font: { italic: true, underline: true }, border: "#8A6100", horizontal: "center", wrap: true },
    },
    {
      range: { top: 2, left: 1, bottom: 5, right: 2 },
      style: { numberFormat: '#,##0.00 "€"', horizontal: "right", indent: 1, vertical: "bottom" },
    },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
  columnWidths: [30, 16, 16.5, 12, 3],
  hiddenColumns: [4],
  rowHeights: [
    { row: 0, height: 30 },
    { row: 1, height: 36 },
    { row: 2, height: 24 },
  ],
  charts: [chart("essai_empile", true, 0), chart("essai_groupe", false, 16)],
  frozenRows: 2,
  frozenColumns: 1,
  controls: [
    {
      range: { top: 2, left: 0, bottom: 4, right: 0 },
      rule: { kind: "list", values: ["2024", "2025", "2026"] },
      title: "Année attendue",
      message: "Choisissez une année.",
    },
    {
      range: { top: 2, left: 1, bottom: 4, right: 1 },
      rule: { kind: "decimal", minimum: 0 },
      title: "Montant attendu",
      message: "Saisissez un montant.",
      isAdvice: true,
    },
  ],
};

const LANDSCAPE: SheetPlan["page"] = {
  orientation: "landscape",
  paper: "A3",
  margins: MARGINS,
  titleRows: [0, 1],
  header: "Essai",
  footer: "Page &P / &N",
  breaks: [4],
  across: { scale: 80, titleColumns: 1, breaks: [2] },
};

/** The printed rows are fitted to one page: the counterpart of pages across. */
const PORTRAIT: SheetPlan["page"] = {
  orientation: "portrait",
  paper: "A4",
  margins: { left: 0.5, right: 0.6, top: 0.7, bottom: 0.8, header: 0.2, footer: 0.25 },
  titleRows: null,
  header: "Essai, une page",
  footer: "&P",
  printedRows: 5,
};

const ANNEXE: AnnexePlan = {
  ...LAYOUT,
  name: "Essai – annexe",
  charts: [],
  frozenRows: 0,
  frozenColumns: 2,
  hiddenColumns: [],
  page: PORTRAIT,
  controls: [
    {
      range: { top: 2, left: 0, bottom: 4, right: 0 },
      rule: { kind: "date", from: "2024-01-01", to: "2027-12-31" },
      title: "Date attendue",
      message: "Saisissez une date du contrat.",
    },
    {
      range: { top: 2, left: 1, bottom: 4, right: 1 },
      rule: { kind: "formula", formula: "=B3>=0" },
      title: "Montant attendu",
      message: "Saisissez un montant.",
    },
  ],
  names: [{ name: "essai_montants", range: { top: 2, left: 1, bottom: 4, right: 1 } }],
};

const PLACED: PlacedAnnexe = {
  area: { sheet: BASE, top: 9, left: 1, bottom: 10, right: 2 },
  cells: [
    [{ value: "Placé" }, { value: 12.5 }],
    [{ value: "Double" }, { value: 25, formula: "=C10*2" }],
  ],
  styles: [{ range: { top: 9, left: 1, bottom: 10, right: 2 }, style: { fill: "#FFF4CE", border: "#8A6100" } }],
  merges: [],
  controls: [],
  names: [],
  columnWidths: [{ column: 1, characters: 22 }],
  rowHeights: [{ row: 9, height: 28 }],
};

const range = (row: number, left: number, right = left) => ({ sheet: BASE, top: row, left, bottom: row, right });

/** Longer than one hidden name holds: the second of them is pointed at another text when it is answered otherwise. */
const answered = (table: string): NonNullable<WritePlan["reponses"]> => [
  {
    key: { kind: "table", path: ["budget", BASE, table.repeat(50)] },
    answer: { role: "tableau à vérifier", of: BASE },
    by: "Essai",
    on: "2024-06-01",
    speaksFor: "collectivite",
  },
];

/** The first time: all that can be said. */
export const FIRST: WritePlan = {
  sheets: [
    { ...LAYOUT, kind: "comparaison", name: "Essai – planche", page: LANDSCAPE },
    { ...LAYOUT, kind: "tableau-axes", name: "Essai – lignes", page: LANDSCAPE, charts: [], frozenColumns: 0 },
  ],
  highlights: [
    { severity: "error", range: range(0, 0) },
    { severity: "warning", range: range(2, 0, 1) },
    { severity: "info", range: range(3, 1) },
  ],
  cells: [
    { cell: { sheet: BASE, row: 5, column: 0 }, content: { value: 3.75, formula: "=A1+B1" }, numberFormat: "0.00" },
  ],
  annexes: [ANNEXE],
  placed: PLACED,
  reponses: answered("Essai"),
};

const without = { cells: CELLS.slice(0, 5), styles: LAYOUT.styles.slice(0, 1), merges: [] };
const [firstChart] = LAYOUT.charts ?? [];

/** The second time: less, over what stands there, so that what should go is seen to go. */
export const SECOND: WritePlan = {
  sheets: [
    {
      ...LAYOUT,
      ...without,
      kind: "comparaison",
      name: "Essai – planche",
      page: { ...PORTRAIT, printedRows: 4 },
      charts: firstChart ? [{ ...firstChart, series: firstChart.series.slice(0, 2) }] : [],
      frozenRows: 0,
      frozenColumns: 0,
    },
    { ...LAYOUT, ...without, kind: "tableau-axes", name: "Essai – lignes", page: LANDSCAPE, charts: [] },
  ],
  highlights: [{ severity: "warning", range: range(0, 0) }],
  reponses: answered("Repos"),
};

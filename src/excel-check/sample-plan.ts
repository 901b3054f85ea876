// A sheet, an annexe, an area and highlights that use all that a plan can say, each property with a value of its own.
import { chartName } from "../core/sheets/parts/marks";
import { MARGINS } from "../core/sheets/parts/paper";
import type { AnnexePlan, PlacedAnnexe, PlannedCell, SheetPlan, WritePlan } from "../core/workbook-port";
import { parseLocalRange } from "xlsx-model/cell-ref";
import type { CellStyle, ChartPlan, EntryControl, GridRange } from "xlsx-model/plan";

/** The sheet on which highlights, changed cells and the placed area stand. */
export const BASE = "Essai – base";

/** "A1:D7" */
function area(address: string): GridRange {
  const range = parseLocalRange(address);
  if (!range) throw new Error(`no range ${address}`);
  return range;
}

const based = (address: string) => ({ sheet: BASE, ...area(address) });

const cells = (...lines: readonly (readonly PlannedCell["value"][])[]): PlannedCell[][] =>
  lines.map((line) => line.map((value) => ({ value })));

const CELLS: readonly (readonly PlannedCell[])[] = [
  ...cells(
    ["Planche d’essai", null, null, null],
    ["Année", "Prévu", "Réalisé", "Cible"],
    ["2024", 1000.5, 900, 1000],
    ["2025", 2001, 1800, 2000],
    ["2026", 3001.5, 2700, 3000],
  ),
  [
    { value: "Total" },
    { value: 6003, formula: "=SUM(B3:B5)" },
    { value: 5400, formula: "=SUM(C3:C5)" },
    { value: "oui", formula: `=IF(ROUND(SUM('${BASE}'!A1:B1),2)=3.75,"oui","non")` },
  ],
  ...cells(["1/2", "=1+1", "00130", "-12 %"]),
];

const chart = (name: string, isStacked: boolean, place: string): ChartPlan => ({
  name: chartName(name),
  title: `Graphique ${isStacked ? "empilé" : "groupé"}`,
  isStacked,
  categories: area("A3:A5"),
  series: [
    { name: "Réalisé par année", values: area("C3:C5"), color: "#5B9BD5", kind: "columns" },
    { name: "Prévu par année", values: area("B3:B5"), color: "#1B365D", kind: "columns" },
    { name: "Cible", values: area("D3:D5"), color: "#B45309", kind: isStacked ? "line" : "marks" },
  ],
  valueFormat: '#,##0 "€"',
  minimum: isStacked ? 0 : 100,
  place: area(place),
});

const styled = (address: string, style: CellStyle) => ({ range: area(address), style });

const control = (address: string, rule: EntryControl["rule"], title: string, message: string) => {
  return { range: area(address), rule, title, message };
};

const LAYOUT: Omit<SheetPlan, "kind" | "name" | "page"> = {
  cells: CELLS,
  styles: [
    styled("A1:D7", { font: { size: 10, color: "#1F2937" }, vertical: "top", border: "#C5CCD6" }),
    styled("A1:D1", {
      font: { size: 16, bold: true, color: "#1B365D" },
      fill: "#E8EDF4",
      vertical: "center",
      horizontal: "left",
    }),
    styled("A2:D2", { font: { italic: true, underline: true }, border: "#8A6100", horizontal: "center", wrap: true }),
    styled("B3:C6", { numberFormat: '#,##0.00 "€"', horizontal: "right", indent: 1, vertical: "bottom" }),
  ],
  merges: [area("A1:D1")],
  columnWidths: [30, 16, 16.5, 12, 3],
  hiddenColumns: [4],
  rowHeights: [30, 36, 24].map((height, row) => ({ row, height })),
  charts: [chart("essai_empile", true, "F1:K15"), chart("essai_groupe", false, "F17:K31")],
  frozenRows: 2,
  frozenColumns: 1,
  controls: [
    control("A3:A5", { kind: "list", values: ["2024", "2025", "2026"] }, "Année attendue", "Choisissez une année."),
    {
      ...control("B3:B5", { kind: "decimal", minimum: 0 }, "Montant attendu", "Saisissez un montant."),
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
    control(
      "A3:A5",
      { kind: "date", from: "2024-01-01", to: "2027-12-31" },
      "Date attendue",
      "Saisissez une date du contrat.",
    ),
    control("B3:B5", { kind: "formula", formula: "=B3>=0" }, "Montant attendu", "Saisissez un montant."),
  ],
  names: [{ name: "essai_montants", range: area("B3:B5") }],
};

const PLACED: PlacedAnnexe = {
  area: based("B10:C11"),
  cells: [...cells(["Placé", 12.5]), [{ value: "Double" }, { value: 25, formula: "=C10*2" }]],
  styles: [styled("B10:C11", { fill: "#FFF4CE", border: "#8A6100" })],
  merges: [],
  controls: [],
  names: [],
  columnWidths: [{ column: 1, characters: 22 }],
  rowHeights: [{ row: 9, height: 28 }],
};

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
    { severity: "error", range: based("A1") },
    { severity: "warning", range: based("A3:B3") },
    { severity: "info", range: based("B4") },
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
  highlights: [{ severity: "warning", range: based("A1") }],
  reponses: answered("Repos"),
};

// A planned sheet seen as an agent sees it, and as an adapter would read it back on the next run.
import type { RawBlock, RawSheet, RawWorkbook, SheetLayout, SheetPlan } from "../../../src/core/workbook-port";
import type { CellStyle, CellValue } from "xlsx-model/plan";

export type Grid = readonly (readonly CellValue[])[];

export function valuesOf(plan: SheetLayout): CellValue[][] {
  return plan.cells.map((row) => row.map(({ value }) => value));
}

/** The style of one cell, later entries winning property by property. */
export function styleAt(plan: Pick<SheetLayout, "styles">, row: number, column: number): CellStyle {
  return plan.styles.reduce<CellStyle>((sum, { range, style }) => {
    const inside = range.top <= row && row <= range.bottom && range.left <= column && column <= range.right;
    return inside ? { ...sum, ...style, font: { ...sum.font, ...style.font } } : sum;
  }, {});
}

/** Rows as one text each, to search in. */
export function textOf(plan: SheetLayout): string {
  return valuesOf(plan)
    .map((row) => row.filter((value) => value !== null).join(" | "))
    .join("\n");
}

export function rowWhere(plan: SheetLayout, column: number, value: CellValue): number {
  const row = valuesOf(plan).findIndex((values) => values[column] === value);
  if (row < 0) throw new Error(`no row with ${String(value)} in column ${column}`);
  return row;
}

/** The sheet as it is read again, blank rows splitting it into blocks. */
export function readBack(plan: SheetPlan, values: Grid = valuesOf(plan)): RawSheet {
  const blocks: RawBlock[] = [];
  let first = 0;
  const isBlank = (row: number): boolean => (values[row] ?? []).every((value) => value === null);
  for (let row = 0; row <= values.length; row += 1) {
    if (row < values.length && !isBlank(row)) continue;
    if (row > first) {
      const rows = values.slice(first, row);
      blocks.push({
        row: first,
        column: 0,
        values: rows,
        formulas: rows.map((cells, index) =>
          cells.map((_, column) => plan.cells[first + index]?.[column]?.formula ?? null),
        ),
        numberFormats: rows.map((cells, index) =>
          cells.map((_, column) => styleAt(plan, first + index, column).numberFormat ?? "General"),
        ),
      });
    }
    first = row + 1;
  }
  return {
    id: `result-${plan.kind}`,
    name: plan.name,
    visibility: "visible",
    isProtected: false,
    resultSheet: plan.kind,
    blocks,
    highlightIds: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

/** The workbook of the next run: the agent's sheets and the result sheets as given. */
export function withResults(raw: RawWorkbook, ...results: readonly RawSheet[]): RawWorkbook {
  return { ...raw, sheets: [...raw.sheets.filter((sheet) => sheet.resultSheet === null), ...results] };
}

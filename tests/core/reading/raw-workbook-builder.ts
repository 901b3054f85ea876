// Builds a RawWorkbook from literal grids, one per sheet.
import type { RawSheet, RawWorkbook } from "../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";

/** A value; or a formula with its result; or a value with its US number format. */
export type CellLiteral =
  CellValue | { readonly formula?: string; readonly value: CellValue; readonly numberFormat?: string };

export interface SheetLiteral {
  readonly cells: readonly (readonly CellLiteral[])[];
  /** Zero-based place of the first cell; A1 by default. */
  readonly row?: number;
  readonly column?: number;
  readonly visibility?: RawSheet["visibility"];
  readonly resultSheet?: RawSheet["resultSheet"];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

type Grid = readonly (readonly CellLiteral[])[];

const isGrid = (literal: Grid | SheetLiteral): literal is Grid => Array.isArray(literal);

function expand(literal: CellLiteral): { value: CellValue; formula: string | null; numberFormat: string } {
  if (literal === null || typeof literal !== "object")
    return { value: literal, formula: null, numberFormat: "General" };
  return { value: literal.value, formula: literal.formula ?? null, numberFormat: literal.numberFormat ?? "General" };
}

function rawSheet(name: string, index: number, literal: SheetLiteral): RawSheet {
  const width = Math.max(0, ...literal.cells.map((row) => row.length));
  const cells = literal.cells.map((row) => Array.from({ length: width }, (_, column) => expand(row[column] ?? null)));
  const isRead =
    width > 0 && ((literal.visibility ?? "visible") === "visible" || (literal.resultSheet ?? null) !== null);
  return {
    id: `sheet-${index + 1}`,
    name,
    visibility: literal.visibility ?? "visible",
    isProtected: false,
    resultSheet: literal.resultSheet ?? null,
    blocks: isRead
      ? [
          {
            row: literal.row ?? 0,
            column: literal.column ?? 0,
            values: cells.map((row) => row.map(({ value }) => value)),
            formulas: cells.map((row) => row.map(({ formula }) => formula)),
            numberFormats: cells.map((row) => row.map(({ numberFormat }) => numberFormat)),
          },
        ]
      : [],
    highlightIds: [],
    hiddenRows: literal.hiddenRows ?? [],
    hiddenColumns: literal.hiddenColumns ?? [],
  };
}

/** rawWorkbook({ "Tableau budgétaire": [["Année", 2024], …] }). */
export function rawWorkbook(sheets: Readonly<Record<string, Grid | SheetLiteral>>): RawWorkbook {
  return {
    name: "classeur.xlsx",
    sheets: Object.entries(sheets).map(([name, literal], index) =>
      rawSheet(name, index, isGrid(literal) ? { cells: literal } : literal),
    ),
    isStructureProtected: false,
    choices: [],
  };
}

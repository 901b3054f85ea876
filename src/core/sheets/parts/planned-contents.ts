// Whether cells hold what a plan says, as Excel gives back what it was given.
import type { PlannedCell, SheetLayout } from "../../workbook-port";
import type { Contents } from "./changed-since";

/** And nothing else stands on the sheet. */
export function holdsExactly(contents: Contents, cells: SheetLayout["cells"]): boolean {
  return holds(contents, cells, 0, 0) && countOf(contents) === countOfPlan(cells);
}

export function holds(contents: Contents, cells: SheetLayout["cells"], top: number, left: number): boolean {
  return cells.every((line, row) =>
    line.every((cell, column) => isContent(contents.get(top + row)?.get(left + column) ?? null, cell)),
  );
}

export function isContent(found: string | number | boolean | null, { value, formula }: PlannedCell): boolean {
  if (formula !== undefined) return typeof found === "string" && plain(found) === plain(formula);
  if (typeof value === "number" && typeof found === "number") {
    // Excel keeps fifteen digits.
    return Math.abs(found - value) <= Math.abs(value) * 1e-14;
  }
  return found === (value === "" ? null : value);
}

/** Excel writes a formula its own way. */
const plain = (formula: string): string => formula.replaceAll(" ", "").toLowerCase();

const countOf = (contents: Contents): number => [...contents.values()].reduce((count, { size }) => count + size, 0);

const countOfPlan = (cells: SheetLayout["cells"]): number =>
  cells.flat().filter(({ value, formula }) => formula !== undefined || (value !== null && value !== "")).length;

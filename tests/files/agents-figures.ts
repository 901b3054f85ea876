// What formulas are compared over: figures such as agents have, three columns of them, and chance from a seed.
import type { CellValue } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";

export const ROWS = 12;

/** The same figures at each run. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const DATA: readonly CellValue[] = [0, 1, 0.5, 100, 1000, 130_000, 12.34, -3, 65_000, "nd", null, 2];

export function fill(sheet: SheetModel): void {
  for (let row = 0; row < ROWS; row += 1)
    for (let at = 0; at < 3; at += 1)
      sheet.setContent(row, at, { value: DATA[(row * 5 + at * 7) % DATA.length] ?? null, formula: null });
}

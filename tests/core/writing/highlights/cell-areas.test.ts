// Rectangles of cells: each cell once, and none that could be joined with another.
import fc from "../../../seeded";
import { expect, it } from "vitest";
import { LAST_COLUMN } from "../../../../src/core/domain/cell-ref";
import type { GridRange } from "../../../../src/core/workbook-port";
import { areasOf, cellNumber } from "../../../../src/core/writing/highlights/cell-areas";
import { cellsOf } from "./cells-of";

const cell = fc.record({ row: fc.nat(6), column: fc.nat(6) });

it("cover each cell once, joined side by side and then one above the other", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      const wanted = new Set(cells.map(({ row, column }) => cellNumber(row, column)));
      const areas = areasOf([...wanted]);
      const covered = areas.flatMap(cellsOf).map(({ row, column }) => cellNumber(row, column));
      expect(covered.length).toBe(wanted.size);
      expect(new Set(covered)).toEqual(wanted);
      const touch = (one: GridRange, other: GridRange): boolean =>
        (other.left === one.right + 1 && other.top <= one.bottom && one.top <= other.bottom) ||
        (other.top === one.bottom + 1 && other.left === one.left && other.right === one.right);
      expect(areas.filter((one) => areas.some((other) => touch(one, other)))).toEqual([]);
      const inOrder = [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
      expect(areas).toEqual(inOrder);
    }),
  );
});

it("do not join the last cell of a row with the first one of the next", () => {
  expect(areasOf([cellNumber(4, LAST_COLUMN), cellNumber(5, 0)])).toEqual([
    { top: 4, left: LAST_COLUMN, bottom: 4, right: LAST_COLUMN },
    { top: 5, left: 0, bottom: 5, right: 0 },
  ]);
});

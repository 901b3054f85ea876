// Rectangles of cells: each cell once, and none that could be joined with another.
import fc from "../../../seeded";
import { expect, it } from "vitest";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { GridRange } from "xlsx-model/plan";
import { areasOf } from "../../../../src/core/sheets/highlights/cell-areas";
import { cellsOf } from "./cells-of";

const cell = fc.record({ row: fc.nat(6), column: fc.nat(6) });

it("cover each cell once, joined side by side and then one above the other", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      const wanted = new Map(cells.map((each) => [formatLocalCell(each.row, each.column), each]));
      const areas = areasOf([...wanted.values()]);
      const covered = areas.flatMap(cellsOf).map(({ row, column }) => formatLocalCell(row, column));
      expect(covered.length).toBe(wanted.size);
      expect(new Set(covered)).toEqual(new Set(wanted.keys()));
      const touch = (one: GridRange, other: GridRange): boolean =>
        (other.left === one.right + 1 && other.top <= one.bottom && one.top <= other.bottom) ||
        (other.top === one.bottom + 1 && other.left === one.left && other.right === one.right);
      expect(areas.filter((one) => areas.some((other) => touch(one, other)))).toEqual([]);
      const inOrder = [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
      expect(areas).toEqual(inOrder);
    }),
  );
});

import fc from "../../../tests/seeded";
import { expect, it } from "vitest";
import type { Cell } from "../src/sheet/cell";
import { CellsOfRow } from "../src/sheet/cells-of-row";

const cellOf = (value: number): Cell => ({ style: 0, value, formulaXml: "", xml: null, extra: "" });

it("hold what a map would hold, and give it from left to right, however they were put", () => {
  const step = fc.tuple(fc.nat(12), fc.option(fc.nat(99), { freq: 4 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const [cells, expected] = [new CellsOfRow(), new Map<number, Cell>()];
      for (const [column, value] of steps) {
        if (value === null) {
          cells.delete(column);
          expected.delete(column);
        } else {
          const cell = cellOf(value);
          cells.set(column, cell);
          expected.set(column, cell);
        }
      }
      const inOrder = [...expected].sort(([one], [other]) => one - other);
      expect([...cells]).toEqual(inOrder);
      expect(cells.size).toBe(expected.size);
      const visited: [number, Cell][] = [];
      cells.forEach((cell, column) => visited.push([column, cell]));
      expect(visited).toEqual(inOrder);
      for (let column = 0; column <= 13; column += 1) expect(cells.get(column)).toBe(expected.get(column));
      expect(cells.some(({ value }) => value === 7)).toBe(inOrder.some(([, { value }]) => value === 7));
    }),
  );
});

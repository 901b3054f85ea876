// The workbook as it would read: what was written is there, and nothing else has moved.
import fc from "../../seeded";
import { expect, it } from "vitest";
import { withCells } from "../../../src/core/avenants/with-cells";
import { RawCells } from "../../../src/core/why/totals/raw-cells";
import { rawWorkbook } from "../reading/raw-workbook-builder";

const place = fc.record({ row: fc.integer({ min: 0, max: 12 }), column: fc.integer({ min: 0, max: 8 }) });

it("holds what was written, wherever that is, and every other cell as it was", () => {
  const raw = rawWorkbook({ A: [["un", 2], [], ["trois", 4]], B: [["autre"]] });
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { selector: ({ row, column }) => `${row}/${column}`, maxLength: 8 }),
      (places) => {
        const changes = places.map(({ row, column }, index) => ({
          cell: { sheet: "A", row, column },
          content: { value: `écrit ${index}` },
          numberFormat: "@",
        }));
        const written = withCells(raw, changes);
        const [before, after] = [new RawCells(raw), new RawCells(written)];
        const byPlace = new Map(changes.map(({ cell, content }) => [`${cell.row}/${cell.column}`, content.value]));
        for (let row = 0; row <= 13; row += 1) {
          for (let column = 0; column <= 9; column += 1) {
            const cell = { sheet: "A", row, column };
            const own = byPlace.get(`${row}/${column}`);
            expect(after.value(cell)).toBe(own ?? before.value(cell));
            expect(after.numberFormat(cell)).toBe(own === undefined ? before.numberFormat(cell) : "@");
          }
        }
        for (const { blocks } of written.sheets) {
          for (const { values, formulas, numberFormats } of blocks) {
            const shape = values.map((row) => row.length);
            expect(new Set(shape).size).toBe(1);
            expect([formulas, numberFormats].map((grid) => grid.map((row) => row.length))).toEqual([shape, shape]);
          }
        }
        expect(written.sheets[1]).toBe(raw.sheets[1]);
      },
    ),
  );
});

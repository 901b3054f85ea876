// Heights, formats and hiding of many rows at once: kept as runs, they are what they would be row by row.
import { describe, expect, it } from "vitest";
import { LAST_ROW } from "../src/cell-ref";
import { CellGrid } from "../src/sheet/cell-grid";
import { createXlsx } from "../src/create-xlsx";
import { openXlsx } from "../src/open-xlsx";
import fc from "../../../tests/seeded";

const ROWS = 300;
const gridOf = (text: string) =>
  new CellGrid(
    text,
    "",
    () => "",
    (read) => read(),
  );
const START =
  '<row r="3" ht="20"><c r="A3"><v>1</v></c></row><row r="120" hidden="1"/><row r="121" ht="9" customHeight="1"/>';

const change = fc.record({
  first: fc.nat(ROWS - 1),
  count: fc.oneof(fc.constant(1), fc.integer({ min: 40, max: 60 }), fc.integer({ min: 1, max: ROWS })),
  attribute: fc.constantFrom("ht", "hidden", "s"),
  value: fc.constantFrom(null, "1", "2"),
});
const cell = fc.record({ row: fc.nat(ROWS - 1) });

describe("rows that say the same", () => {
  it("are those that they would be one by one, in memory and in the file", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(change, cell), { minLength: 1, maxLength: 12 }), (steps) => {
        const grid = gridOf(START);
        const expected = Array.from({ length: ROWS }, () => new Map<string, string>());
        expected[2]?.set("ht", "20");
        expected[119]?.set("hidden", "1");
        expected[120]?.set("ht", "9").set("customHeight", "1");
        const filled = new Set([2]);
        for (const step of steps) {
          if ("row" in step) {
            grid.set(step.row, 1, { style: 0, value: 7, formulaXml: "", xml: null, extra: "" });
            filled.add(step.row);
            continue;
          }
          const { first, count, attribute, value } = step;
          const last = Math.min(ROWS - 1, first + count - 1);
          grid.setRowAttributes(first, last, { [attribute]: value });
          for (const said of expected.slice(first, last + 1))
            if (value === null) said.delete(attribute);
            else said.set(attribute, value);
        }
        const text = [...grid.pieces()].join("");
        for (const each of [grid, gridOf(text)]) {
          const said = expected.map((_, row) => new Map([...each.rowAttributes(row)].filter(([name]) => name !== "r")));
          expect(said).toEqual(expected);
          expect([...each.rowsWithin(0, ROWS, true)]).toEqual([...filled].sort((one, other) => one - other));
          const described = each.describedRows(0, LAST_ROW).flatMap(({ first, last }) => [first, last]);
          expect(described).toEqual([...described].sort((one, other) => one - other));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are a million and more without being walked over, and stay so in the file", () => {
    const workbook = createXlsx("x.xlsx");
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error("no sheet");
    sheet.setRowHeights(1, LAST_ROW, 30);
    sheet.cellFormats.change({ top: 1, left: 0, bottom: 999_999, right: 16_383 }, { bold: true });
    sheet.setRowHidden(500, true, LAST_ROW);
    sheet.setRowHeight(700_000, 45);
    sheet.setContent(800_000, 2, { value: 1, formula: null });
    expect(sheet.usedRange(true)).toEqual({ top: 800_000, left: 2, bottom: 800_000, right: 2 });
    const [again] = openXlsx(workbook.save(), "x.xlsx").sheets;
    for (const each of [sheet, again]) {
      const at = (row: number) => [each?.rowHeight(row), each?.isRowHidden(row), each?.cellFormats.at(row, 9).bold];
      expect([0, 1, 499, 500, 700_000, 999_999, 1_000_000, LAST_ROW].map(at)).toEqual([
        [null, false, false],
        [30, false, true],
        [30, false, true],
        [30, true, true],
        [45, true, true],
        [30, true, true],
        [30, true, false],
        [30, true, false],
      ]);
      expect(each?.rowHeights(0, LAST_ROW)).toEqual(expect.arrayContaining([null, 30, 45]));
      expect(each?.areRowsHidden(1, 499)).toEqual([false]);
    }
  });
});

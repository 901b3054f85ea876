// Ranges that a script holds stay on their cells: "ranges … adjust if new rows or columns are added before them" (TableRow), and tracked
// objects are "adjusted based on surrounding changes in the document" (TrackedObjects).
// Source: https://learn.microsoft.com/javascript/api/office/officeextension.trackedobjects
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Returns a new `Range` object at the now blank space."
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-insert
import { describe, expect, it } from "vitest";
import fc from "../../../../tests/seeded";
import { simulated } from "./simulated";

const { host, run } = simulated();

describe("a range that is held", () => {
  it.each([
    ["rows before it", (sheet: Excel.Worksheet) => sheet.getRange("1:2").insert("Down"), "D6:E7"],
    ["columns before it", (sheet: Excel.Worksheet) => sheet.getRange("A:A").insert("Right"), "E4:F5"],
    ["cells above it", (sheet: Excel.Worksheet) => sheet.getRange("D1:E1").insert("Down"), "D5:E6"],
    ["cells above a part of it", (sheet: Excel.Worksheet) => sheet.getRange("D1").insert("Down"), "D4:E5"],
    ["rows within it", (sheet: Excel.Worksheet) => sheet.getRange("5:5").insert("Down"), "D4:E6"],
    ["rows after it", (sheet: Excel.Worksheet) => sheet.getRange("6:6").insert("Down"), "D4:E5"],
    ["rows where it begins", (sheet: Excel.Worksheet) => sheet.getRange("4:4").insert("Down"), "D5:E6"],
    ["rows taken away before it", (sheet: Excel.Worksheet) => sheet.getRange("2:3").delete("Up"), "D2:E3"],
    ["one of its rows taken away", (sheet: Excel.Worksheet) => sheet.getRange("5:5").delete("Up"), "D4:E4"],
    ["a row of a table above it", (sheet: Excel.Worksheet) => sheet.tables.getItemAt(0).rows.add(0), "D5:E6"],
    [
      "a row of a table taken away",
      (sheet: Excel.Worksheet) => sheet.tables.getItemAt(0).rows.getItemAt(0).delete(),
      "D3:E4",
    ],
  ] as const)("follows %s, in the same request and in the next", async (name, move, address) => {
    const seen = await run(async (sheet, context) => {
      if (name.includes("table")) sheet.tables.add("D1:E3", true);
      const held = sheet.getRange("D4:E5").load("address");
      const format = held.format;
      await context.sync();
      const unheld = sheet.getRange("D4:E5");
      unheld.load("address");
      move(sheet);
      unheld.load("address");
      held.load("address");
      await context.sync();
      format.fill.color = "#FF0000";
      await context.sync();
      return [held.address, unheld.address];
    });
    expect(seen).toEqual([`Feuil1!${address}`, `Feuil1!${address}`]);
    const [sheet] = host.model.sheets;
    const column = address.startsWith("E") ? 4 : 3;
    const row = Number(/\d/.exec(address)?.[0]) - 1;
    expect(sheet?.style(row, column).fill).toBe("#FF0000");
    expect(sheet?.style(row - 1, column).fill).toBeUndefined();
  });

  // Range.insert: "Returns a new Range object at the now blank space."
  it("moves when cells are inserted in its place, and what insert answers is the blank space", async () => {
    const seen = await run(async (sheet, context) => {
      const held = sheet.getRange("A1:B1");
      held.values = [[1, 2]];
      const blank = held.insert("Down").load("address,values");
      held.load("address,values");
      await context.sync();
      return [blank.address, blank.values, held.address, held.values];
    });
    expect(seen).toEqual(["Feuil1!A1:B1", [["", ""]], "Feuil1!A2:B2", [[1, 2]]]);
  });

  // "This reference is not valid for the current operation."
  it("is no reference any more once all of its cells are deleted", async () => {
    for (const area of ["A2", "A2:B3"])
      await expect(
        run(async (sheet, context) => {
          const held = sheet.getRange(area).load("address");
          await context.sync();
          sheet.getRange("2:3").delete("Up");
          held.load("address");
          await context.sync();
        }),
      ).rejects.toMatchObject({ code: "InvalidReference" });
  });

  it("follows as several ranges, too", async () => {
    const address = await run(async (sheet, context) => {
      const held = sheet.getRanges("B5:B6").load("address");
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("6:6").delete("Up");
      held.load("address");
      await context.sync();
      return held.address;
    });
    expect(address).toBe("Feuil1!B6");
  });

  it("is untracked without an error when its cells are gone", async () => {
    const before = host.keptReferences;
    await run(async (sheet, context) => {
      const held = sheet.getRange("A2").load("address");
      context.trackedObjects.add(held);
      await context.sync();
      sheet.getRange("2:2").delete("Up");
      await context.sync();
      context.trackedObjects.remove(held);
    });
    expect(host.keptReferences).toBe(before);
  });
});

const SIZE = 6;
const step = fc.record({
  inserts: fc.boolean(),
  isVertical: fc.boolean(),
  top: fc.nat(SIZE),
  left: fc.nat(SIZE),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 3 }),
});

describe("whatever is inserted and deleted", () => {
  it("a held cell keeps its value, until it is deleted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const kept = await run(async (sheet, context) => {
          const numbers = Array.from({ length: SIZE }, (_, row) =>
            Array.from({ length: SIZE }, (__, at) => row * SIZE + at),
          );
          sheet.getRange().clear();
          sheet.getRangeByIndexes(0, 0, SIZE, SIZE).values = numbers;
          const held = numbers.flat().map((number) => {
            const cell = sheet.getCell(Math.floor(number / SIZE), number % SIZE).load("values");
            return { number, cell };
          });
          await context.sync();
          for (const { inserts, isVertical, top, left, rows, columns } of steps) {
            const cells = sheet.getRangeByIndexes(top, left, rows, columns);
            if (inserts) cells.insert(isVertical ? "Down" : "Right");
            else cells.delete(isVertical ? "Up" : "Left");
          }
          const used = sheet.getUsedRange().load("values");
          await context.sync();
          const there = new Set(used.values.flat());
          for (const { number, cell } of held) if (there.has(number)) cell.load("values");
          await context.sync();
          return held.filter(({ number, cell }) => there.has(number) && cell.values[0]?.[0] !== number);
        });
        expect(kept.map(({ number, cell }) => [number, cell.values])).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

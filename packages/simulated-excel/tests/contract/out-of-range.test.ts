// The contract of the simulated Excel for numbers: whatever member takes an index, a count or a size refuses what cannot be one.
// Source: node_modules/@types/office-js/index.d.ts, by `npm run generate`
// Source: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model
import { describe, expect, it } from "vitest";
import { apiClass, lowerFirst } from "../../src/api/api-members";
import {
  at,
  callWith,
  codeOf,
  host,
  openRichWorkbook,
  reached,
  reopenRichWorkbook,
  type Loose,
  type Member,
} from "./reached";

openRichWorkbook();

/** No index, no count, no size of Excel: far below, far above, and between two whole numbers. */
const FAR = [-1e9, 2 ** 31 - 1];
const BROKEN = 1.5;
/** The word of Excel for it. */
const REFUSED = /^(?:InvalidArgument|ItemNotFound)$/;

/** Numbers that are figures, which are what they are: each with what it says. */
const FIGURES: Readonly<Record<string, string>> = {
  "SettingCollection.add 2": "the value that is kept",
  "TableColumnCollection.add 2": "the value of each cell",
  "TableRowCollection.add 2": "the value of each cell",
  "ChartAxis.setCustomDisplayUnit 1": "what the figures are divided by",
  "ChartAxis.setPositionAt 1": "where on the axis, in its own unit",
  "Shape.incrementRotation 1": "degrees, of which any number is an angle",
};

/** Lengths and factors, which need not be whole. */
const MEASURES = /^Shape(?:\.(?:increment|scale)|Collection\.addLine )/;

const parameters = reached.flatMap((member) =>
  Object.keys(member.table.call ?? {}).flatMap((called) => {
    const method = lowerFirst(called);
    const declared = apiClass(member.className)?.methods[method]?.parameters ?? [];
    return declared.flatMap(([type], index) => {
      const name = `${member.className}.${method} ${index + 1}`;
      return type.includes("number") && !(name in FIGURES) ? [[name, member, method, index] as const] : [];
    });
  }),
);

describe("a number given to a method", () => {
  it("is asked of dozens", () => {
    expect(parameters.length).toBeGreaterThan(30);
  });

  it.each(parameters)(
    "is refused where nothing can be, and changes nothing: %s",
    async (full, member, method, index) => {
      const before = host.model.save();
      for (const wrong of MEASURES.test(full) ? FAR : [...FAR, BROKEN]) {
        const code = await codeOf((context) => callWith(at(context, member), member, method, index, wrong));
        expect(code, String(wrong)).toMatch(REFUSED);
      }
      expect(host.takeUnsupported()).toEqual([]);
      expect(Buffer.from(before).equals(host.model.save()), "the file is as it was").toBe(true);
    },
  );
});

/** Members of ranges on the sheet "Feuil1", with what is still taken and the first number that is not. */
const BOUNDS: readonly (readonly [string, (sheet: Excel.Worksheet, number: number) => unknown, number, number])[] = [
  ["getCell, row", (sheet, row) => sheet.getCell(row, 0), 0, 1_048_575],
  ["getCell, column", (sheet, column) => sheet.getCell(0, column), 0, 16_383],
  ["getRangeByIndexes, rows", (sheet, rows) => sheet.getRangeByIndexes(2, 0, rows, 1), 1, 1_048_574],
  ["getRangeByIndexes, columns", (sheet, columns) => sheet.getRangeByIndexes(0, 3, 1, columns), 1, 16_381],
  ["Range.getCell, row", (sheet, row) => sheet.getRange("B3:C4").getCell(row, 0), -2, 1_048_573],
  ["Range.getCell, column", (sheet, column) => sheet.getRange("B3:C4").getCell(0, column), -1, 16_382],
  ["getRow", (sheet, row) => sheet.getRange("B3:C5").getRow(row), 0, 2],
  ["getColumn", (sheet, column) => sheet.getRange("B3:E3").getColumn(column), 0, 3],
  ["getRowsAbove", (sheet, count) => sheet.getRange("A4").getRowsAbove(count), 1, 3],
  ["getColumnsBefore", (sheet, count) => sheet.getRange("C1").getColumnsBefore(count), 1, 2],
  ["getRowsBelow", (sheet, count) => sheet.getRange("A1048574").getRowsBelow(count), 1, 2],
  ["getColumnsAfter", (sheet, count) => sheet.getRange("XFB1").getColumnsAfter(count), 1, 2],
  ["getOffsetRange, rows", (sheet, rows) => sheet.getRange("A3:A4").getOffsetRange(rows, 0), -2, 1_048_572],
  ["getOffsetRange, columns", (sheet, columns) => sheet.getRange("B1").getOffsetRange(0, columns), -1, 16_382],
  ["getResizedRange, rows", (sheet, rows) => sheet.getRange("A3:A5").getResizedRange(rows, 0), -4, 1_048_571],
  ["getResizedRange, columns", (sheet, columns) => sheet.getRange("B1:C1").getResizedRange(0, columns), -2, 16_381],
  ["getAbsoluteResizedRange", (sheet, rows) => sheet.getRange("A3").getAbsoluteResizedRange(rows, 1), 1, 1_048_574],
  ["freezeRows", (sheet, rows) => sheet.freezePanes.freezeRows(rows), 0, 1_048_575],
  ["position", (sheet, position) => (sheet.position = position), 0, 1],
  ["rows.getItemAt", (sheet, index) => sheet.tables.getItemAt(0).rows.getItemAt(index), 0, 2],
  ["rows.add", (sheet, index) => sheet.tables.getItemAt(0).rows.add(index, [["x", 1, 2]]), -1, 3],
  ["columns.add", (sheet, index) => sheet.tables.getItemAt(0).columns.add(index, [["N"], [1], [2], [3]]), -1, 3],
  ["points.getItemAt", (sheet, at) => sheet.charts.getItemAt(0).series.getItemAt(0).points.getItemAt(at), 0, 2],
  ["plotOrder", (sheet, order) => (sheet.charts.getItemAt(0).series.getItemAt(0).plotOrder = order), 0, 1],
  ["sort key", (sheet, key) => sheet.getRange("A2:C4").sort.apply([{ key }]), 0, 2],
];

describe("a bound", () => {
  it.each(BOUNDS)("is where Excel has it: %s", async (_, use, least, most) => {
    const codeAt = async (number: number) => {
      reopenRichWorkbook();
      return codeOf((context) => {
        const made = use(context.workbook.worksheets.getItem("Feuil1"), number);
        if (made instanceof OfficeExtension.ClientObject) (made as Excel.Range).load("$none");
      });
    };
    expect([await codeAt(least - 1), await codeAt(least), await codeAt(most), await codeAt(most + 1)]).toEqual([
      expect.stringMatching(REFUSED),
      null,
      null,
      expect.stringMatching(REFUSED),
    ]);
    expect(host.takeUnsupported()).toEqual([]);
  });
});

/** "Priorities greater than the bounds will get and set to the maximum (or minimum if negative) priority"; an angle of any turns is one. */
const BROUGHT_BACK = ["ConditionalFormat.priority", "Shape.rotation"];

describe("a number that is set", () => {
  const numbers = reached.flatMap((member: Member) =>
    Object.keys(member.table.set ?? {}).flatMap((set) => {
      const name = lowerFirst(set);
      const isNumber = apiClass(member.className)?.properties[name]?.type === "number";
      return isNumber ? [[`${member.className}.${name}`, member, name] as const] : [];
    }),
  );

  it.each(numbers)("is refused where nothing can be, and changes nothing: %s", async (full, member, name) => {
    const before = host.model.save();
    for (const wrong of [-1e9, 1e12]) {
      const code = await codeOf((context) => ((at(context, member) as Loose)[name] = wrong));
      const unsupported = host.takeUnsupported();
      if (BROUGHT_BACK.includes(full)) expect(code).toBeNull();
      else if (code === "ApiNotImplemented") expect(unsupported).toHaveLength(1);
      else expect([code, unsupported], String(wrong)).toEqual(["InvalidArgument", []]);
    }
    if (!BROUGHT_BACK.includes(full))
      expect(Buffer.from(before).equals(host.model.save()), "the file is as it was").toBe(true);
  });
});

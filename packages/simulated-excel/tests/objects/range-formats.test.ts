// Formats are objects whose parts are read and set one by one; what differs within a range is null.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-format
// Source: https://learn.microsoft.com/javascript/api/excel/excel.rangeformat
// Source: https://learn.microsoft.com/javascript/api/excel/excel.rangefill
// Source: https://learn.microsoft.com/javascript/api/excel/excel.rangeborder
import fc from "../../../../tests/seeded";
import { describe, expect, it } from "vitest";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();

describe("formats of ranges", () => {
  // "Excel JavaScript API: null property values in the response": several values read as null.
  it("are null where the cells differ, and the common value where they agree", async () => {
    const format = await run(async (sheet, context) => {
      sheet.getRange("A1").format.font.color = "red";
      sheet.getRange("A1:B2").format.font.bold = true;
      const { format: both } = sheet.getRange("A1:B2");
      both.load({
        font: { color: true, bold: true, name: true },
        fill: { color: true, pattern: true },
        wrapText: true,
      });
      await context.sync();
      return both.toJSON();
    });
    expect(format).toMatchObject({
      font: { color: null, bold: true, name: "Calibri" },
      fill: { color: "#FFFFFF", pattern: "None" },
      wrapText: false,
    });
  });

  // Excel.RangeFill, "color": "#FFA500" or "a named HTML color (e.g. 'orange')".
  it.each([
    ["orange", "#FFA500"],
    ["LightGoldenRodYellow", "#FAFAD2"],
    ["#ffa500", "#FFA500"],
  ])("take the colour %s", async (given, expected) => {
    const fill = await run((sheet) => {
      sheet.getRange("B2").format.fill.color = given;
      return sheet.getRange("B2").format.fill.load("color,pattern");
    });
    expect(fill.toJSON()).toEqual({ color: expected, pattern: "Solid" });
  });

  it("refuse a word that is no colour", async () => {
    const work = run((sheet) => (sheet.getRange("A1").format.fill.color = "rouge"));
    await expect(work).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  // Excel.RangeFormat, "textOrientation": from -90 to 90, or 180 for vertical text.
  it.each([
    [-91, false],
    [-90, true],
    [90, true],
    [91, false],
    [179, false],
    [180, true],
    [181, false],
  ])("take an orientation of %i: %s", async (degrees, isTaken) => {
    const work = run((sheet) => {
      sheet.getRange("A1").format.textOrientation = degrees;
      return sheet.getRange("A1").format.load("textOrientation");
    });
    if (isTaken) expect((await work).textOrientation).toBe(degrees);
    else await expect(work).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("have borders a side at a time, shared by the two cells beside them", async () => {
    const [above, below, right] = await run((sheet) => {
      const edge = sheet.getRange("A2").format.borders.getItem("EdgeTop");
      edge.style = "Dash";
      edge.color = "blue";
      edge.weight = "Medium";
      return [
        sheet.getRange("A1").format.borders.getItem("EdgeBottom").load("style,color,weight"),
        sheet.getRange("A2").format.borders.getItem("EdgeTop").load("style,color,weight"),
        sheet.getRange("A2").format.borders.getItem("EdgeRight").load("style"),
      ];
    });
    const line = { style: "Dash", color: "#0000FF", weight: "Medium" };
    expect(above?.toJSON()).toEqual({ ...line, sideIndex: "EdgeBottom" });
    expect(below?.toJSON()).toEqual({ ...line, sideIndex: "EdgeTop" });
    expect(right?.style).toBe("None");
    await run((sheet) => (sheet.getRange("A1").format.borders.getItem("EdgeBottom").style = "None"));
    expect(host.model.activeSheet.cellFormats.at(1, 0).borders.top.style).toBe("none");
  });

  it("of whole columns and rows take no cell, and their cells keep what they say", async () => {
    const formats = await run((sheet) => {
      sheet.getRange("B3").format.font.italic = true;
      sheet.getRange("B:B").format.fill.color = "yellow";
      sheet.getRange("3:3").format.font.bold = true;
      return ["B3", "B9", "A3", "B:B"].map((address) => {
        const { format } = sheet.getRange(address);
        return format.load({ font: { bold: true, italic: true }, fill: { color: true } });
      });
    });
    expect(formats.map(({ font, fill }) => [font.bold, font.italic, fill.color])).toEqual([
      [true, true, "#FFFF00"],
      [false, false, "#FFFF00"],
      [true, false, "#FFFFFF"],
      [null, null, "#FFFF00"],
    ]);
    expect(host.model.save().length).toBeLessThan(20_000);
  });

  it("are what was set last, whatever was set, and pass Microsoft's validator", async () => {
    const cells = fc.constantFrom("A1", "B1:C3", "C:C", "2:2", "A1:D4");
    const change = fc.record({
      address: cells,
      bold: fc.boolean(),
      size: fc.integer({ min: 1, max: 409 }),
      fill: fc.constantFrom("red", "#123456", "white"),
      side: fc.constantFrom("EdgeTop" as const, "EdgeLeft" as const, "InsideHorizontal" as const),
      style: fc.constantFrom("Continuous" as const, "Double" as const, "None" as const),
      horizontal: fc.constantFrom("Left" as const, "CenterAcrossSelection" as const, "General" as const),
      indent: fc.integer({ min: 0, max: 250 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const last = changes.at(-1);
        if (!last) return;
        const read = await run((sheet) => {
          for (const { address, bold, size, fill, side, style, horizontal, indent } of changes) {
            const { format } = sheet.getRange(address);
            format.font.bold = bold;
            format.font.size = size;
            format.fill.color = fill;
            format.borders.getItem(side).style = style;
            format.horizontalAlignment = horizontal;
            format.indentLevel = indent;
          }
          const { format } = sheet.getRange(last.address);
          return format.load({ font: { bold: true, size: true }, horizontalAlignment: true, indentLevel: true });
        });
        expect(read.toJSON()).toMatchObject({
          font: { bold: last.bold, size: last.size },
          horizontalAlignment: last.horizontal,
          indentLevel: last.indent,
        });
      }),
      { numRuns: 10 },
    );
    expect(await faultsOf(host.model)).toEqual([]);
    expect(reopened(host.model).sheets[0]?.cellFormats.at(0, 0)).toEqual(host.model.sheets[0]?.cellFormats.at(0, 0));
  });
});

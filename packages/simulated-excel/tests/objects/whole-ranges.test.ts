// One value, one formula, one format for many cells; whole rows and columns, which have no values to give and take none.
import { describe, expect, it } from "vitest";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();
const codeOf = (work: Parameters<typeof run>[0]) =>
  run(work).then(
    () => null,
    (error: unknown) => (error as OfficeExtension.Error).code,
  );
/** The definitions declare matrices alone; the documentation gives one value, too. */
const alone = (value: string) => value as unknown as unknown[][];

// Source: https://techcommunity.microsoft.com/idea/microsoft365developerplatform/allow-passing-a-single-value-to-the-range-object-values-and-formulas/4211172
// "A1 gets the formula =B1, A2 gets =B2"; and as an array of one it "fails with a runtime error because the # of array elements doesn't
// match the # of rows of the range".
describe("one formula for several cells", () => {
  it.each([
    ["formulas", "=B1*$C$1", "=B2*$C$1", "=B3*$C$1"],
    ["values", "=B1", "=B2", "=B3"],
    ["formulasLocal", "=SOMME(B1;B$1)", "=SUM(B2,B$1)", "=SUM(B3,B$1)"],
    ["formulasR1C1", "=RC[1]", "=B2", "=B3"],
  ] as const)("is that of the first one, from each cell: %s", async (property, given, second, third) => {
    const read = await run((sheet) => {
      sheet.getRange("A1:A3")[property] = alone(given);
      return sheet.getRange("A2:A3").load("formulas");
    });
    expect(read.formulas).toEqual([[second], [third]]);
  });

  it("is refused in a matrix of another size", async () => {
    expect(await codeOf((sheet) => void (sheet.getRange("A1:A3").formulas = [["=B1"]]))).toBe("InvalidArgument");
  });
});

// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
// "Cell-level properties come back as null for unbounded reads." "You can't set cell-level properties on an unbounded range. This
// returns an error."
describe("whole rows and columns", () => {
  it.each(["C:C", "A:F", "2:2", "1:4"])("have an address and no values: %s", async (address) => {
    const read = await run((sheet) => {
      sheet.getRange("A1:C3").values = [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ];
      return sheet.getRange(address).load("address,cellCount,values,text,numberFormat,formulas,valueTypes");
    });
    expect(read.address).toBe(`Feuil1!${address}`);
    expect(read.cellCount).toBeGreaterThan(16_000);
    expect([read.values, read.text, read.numberFormat, read.formulas, read.valueTypes]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    const used = await run((sheet) => sheet.getRange("C:C").getUsedRange().load("values"));
    expect(used.values).toEqual([[3], [6], [9]]);
  });

  it.each([
    ["values", [["Due Date"]]],
    ["values", alone("Due Date")],
    ["formulas", alone("=1")],
    ["numberFormat", alone("0.00")],
  ] as const)("take none: %s", async (property, value) => {
    const write = (address: string) => codeOf((sheet) => void (sheet.getRange(address)[property] = value as never));
    const before = host.model.save();
    expect([await write("A:B"), await write("2:2")]).toEqual(["InvalidArgument", "InvalidArgument"]);
    expect(Buffer.from(before).equals(host.model.save())).toBe(true);
  });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Clear range values and formatting, such as fill and border."
describe("clear", () => {
  it.each([
    ["C:C", "C9"],
    ["2:2", "Z2"],
    ["A:XFD", "C2"],
    ["C1:C5", "C3"],
    ["A2:D2", "C2"],
  ])("takes the format of whole rows and columns from %s", async (address, cell) => {
    const bold = await run(async (sheet, context) => {
      sheet.getRange("C:C").format.font.bold = true;
      sheet.getRange("2:2").format.font.bold = true;
      await context.sync();
      sheet.getRange(address).clear();
      const [cleared, beside] = [sheet.getRange(cell), sheet.getRange("C12")].map((range) =>
        range.format.font.load("bold"),
      );
      await context.sync();
      return [cleared?.bold, beside?.bold];
    });
    expect(bold).toEqual([false, !["C:C", "A:XFD"].includes(address)]);
    expect(await faultsOf(host.model)).toEqual([]);
    host.open(reopened(host.model));
    const again = await run((sheet) => sheet.getRange(cell).format.font.load("bold"));
    expect(again.bold).toBe(false);
    expect(host.model.save().length).toBeLessThan(20_000);
  });
});

// Range.copyFrom, transposed and as a link.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Copies cell data or formatting from the source range or RangeAreas to the current range."
// Source: https://support.microsoft.com/office/3419f2e3-beab-4318-aae5-d0f862209744, "Transpose (rotate) data from rows to columns or vice versa"
import { expect, it } from "vitest";
import { simulated } from "./simulated";

const { host, run } = simulated();

const copied = (formulas: string[][], type: Excel.RangeCopyType | "All" | "Link" = "All") =>
  run(async (sheet) => {
    sheet.getRange("C2:D3").formulas = formulas;
    sheet.getRange("C6").copyFrom("C2:D3", type, false, type !== "Link");
    const cells = sheet.getRange("C6:D7").load("formulas");
    await sheet.context.sync();
    return cells.formulas as string[][];
  });

it("turns what a formula names from its own place, and keeps what is fixed", async () => {
  const formulas = [
    ["1", "=C2*2"],
    ["=SUM(C2:D2)", "=$C$2+D2"],
  ];
  expect(await copied(formulas)).toEqual([
    [1, "=SUM(C6:C7)"],
    ["=C6*2", "=$C$2+C7"],
  ]);
});

it("loses what lies beyond the edge", async () => {
  const turned = await copied([
    ["1", "=D1"],
    ["=A1", "2"],
  ]);
  expect(turned).toEqual([
    [1, "=B4"],
    ["=B7", 2],
  ]);
  const lost = await run(async (sheet) => {
    sheet.getRange("F9").formulas = [["=F1"]];
    sheet.getRange("A1").copyFrom("F9", "All", false, true);
    const cell = sheet.getRange("A1").load("formulas");
    await sheet.context.sync();
    return cell.formulas;
  });
  expect(lost).toEqual([["=#REF!"]]);
});

it.each(["=$C2", "=SUM(C:C)", "=Autre!C2", "=SUM($C$2:D3)"])("refuses aloud to turn %s", async (formula) => {
  await run((_, { workbook }) => void workbook.worksheets.add("Autre"));
  const turned = copied([
    ["1", formula],
    ["2", "3"],
  ]);
  await expect(turned).rejects.toMatchObject({ code: "ApiNotImplemented" });
  expect(host.takeUnsupported()).toHaveLength(1);
});

it("refuses aloud a copy as a link, of which no page says how it names the cells", async () => {
  const linked = copied([["1", "2"], ["3", "4"]], "Link"); // prettier-ignore
  await expect(linked).rejects.toMatchObject({ code: "ApiNotImplemented" });
  expect(host.takeUnsupported()).toEqual(['the value "Link"']);
});

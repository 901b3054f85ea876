// Inserted and deleted rows and columns: charts, lists of choices and drawings follow the cells that they name and lie on.
import { expect, it } from "vitest";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();

// Source: https://support.microsoft.com/office/6f40e6e4-85af-45e0-b39d-65dd504a3246, "Insert or delete rows and columns"
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chartseries "Gets the string representation of the data source of the chart series."
it("moves the cells that charts and lists of choices name, on their sheet and on others", async () => {
  const charts = await run((sheet, { workbook }) => {
    sheet.getRange("A1:B4").values = [["", "Montant"], ["a", 1], ["b", 2], ["c", 3]]; // prettier-ignore
    const other = workbook.worksheets.add("Autre");
    sheet.getRange("D1").dataValidation.rule = { list: { inCellDropDown: true, source: "=$A$2:$A$4" } };
    other.getRange("D1").dataValidation.rule = { list: { inCellDropDown: true, source: "=Feuil1!$A$2:$A$4" } };
    return [sheet, other].map((each) => each.charts.add("Line", sheet.getRange("A1:B4")).load("name"));
  });
  const seen = () =>
    run(async (sheet, { workbook }) => {
      const other = workbook.worksheets.getItem("Autre");
      const drawn = [sheet, other].map((each, at) => {
        const series = each.charts.getItem(charts[at]?.name ?? "").series.getItemAt(0);
        return ["Values", "Categories"].map((what) =>
          series.getDimensionDataSourceString(what as Excel.ChartSeriesDimension),
        );
      });
      const [own, others] = [sheet.getRange("D3"), other.getRange("D1")].map((each) =>
        each.dataValidation.load("rule"),
      );
      await sheet.context.sync();
      return [...drawn.flat().map(({ value }) => value), own?.rule.list?.source, others?.rule.list?.source];
    });
  const at = (first: number, last: number) => [`Feuil1!$B$${first}:$B$${last}`, `Feuil1!$A$${first}:$A$${last}`];
  await run((sheet) => sheet.getRange("1:2").insert("Down"));
  const [top, ...rest] = await seen();
  expect([top, ...rest.slice(0, 3)]).toEqual([...at(4, 6), ...at(4, 6)]);
  expect(rest.at(-1)).toBe("=Feuil1!$A$4:$A$6");
  await run((sheet) => sheet.getRange("5:5").delete("Up"));
  expect((await seen()).slice(0, 4)).toEqual([...at(4, 5), ...at(4, 5)]);
  expect(await faultsOf(host.model)).toEqual([]);
  // What the chart kept of its cells goes with them into the file.
  const [saved] = reopened(host.model).sheets;
  const values = saved?.drawnCharts.opened()[0]?.root.toString();
  expect(values).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>3</c:v></c:pt>');
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.shape "Represents how the object is attached to the cells below it."
// Source: https://learn.microsoft.com/javascript/api/excel/excel.placement "The object is moved and sized with the cells."
// Source: https://learn.microsoft.com/javascript/api/excel/excel.placement "The object is moved with the cells."
it.each([
  ["TwoCell", { above: [75, 30], within: [75, 45] }],
  ["OneCell", { above: [75, 30], within: [75, 30] }],
  ["Absolute", { above: [45, 30], within: [45, 30] }],
] as const)("places a shape that is %s, rows inserted above it and within it", async (placement, wanted) => {
  const seen = await run(async (sheet) => {
    const shape = sheet.shapes.addGeometricShape("Rectangle");
    shape.set({ top: 45, left: 10, height: 30, width: 40 });
    shape.placement = placement;
    const read = async () => {
      shape.load("top,height");
      await sheet.context.sync();
      return [shape.top, shape.height];
    };
    sheet.getRange("2:3").insert("Down");
    const above = await read();
    const below = placement === "Absolute" ? "5:5" : "7:7";
    sheet.getRange(below).insert("Down");
    return { above, within: await read() };
  });
  expect(seen).toEqual(wanted);
});

// Source: docs/HOST.md, "What it never does"
it("refuses aloud what no page says of drawings", async () => {
  await run((sheet) => {
    sheet.shapes.addGeometricShape("Rectangle").set({ top: 45, left: 0, height: 30, width: 40 });
  });
  const refused = (work: (sheet: Excel.Worksheet) => unknown) =>
    expect(run((sheet) => void work(sheet))).rejects.toMatchObject({ code: "ApiNotImplemented" });
  await refused((sheet) => sheet.getRange("4:5").delete("Up"));
  await refused((sheet) => sheet.getRange("A2").insert("Down"));
  expect(host.takeUnsupported()).toEqual([
    "the deletion of all cells that a drawing lies on",
    "cells that move beneath a drawing without their whole rows or columns",
  ]);
  // Beside it and below it nothing moves it.
  await run((sheet) => void [sheet.getRange("D2").insert("Down"), sheet.getRange("A6").insert("Down")]);
});

// The series of a chart: each stays the same one, and is plotted in an order of its kind.
import { describe, expect, it } from "vitest";
import { faultsOf, simulated } from "./simulated";

const { host, run } = simulated();

// Source: https://learn.microsoft.com/javascript/api/excel/excel.chartseries "Specifies the plot order of a chart series within the chart group."
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chartseries "Deletes the chart series."
describe("a series", () => {
  const three = (sheet: Excel.Worksheet) => {
    sheet.getRange("A1:C3").values = [["a", "b", "c"], [1, 2, 3], [4, 5, 6]]; // prettier-ignore
    return sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
  };

  it("stays the same one when others go, come or are plotted elsewhere", async () => {
    const seen = await run(async (sheet, context) => {
      const chart = three(sheet);
      await context.sync();
      const { series } = chart;
      // A batch asks for each once, and Excel keeps it from then on.
      const [first, second, last] = [0, 1, 2].map((at) => series.getItemAt(at).load("name"));
      first?.delete();
      if (last) last.plotOrder = 0;
      const added = series.add("d");
      second?.delete();
      last?.load("name,plotOrder");
      added.load("name,plotOrder");
      await context.sync();
      return [last, added].map((each) => [each?.name, each?.plotOrder]);
    });
    expect(seen).toEqual([
      ["c", 0],
      ["d", 1],
    ]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("is plotted in an order of its own kind, beside the others", async () => {
    const seen = await run(async (sheet, context) => {
      const { series } = three(sheet);
      series.getItemAt(1).chartType = "Line";
      await context.sync();
      series.getItemAt(2).plotOrder = 0;
      await context.sync();
      series.load("items/name,items/plotOrder,items/chartType");
      await context.sync();
      return series.items.map((each) => [each.name, each.chartType, each.plotOrder]);
    });
    expect(seen).toEqual([
      ["c", "ColumnClustered", 0],
      ["b", "Line", 0],
      ["a", "ColumnClustered", 1],
    ]);
  });
});

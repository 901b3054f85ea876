// What listeners are told of charts: added, deleted, brought to the front by the add-in or by a click, and left.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chartcollection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chart
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events
import { describe, expect, it } from "vitest";
import { simulated } from "./simulated";

const { host, run } = simulated();
const settled = () => new Promise((resolve) => setTimeout(resolve, 15));

async function twoCharts(): Promise<void> {
  await run((sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    for (const name of ["Un", "Deux"]) sheet.charts.add("Pie", sheet.getRange("A1:A3")).name = name;
  });
}

describe("the charts of a sheet", () => {
  it("tell what happens to each, by the add-in and by the agent", async () => {
    await twoCharts();
    const told: string[] = [];
    const names = new Map<string, string>();
    const listen = (event: { type: string; chartId: string }) =>
      Promise.resolve(void told.push(`${event.type.replace("Chart", "")} ${names.get(event.chartId) ?? "?"}`));
    await run(async ({ charts }) => {
      charts.onAdded.add(listen);
      charts.onDeleted.add(listen);
      charts.onActivated.add(listen);
      charts.onDeactivated.add(listen);
      charts.load("items/id,items/name");
      await charts.context.sync();
      for (const { id, name } of charts.items) names.set(id, name);
    });
    const sheet = host.model.activeSheet;
    await run(({ charts }) => charts.getItem("Un").activate());
    host.activateChart(sheet, "Deux");
    host.activateChart(sheet, "Deux");
    await settled();
    expect(told.splice(0)).toEqual(["Activated Un", "Deactivated Un", "Activated Deux"]);
    host.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
    await settled();
    expect(told.splice(0)).toEqual(["Deactivated Deux"]);
    await run(async ({ charts }) => {
      charts.getItem("Deux").activate();
      charts.add("Line", charts.context.workbook.worksheets.getItem("Feuil1").getRange("A1:A3"));
      charts.getItem("Deux").delete();
      await charts.context.sync();
    });
    await settled();
    expect(told.splice(0)).toEqual(["Activated Deux", "Added ?", "Deleted Deux"]);
  });

  it("tell nothing any more once nobody listens, and a chart tells its own alone", async () => {
    await twoCharts();
    const told: string[] = [];
    await Excel.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem("Feuil1");
      const [one, other] = [charts.getItem("Un").load("id"), charts.getItem("Deux").load("id")];
      const added = charts.onAdded.add(() => Promise.resolve(void told.push("added")));
      await context.sync();
      one.onActivated.add(({ chartId }) => Promise.resolve(void told.push(chartId === one.id ? "Un" : "?")));
      one.onDeactivated.add(() => Promise.resolve(void told.push("left")));
      added.remove();
      await context.sync();
      other.activate();
      one.activate();
      other.activate();
      charts.add("Pie", context.workbook.worksheets.getItem("Feuil1").getRange("A1:A3"));
      await context.sync();
    });
    await settled();
    expect(told).toEqual(["Un", "left"]);
  });

  it("are the active one or none, and no range is selected beside", async () => {
    await twoCharts();
    const active = () =>
      run(async (_, { workbook }) => {
        const chart = workbook.getActiveChartOrNullObject().load("name");
        await chart.context.sync();
        return chart.isNullObject ? null : chart.name;
      });
    expect(await active()).toBeNull();
    await expect(run((_, { workbook }) => void workbook.getActiveChart().load("name"))).rejects.toMatchObject({
      code: "ItemNotFound",
    });
    host.activateChart(host.model.activeSheet, "Deux");
    expect(await active()).toBe("Deux");
    await expect(run((_, { workbook }) => void workbook.getSelectedRange().load("address"))).rejects.toMatchObject({
      code: "InvalidSelection",
    });
    await run((sheet) => sheet.getRange("B2").select());
    expect(await active()).toBeNull();
    expect((await run((_, { workbook }) => workbook.getSelectedRange().load("address"))).address).toBe("Feuil1!B2");
  });
});

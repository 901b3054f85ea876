// Charts and their parts: made as Excel makes them of a range, read and set one by one, and the same once the file is opened again.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-charts
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chart
// Source: https://learn.microsoft.com/javascript/api/excel/excel.charttype
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chartseries
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chartaxis
// Source: https://learn.microsoft.com/javascript/api/excel/excel.chartdatalabels
// Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, the font sizes of cells and charts: 1 to 409
import { describe, expect, it } from "vitest";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();

const CELLS = [
  ["Axe", "État", "Métropole"],
  ["Prévention", 1000, 1200],
  ["Accès aux droits", 500, 500],
  ["Mobilité", 300, 450],
];

function draw(sheet: Excel.Worksheet, type: Excel.ChartType | `${Excel.ChartType}` = "ColumnClustered"): Excel.Chart {
  sheet.getRange("A1:C4").values = CELLS;
  return sheet.charts.add(type as Excel.ChartType, sheet.getRange("A1:C4"), "Auto");
}

const first = (sheet: Excel.Worksheet) => sheet.charts.getItemAt(0);
const reopen = () => host.open(reopened(host.model));

const TYPES = [
  ...["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100"],
  ...["Line", "LineStacked", "LineStacked100", "LineMarkers", "LineMarkersStacked", "LineMarkersStacked100"],
  ...["Area", "AreaStacked", "AreaStacked100", "Pie", "PieExploded", "Doughnut", "DoughnutExploded"],
  ...["Radar", "RadarMarkers", "RadarFilled", "XYScatter", "XYScatterLines", "XYScatterLinesNoMarkers"],
  ...["XYScatterSmooth", "XYScatterSmoothNoMarkers", "Bubble"],
] as `${Excel.ChartType}`[];

describe("a chart of each type", () => {
  it("is sound in the file, and of that type when it is opened again, made so or become so", async () => {
    await run((sheet) => {
      for (const type of TYPES) {
        draw(sheet, type).name = `fait ${type}`;
        const other = draw(sheet, type === "Pie" ? "Doughnut" : "ColumnClustered");
        other.name = `devenu ${type}`;
        other.chartType = type as Excel.ChartType;
      }
    });
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const read = await run((sheet) => sheet.charts.load("items/name,items/chartType"));
    expect(read.items.map((each) => [each.name, each.chartType])).toEqual(
      TYPES.flatMap((type) => [
        [`fait ${type}`, type],
        [`devenu ${type}`, type],
      ]),
    );
  });

  it("takes headings, categories and series from the range", async () => {
    const read = await run((sheet) => {
      const chart = draw(sheet);
      const byRows = sheet.charts.add("Line", sheet.getRange("A1:C4"), "Rows");
      const alone = sheet.charts.add("Pie", sheet.getRange("B2:B4"), "Columns");
      const dimension = chart.series.getItemAt(1).getDimensionValues("Values");
      const categories = chart.series.getItemAt(0).getDimensionDataSourceString("Categories");
      for (const each of [chart, byRows, alone]) each.series.load("items/name,count");
      return { all: [chart, byRows, alone], dimension, categories };
    });
    expect(read.all.map(({ series }) => series.items.map(({ name }) => name))).toEqual([
      ["État", "Métropole"],
      ["Prévention", "Accès aux droits", "Mobilité"],
      ["Série1"],
    ]);
    expect(read.dimension.value).toEqual([1200, 500, 450]);
    expect(read.categories.value).toBe("Feuil1!$A$2:$A$4");
  });

  it("combines types series by series, and its figures follow the cells", async () => {
    await run((sheet) => {
      const chart = draw(sheet);
      chart.series.getItemAt(1).chartType = "LineMarkers";
      const added = chart.series.add("Contrat");
      added.setValues(sheet.getRange("C2:C4"));
      added.setXAxisValues(sheet.getRange("A2:A4"));
      added.chartType = "Line";
    });
    await run((sheet) => (sheet.getRange("C4").values = [[777]]));
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const { series } = await run((sheet) => {
      const chart = first(sheet);
      chart.series.load("items/name,items/chartType");
      return chart;
    });
    expect(series.items.map((each) => [each.name, each.chartType])).toEqual([
      ["État", "ColumnClustered"],
      ["Métropole", "LineMarkers"],
      ["Contrat", "Line"],
    ]);
    expect(host.model.save().length).toBeGreaterThan(0);
    const [chart] = host.model.activeSheet.drawnCharts.opened();
    expect(chart?.root.toString()).toContain("<c:v>777</c:v>");
  });
});

/** Each part by its way from the chart, with values that differ from those of a new chart. */
const PARTS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["", { name: "Parts", displayBlanksAs: "Zero", plotVisibleOnly: false, style: 12 }],
  ["title", { text: "État & Métropole", overlay: true }],
  ["title.format.font", { bold: true, color: "#123456", italic: true, name: "Arial", size: 17, underline: "Single" }],
  ["title.format.border", { color: "#00FF00", weight: 2, lineStyle: "Dash" }],
  ["legend", { position: "Left", overlay: true }],
  ["legend.format.font", { size: 7.5, color: "#ABCDEF" }],
  ["format", { roundedCorners: true }],
  ["format.border", { color: "#112233", weight: 3 }],
  ["plotArea.format.border", { lineStyle: "DashDot", color: "#445566" }],
  ["axes.valueAxis", { minimum: -5, maximum: 2000, majorUnit: 500, minorUnit: 100, numberFormat: '#,##0 "€"' }],
  [
    "axes.valueAxis",
    { reversePlotOrder: true, displayUnit: "Thousands", majorTickMark: "Outside", tickLabelPosition: "Low" },
  ],
  ["axes.valueAxis", { scaleType: "Logarithmic", logBase: 2, minorTickMark: "Inside", linkNumberFormat: false }],
  ["axes.valueAxis", { displayUnit: "Millions", showDisplayUnitLabel: true }],
  ["axes.valueAxis.title", { text: "Euros" }],
  ["axes.valueAxis.title.format.font", { size: 13, bold: true }],
  ["axes.valueAxis.minorGridlines", { visible: true }],
  ["axes.valueAxis.majorGridlines.format.line", { color: "#FF0000", weight: 1.5, lineStyle: "Dot" }],
  ["axes.categoryAxis", { visible: false, tickLabelSpacing: 2, tickMarkSpacing: 3, offset: 50, position: "Maximum" }],
  ["axes.categoryAxis.format.font", { size: 8, color: "#010203" }],
  ["axes.categoryAxis.format.line", { color: "#0A0B0C", weight: 4 }],
  ["series.0", { name: "Renommée", gapWidth: 0, overlap: -100, varyByCategories: true, invertIfNegative: true }],
  ["series.0.format.line", { color: "#FFFFFF", weight: 0.25, lineStyle: "Continuous" }],
  ["series.0.dataLabels", { showCategoryName: true, showSeriesName: true, showLegendKey: true, showValue: false }],
  ["series.0.dataLabels", { position: "InsideBase", separator: " / ", numberFormat: "0.0" }],
  ["series.0.dataLabels.format.font", { size: 6, color: "#00AA00" }],
  ["series.0.points.1", { hasDataLabel: true }],
  ["series.0.points.1.dataLabel", { showPercentage: false, showCategoryName: true, position: "Center" }],
  ["series.0.points.2.format.border", { color: "#00AAFF", weight: 2 }],
  ["line series.1", { markerStyle: "Diamond", markerSize: 9, markerBackgroundColor: "#111111", smooth: true }],
  ["line series.1", { markerForegroundColor: "#222222" }],
  ["doughnut series.0", { doughnutHoleSize: 30, firstSliceAngle: 90, explosion: 12 }],
];

interface Loadable {
  load(names: string): unknown;
  toJSON(): Record<string, unknown>;
}

function partAt(chart: Excel.Chart, way: string): Record<string, unknown> & Loadable {
  const steps = way.replace(/^\w+ /, "").split(".").filter(Boolean);
  return steps.reduce<unknown>((object, step) => {
    if (!/^\d+$/.test(step)) return (object as Record<string, unknown>)[step];
    return (object as { getItemAt(at: number): unknown }).getItemAt(Number(step));
  }, chart) as Record<string, unknown> & Loadable;
}

describe("a part of a chart", () => {
  it("is set and read by itself, and stays in a sound file", async () => {
    await run((sheet) => {
      for (const [way, values] of PARTS) {
        const chart = draw(sheet, /^line/.test(way) ? "Line" : /^doughnut/.test(way) ? "Doughnut" : "ColumnClustered");
        const part = partAt(chart, way);
        for (const [name, value] of Object.entries(values)) part[name] = value;
      }
    });
    expect(await faultsOf(host.model)).toEqual([]);
    for (const open of [() => undefined, reopen]) {
      open();
      const read = await run((sheet) =>
        PARTS.map(([way, values], at) => {
          const part = partAt(sheet.charts.getItemAt(at), way);
          part.load(Object.keys(values).join(","));
          return part;
        }),
      );
      for (const [at, [way, values]] of PARTS.entries()) expect(read[at]?.toJSON(), way).toMatchObject(values);
    }
  });

  it("moves: the order of series, the categories, where an axis crosses", async () => {
    await run((sheet) => {
      sheet.getRange("E2:E4").values = [["a"], ["b"], ["c"]];
      const chart = draw(sheet);
      chart.axes.categoryAxis.setCategoryNames(sheet.getRange("E2:E4"));
      chart.series.getItemAt(1).plotOrder = 0;
      chart.axes.valueAxis.setPositionAt(2);
      chart.axes.valueAxis.setCustomDisplayUnit(250);
    });
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const [series, axis, categories] = await run((sheet) => {
      const chart = first(sheet);
      return [
        chart.series.load("items/name"),
        chart.axes.valueAxis.load("position,positionAt,displayUnit,customDisplayUnit"),
        chart.series.getItemAt(0).getDimensionValues("Categories"),
      ] as const;
    });
    expect(series.items.map(({ name }) => name)).toEqual(["Métropole", "État"]);
    expect(axis.toJSON()).toMatchObject({
      position: "Custom",
      positionAt: 2,
      displayUnit: "Custom",
      customDisplayUnit: 250,
    });
    expect(categories.value).toEqual(["a", "b", "c"]);
  });

  it("goes and comes back: title, legend, gridlines, labels, a line", async () => {
    const seen = await run(async (sheet, context) => {
      const chart = draw(sheet);
      const read = async () => {
        const parts = [chart.title, chart.legend, chart.axes.valueAxis.majorGridlines];
        for (const part of parts) part.load("visible");
        const [series] = [chart.series.getItemAt(0).load("hasDataLabels")];
        const line = chart.series.getItemAt(0).format.line.load("lineStyle");
        await context.sync();
        return [...parts.map(({ visible }) => visible), series.hasDataLabels, line.lineStyle];
      };
      const set = (isThere: boolean) => {
        chart.title.visible = isThere;
        chart.legend.visible = isThere;
        chart.axes.valueAxis.majorGridlines.visible = isThere;
        chart.series.getItemAt(0).hasDataLabels = isThere;
        if (isThere) chart.series.getItemAt(0).format.line.lineStyle = "Continuous";
        else chart.series.getItemAt(0).format.line.clear();
      };
      set(true);
      const there = await read();
      set(false);
      const gone = await read();
      set(true);
      return [there, gone, await read()];
    });
    expect(seen).toEqual([
      [true, true, true, true, "Continuous"],
      [false, false, false, false, "None"],
      [true, true, true, true, "Continuous"],
    ]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("gives its font to every text when it is the whole chart's", async () => {
    const sizes = await run((sheet) => {
      const chart = draw(sheet);
      chart.title.text = "Titre";
      chart.format.font.size = 21;
      return [chart.title.format.font, chart.legend.format.font, chart.axes.valueAxis.format.font].map((font) =>
        font.load("size"),
      );
    });
    expect(sizes.map(({ size }) => size)).toEqual([21, 21, 21]);
  });

  it("stands where it is put, by points and by cells", async () => {
    const boxes = await run(async (sheet, context) => {
      const chart = draw(sheet);
      Object.assign(chart, { left: 100.5, top: 33.25, width: 250, height: 150 });
      const byPoints = chart.load("left,top,width,height").toJSON;
      await context.sync();
      const [before, cells] = [byPoints.call(chart), sheet.getRange("B2:D9").load("left,top,width,height")];
      chart.setPosition("B2", "D9");
      chart.load("left,top,width,height");
      await context.sync();
      return [before, chart.toJSON(), cells.toJSON()];
    });
    expect(boxes[0]).toMatchObject({ left: 100.5, top: 33.25, width: 250, height: 150 });
    expect(boxes[1]).toMatchObject(boxes[2] ?? {});
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it.each<[string, (chart: Excel.Chart) => unknown]>([
    [
      "labels outside of stacked columns",
      (chart) => {
        chart.chartType = "ColumnStacked";
        chart.series.getItemAt(0).dataLabels.position = "OutsideEnd";
      },
    ],
    ["a gap above 500", (chart) => (chart.series.getItemAt(0).gapWidth = 501)],
    ["an overlap below -100", (chart) => (chart.series.getItemAt(0).overlap = -101)],
    ["a hole in columns", (chart) => (chart.series.getItemAt(0).doughnutHoleSize = 50)],
    ["a marker of 73 points", (chart) => (chart.series.getItemAt(0).markerSize = 73)],
    ["a font of 410 points", (chart) => (chart.title.format.font.size = 410)],
    ["a French format", (chart) => (chart.axes.valueAxis.numberFormat = "jj/mm/aaaa")],
    [
      "figures in two rows and columns",
      (chart) => chart.series.getItemAt(0).setValues(chart.worksheet.getRange("B2:C3")),
    ],
    ["a negative width", (chart) => (chart.width = -1)],
  ])("refuses what Excel refuses: %s", async (_, set) => {
    await expect(run((sheet) => void set(draw(sheet)))).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

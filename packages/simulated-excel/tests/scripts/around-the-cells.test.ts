// Scripts that an add-in author writes first, from the pages of the documentation: rules, entry controls, names, charts, events.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-charts
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events
import { expect, it } from "vitest";
import { faultsOf, simulated } from "../objects/simulated";

const { host, run } = simulated();

const figures = (sheet: Excel.Worksheet) => {
  sheet.getRange("A1:C4").values = [
    ["Axe", "En 2024", "En 2025"],
    ["Prévention", 1000, 1200],
    ["Droits", 500, 400],
    ["Mobilité", 300, 450],
  ];
  return sheet.getRange("A1:C4");
};

// "Apply conditional formatting to Excel ranges", "Add data validation to Excel ranges", "Work with ranges: formats", "Work with names".
it("colours what falls short, controls an entry, names a total and formats it", async () => {
  const read = await run(async (sheet, context) => {
    figures(sheet);
    const rule = sheet.getRange("B2:C4").conditionalFormats.add("CellValue").cellValue;
    rule.format.font.color = "red";
    rule.rule = { formula1: "=500", operator: "LessThan" };
    const entry = sheet.getRange("D2:D4").dataValidation;
    entry.rule = { list: { inCellDropDown: true, source: "en cours,terminée" } };
    entry.errorAlert = { title: "État", message: "Choisissez dans la liste.", showAlert: true, style: "Stop" };
    sheet.getRange("B5:C5").formulas = [["=SUM(B2:B4)", "=SUM(C2:C4)"]];
    context.workbook.names.add("Total_2024", sheet.getRange("B5"));
    sheet.getRange("D5").formulas = [["=Total_2024*2"]];
    const total = sheet.getRange("B5:D5");
    total.numberFormat = [["#,##0.00", "#,##0.00", "#,##0.00"]];
    total.format.font.bold = true;
    total.format.fill.color = "#DDEBF7";
    await context.sync();
    const [rules, control] = [sheet.getRange("B2:C4").conditionalFormats, sheet.getRange("D2:D4").dataValidation];
    rules.load("items/type,items/cellValue/rule,items/cellValue/format/font/color");
    control.load("type,rule,errorAlert");
    const named = context.workbook.names.getItem("Total_2024").load("value,formula");
    return { rules, control, named, total: total.load("values,text,format/font/bold,format/fill/color") };
  });
  expect(read.rules.items.map(({ type, cellValue }) => [type, cellValue.rule, cellValue.format.font.color])).toEqual([
    ["CellValue", { formula1: "=500", operator: "LessThan" }, "#FF0000"],
  ]);
  expect([read.control.type, read.control.rule.list?.source]).toEqual(["List", "en cours,terminée"]);
  expect([read.named.value, read.named.formula]).toEqual(["Feuil1!$B$5", "=Feuil1!$B$5"]);
  expect(read.total.values).toEqual([[1800, 2050, 3600]]);
  expect(read.total.text[0]?.map((text) => text.replace(/\s/g, " "))).toEqual(["1 800,00", "2 050,00", "3 600,00"]);
  expect([read.total.format.font.bold, read.total.format.fill.color]).toEqual([true, "#DDEBF7"]);
  expect(await faultsOf(host.model)).toEqual([]);
});

// "Work with charts using the Excel JavaScript API": create, title, legend, axis, series.
it("draws a chart, names its axes and adds a series", async () => {
  const chart = await run(async (sheet, context) => {
    const drawn = sheet.charts.add("ColumnClustered", figures(sheet), "Columns");
    drawn.title.text = "Financement par axe";
    drawn.legend.position = "Right";
    drawn.axes.valueAxis.title.text = "Euros";
    drawn.setPosition("E2", "J16");
    sheet.getRange("D1:D4").values = [["En 2026"], [1], [2], [3]];
    const added = drawn.series.add("En 2026");
    added.setValues(sheet.getRange("D2:D4"));
    await context.sync();
    drawn.load("title/text,legend/position,series/items/name,axes/valueAxis/title/text");
    return drawn;
  });
  expect(chart.title.text).toBe("Financement par axe");
  expect(chart.series.items.map(({ name }) => name)).toEqual(["En 2024", "En 2025", "En 2026"]);
  expect(await faultsOf(host.model)).toEqual([]);
});

// "Work with Events using the Excel JavaScript API": "onActivated", "onDeactivated", "onAdded", "onDeleted", of a sheet and of all.
it("hears what happens to the sheets, until it listens no more", async () => {
  const heard: string[] = [];
  const name = (id: string) => host.model.sheets.find((sheet) => sheet.id === id)?.name ?? "partie";
  const says = (what: string) => (event: { worksheetId: string }) => {
    heard.push(`${what} ${name(event.worksheetId)}`);
    return Promise.resolve();
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
  const listeners = await run((sheet, { workbook: { worksheets } }) => [
    sheet.onDeactivated.add(says("quitte")),
    sheet.onActivated.add(says("revient à")),
    worksheets.onDeactivated.add(says("tous, quitte")),
    worksheets.onActivated.add(says("tous, vient à")),
    worksheets.onAdded.add(says("ajoute")),
    worksheets.onDeleted.add(says("supprime")),
  ]);
  await run((_, { workbook: { worksheets } }) => worksheets.add("Autre").activate());
  await run((sheet, { workbook: { worksheets } }) => {
    sheet.activate();
    worksheets.getItem("Autre").delete();
  });
  await settle();
  expect(heard).toEqual([
    "ajoute Autre",
    "quitte Feuil1",
    "tous, quitte Feuil1",
    "tous, vient à Autre",
    "tous, quitte partie",
    "revient à Feuil1",
    "tous, vient à Feuil1",
    "supprime partie",
  ]);
  await Excel.run(listeners[0]?.context as Excel.RequestContext, async (context) => {
    for (const listener of listeners) listener.remove();
    await context.sync();
  });
  heard.length = 0;
  await run((_, { workbook: { worksheets } }) => worksheets.add("Encore").activate());
  await settle();
  expect(heard).toEqual([]);
});

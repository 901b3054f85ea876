// An Excel in English names what it makes in English.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection "The worksheet will be added at the end of existing worksheets."
// Source: https://learn.microsoft.com/javascript/api/excel/excel.tablecollection
import { afterEach, beforeAll, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "../src/boot-office-node";
import { createExcelHost } from "../src/excel-host";
import { excelProfile } from "../src/profile";

const profile = excelProfile("microsoft-365", { locale: "en-US" });
const host = createExcelHost(createXlsx("book.xlsx"), { profile });

beforeAll(() => bootOffice(host));

afterEach(() => {
  expect(host.takeUnsupported()).toEqual([]);
});

it("calls sheets, tables, their columns, charts, series and shapes as Excel in English does", async () => {
  const names = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.getRange("A1:B3").values = [
      ["", "b"],
      [1, 2],
      [3, 4],
    ];
    const table = sheet.tables.add("A1:B3", true);
    const column = table.columns.getItemAt(0);
    const bare = sheet.tables.add("D1:D2", false);
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("H1:H3"));
    const series = chart.series.getItemAt(0);
    const shape = sheet.shapes.addTextBox("note");
    const all = [sheet, table, column, bare, chart, series, shape];
    for (const each of all) each.load("name");
    await context.sync();
    return all.map(({ name }) => name);
  });
  expect(names.slice(0, 6)).toEqual(["Sheet2", "Table1", "Column1", "Table2", "Chart 1", "Series1"]);
  expect(names[6]).toMatch(/^TextBox \d+$/);
});

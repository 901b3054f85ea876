// Excel tables: created, found, filled, resized, filtered and taken away, and still a sound file.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-tables
// Source: https://learn.microsoft.com/javascript/api/excel/excel.table
// Source: https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection
import { describe, expect, it } from "vitest";
import { faultsOf, readByLibreOffice, reopened, simulated } from "./simulated";

const { host, run } = simulated();

const ROWS = [
  ["Action", "État", "Métropole"],
  ["Prévention", 1000, 1200],
  ["Accès aux droits", 500, 500],
  ["Mobilité", 300, 450],
];

function fill(sheet: Excel.Worksheet): Excel.Table {
  sheet.getRange("B2:D5").values = ROWS;
  const table = sheet.tables.add("B2:D5", true);
  table.name = "Budget";
  return table;
}

describe("an Excel table", () => {
  it("is found by its name and at its position, with its ranges", async () => {
    const [all, header, body, total] = await run(async (sheet, context) => {
      fill(sheet).showTotals = true;
      const table = context.workbook.tables.getItemAt(0);
      const named = sheet.tables.getItem("budget");
      return [
        named.getRange().load("address"),
        table.getHeaderRowRange().load("address"),
        table.getDataBodyRange().load("address"),
        table.getTotalRowRange().load("address,values"),
      ];
    });
    expect([all, header, body].map((range) => range?.address)).toEqual([
      "Feuil1!B2:D6",
      "Feuil1!B2:D2",
      "Feuil1!B3:D5",
    ]);
    expect(total?.values).toEqual([["Total", "", 2150]]);
    expect(await faultsOf(host.model)).toEqual([]);
    expect(readByLibreOffice(host.model).at(-1)).toMatch(/Total.*2150/);
  });

  // Excel.TableRowCollection.add: "If null or -1, the addition happens at the end."
  it("takes rows at the end and between, and what stands below moves with its references", async () => {
    const [below, other] = await run((sheet) => {
      sheet.getRange("B6:B7").values = [["dessous"], [7]];
      sheet.getRange("F1").formulas = [["=B7"]];
      const table = fill(sheet);
      table.rows.add(undefined, [["Logement", 10, 20]]);
      table.rows.add(0, [["Premier", 1, 2]]);
      return [sheet.getRange("B8:B9").load("values"), sheet.getRange("F1").load("formulas,values")];
    });
    expect(below?.values).toEqual([["dessous"], [7]]);
    expect([other?.formulas, other?.values]).toEqual([[["=B9"]], [[7]]]);
    expect(host.model.activeSheet.tables.list()[0]?.range).toEqual({ top: 1, left: 1, bottom: 6, right: 3 });
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("made of headings alone has no row until one comes", async () => {
    const [before, after] = await run(async (sheet, context) => {
      const table = sheet.tables.add("A1:B1", true);
      table.getHeaderRowRange().values = [["Année", "Montant"]];
      const none = table.rows.load("count");
      await context.sync();
      const count = none.count;
      table.rows.add(undefined, [
        [2024, 1],
        [2025, 2],
      ]);
      return [count, table.getDataBodyRange().load("address")];
    });
    expect(before).toBe(0);
    expect((after as Excel.Range).address).toBe("Feuil1!A2:B3");
    expect(host.model.activeSheet.tables.list()[0]?.columns.map(({ name }) => name)).toEqual(["Année", "Montant"]);
  });

  it("renames its column with the heading, in formulas too", async () => {
    const cell = await run((sheet) => {
      fill(sheet);
      sheet.getRange("F1").formulas = [["=SUM(Budget[Métropole])"]];
      sheet.getRange("D2").values = [["Part Métropole"]];
      return sheet.getRange("F1").load("formulas,values");
    });
    expect([cell.formulas, cell.values]).toEqual([[["=SUM(Budget[Part Métropole])"]], [[2150]]]);
  });

  it("adds and deletes columns, and keeps the others", async () => {
    const columns = await run((sheet) => {
      const table = fill(sheet);
      table.columns.add(1, [["CAF"], [1], [2], [3]]);
      table.columns.getItem("État").delete();
      return table.columns.load("name,values");
    });
    expect(columns.items.map(({ name, values }) => [name, values.length])).toEqual([
      ["Action", 4],
      ["CAF", 4],
      ["Métropole", 4],
    ]);
    expect(columns.items[1]?.values).toEqual([["CAF"], [1], [2], [3]]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("hides the rows that its filters do not keep, and says its filters again when opened again", async () => {
    const criteria = await run((sheet) => {
      const table = fill(sheet);
      table.columns.getItem("Métropole").filter.applyCustomFilter(">=500");
      return table.columns.getItem("Métropole").filter.load("criteria");
    });
    expect(criteria.criteria).toEqual({ filterOn: "Custom", criterion1: ">=500" });
    const shown = [2, 3, 4].map((row) => !host.model.activeSheet.isRowHidden(row));
    expect(shown).toEqual([true, true, false]);
    const [table] = reopened(host.model).sheets[0]?.tables.list() ?? [];
    expect(table?.isFiltered).toBe(true);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("refuses to overlap another, to bear a cell's name, to lose its headings", async () => {
    await run(fill);
    const refused = (work: (sheet: Excel.Worksheet) => unknown) =>
      expect(run(work)).rejects.toMatchObject({ code: "InvalidArgument" });
    await refused((sheet) => sheet.tables.add("D5:F8", true));
    await refused((sheet) => (sheet.tables.getItem("Budget").name = "A1"));
    await refused((sheet) => (sheet.tables.getItem("Budget").name = "mon budget"));
    await refused((sheet) => sheet.tables.getItem("Budget").resize("B3:D5"));
    await refused((sheet) => sheet.tables.getItem("Budget").resize("B2:D2"));
    await run((sheet) => sheet.tables.getItem("Budget").resize("B2:D3"));
  });

  it("leaves its cells when it becomes a range, and no part in the file", async () => {
    await run((sheet) => fill(sheet).convertToRange());
    expect(host.model.activeSheet.content(4, 1).value).toBe("Mobilité");
    expect(reopened(host.model).sheets[0]?.tables.list()).toEqual([]);
    expect(await faultsOf(host.model)).toEqual([]);
  });
});

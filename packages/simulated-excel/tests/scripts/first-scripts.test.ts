// What the author of an add-in writes first, from the documentation, on the simulated Excel.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-tables
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-get
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-insert
import { describe, expect, it } from "vitest";
import { faultsOf, readByLibreOffice, simulated } from "../objects/simulated";

const { host, run } = simulated();

describe("a first script", () => {
  // "Work with tables using the Excel JavaScript API".
  it("writes a list, makes it a table, dresses it, sorts it and adds what comes later", async () => {
    const values = await run((sheet) => {
      const start = sheet.getRange("A1");
      start.getResizedRange(0, 2).values = [["Date", "Objet", "Montant"]];
      const table = sheet.tables.add("A1:C1", true);
      table.name = "Depenses";
      table.rows.add(undefined, [
        [45_300, "Transport", 40],
        [45_301, "Affiches", 120.5],
      ]);
      table.rows.add(undefined, [[45_302, "Salle", 80]]);
      table.columns.getItem("Montant").getDataBodyRange().numberFormat = [["#,##0.00"], ["#,##0.00"], ["#,##0.00"]];
      table.getHeaderRowRange().format.fill.color = "darkblue";
      table.getHeaderRowRange().format.font.color = "white";
      table.style = "TableStyleLight9";
      table.sort.apply([{ key: 2, ascending: false }]);
      sheet.getUsedRange().format.autofitColumns();
      sheet.getRange("E1").formulas = [["=SUM(Depenses[Montant])"]];
      return [table.getDataBodyRange().load("values"), sheet.getRange("E1").load("values")];
    });
    expect(values[0]?.values.map(([, what]) => what as string)).toEqual(["Affiches", "Salle", "Transport"]);
    expect(values[1]?.values).toEqual([[240.5]]);
    expect(await faultsOf(host.model)).toEqual([]);
    expect(readByLibreOffice(host.model)[0]).toMatch(/240[.,]5/);
  });

  // "Get a range using the Excel JavaScript API", "Range.getOffsetRange", "Range.getRangeEdge", "Range.getSurroundingRegion".
  it("finds its way from one range to the next", async () => {
    const found = await run((sheet) => {
      sheet.getRange("B2:C4").values = [
        ["a", 1],
        ["b", 2],
        ["c", 3],
      ];
      const range = sheet.getRange("B2:C4");
      return [
        range.getCell(1, 1),
        range.getOffsetRange(1, -1),
        range.getResizedRange(-1, 1),
        sheet.getRange("C5").getResizedRange(-2, -1),
        range.getLastCell(),
        range.getColumnsAfter(2),
        range.getRowsAbove(1),
        range.getEntireColumn(),
        sheet.getRange("B2").getRangeEdge("Down"),
        sheet.getRange("B2").getExtendedRange("Right"),
        sheet.getRange("C3").getSurroundingRegion(),
        sheet.getUsedRange(),
      ].map((each) => each.load("address"));
    });
    expect(found.map(({ address }) => address.replace("Feuil1!", ""))).toEqual(
      "C3 A3:B5 B2:D3 B3:C5 C4 D2:E4 B1:C1 B:C B4 B2:C2 B2:C4 B2:C4".split(" "),
    );
  });

  it.each<[string, (sheet: Excel.Worksheet) => Excel.Range]>([
    ["an offset above the sheet", (sheet) => sheet.getRange("A1").getOffsetRange(-1, 0)],
    ["a range resized beyond the sheet", (sheet) => sheet.getRange("A1:B2").getResizedRange(-2, 0)],
    ["rows beyond the sheet", (sheet) => sheet.getRange("A1048576").getRowsBelow(1)],
  ])("is refused %s", async (_, range) => {
    await expect(run((sheet) => range(sheet).load("address"))).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  // "Insert a range of cells": "existing cells shift to make space"; "Delete a range of cells".
  it("inserts and deletes cells, and every reference follows", async () => {
    const cells = await run((sheet) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("C1").formulas = [["=SUM(A1:A3)+$A$3"]];
      sheet.getRange("A2").insert("Down");
      sheet.getRange("A1").delete("Up");
      return sheet.getRange("C1").load("formulas,values");
    });
    expect(cells.formulas).toEqual([["=SUM(A1:A3)+$A$3"]]);
    expect(cells.values).toEqual([[8]]);
  });
});

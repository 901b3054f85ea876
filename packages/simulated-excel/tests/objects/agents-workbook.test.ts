// What a file holds beside its cells is counted and found: comments with their text and author, pivot tables, shapes; the style of its cells.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.commentcollection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.pivottablecollection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.shapecollection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range, style
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import { withParts, partText } from "../../../../tests/files/fixtures";
import { simulated } from "./simulated";

const { host, run } = simulated();
const RELS = "xl/worksheets/_rels/sheet1.xml.rels";
const RELATION = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
const PIVOT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable";

/** With a pivot table, too. */
function commented(): Uint8Array {
  return withParts(createXlsx("classeur.xlsx").save(), {
    [RELS]:
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${RELATION}" Target="../threadedComments/threadedComment1.xml"/>` +
      `<Relationship Id="rId2" Type="${PIVOT}" Target="../pivotTables/pivotTable1.xml"/></Relationships>`,
    "xl/threadedComments/threadedComment1.xml":
      '<ThreadedComments><threadedComment ref="B2" dT="2024-03-01T09:30:00.00" personId="{P}" id="{A}"><text>À revoir</text></threadedComment>' +
      '<threadedComment ref="B2" personId="{P}" id="{B}" parentId="{A}"><text>fait</text></threadedComment>' +
      '<threadedComment ref="C5" personId="{P}" id="{C}" done="1"><text>oui</text></threadedComment></ThreadedComments>',
    "xl/pivotTables/pivotTable1.xml": '<pivotTableDefinition name="TCD"><location ref="F1:G9"/></pivotTableDefinition>',
    "xl/persons/person.xml":
      '<personList><person displayName="Agent 1" id="{P}" userId="x" providerId="None"/></personList>',
  });
}

describe("comments", () => {
  it("are counted without their replies, found by key and by cell, and read", async () => {
    host.open(openXlsx(commented(), "classeur.xlsx"));
    const read = await run(async (sheet, context) => {
      const { comments } = context.workbook;
      const [count, ofSheet, all] = [
        comments.getCount(),
        sheet.comments.getCount(),
        comments.load("id,content,resolved"),
      ];
      await context.sync();
      const first = comments.getItem(all.items[0]?.id ?? "").load("authorName,creationDate");
      const byCell = sheet.comments.getItemByCell("Feuil1!C5").load("content");
      const place = byCell.getLocation().load("address");
      const none = comments.getItemOrNullObject("{Z}").load("id");
      await context.sync();
      return { counts: [count.value, ofSheet.value], all: all.toJSON().items, first, byCell, place, none };
    });
    expect(read.counts).toEqual([2, 2]);
    expect(read.all).toEqual([
      { id: "{A}", content: "À revoir", resolved: false },
      { id: "{C}", content: "oui", resolved: true },
    ]);
    expect([read.first.authorName, read.first.creationDate.toISOString().slice(0, 10)]).toEqual([
      "Agent 1",
      "2024-03-01",
    ]);
    expect([read.byCell.content, read.place.address, read.none.isNullObject]).toEqual(["oui", "Feuil1!C5", true]);
  });

  // "If it's a string, it must contain the full address, including the sheet name."
  it("are not found by half an address, nor where none is", async () => {
    host.open(openXlsx(commented(), "classeur.xlsx"));
    const at = (cell: string) => run((sheet) => sheet.comments.getItemByCell(cell).load("content"));
    await expect(at("C5")).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(at("Feuil1!C6")).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  it("are told to be beyond the simulation where they mention somebody", async () => {
    const content = {
      richContent: '<at id="0">Agent</at>',
      mentions: [{ name: "Agent", id: 0, email: "agent@exemple.fr" }],
    };
    await expect(run((sheet) => sheet.comments.add("Feuil1!A1", content, "Mention"))).rejects.toMatchObject({
      code: "ApiNotImplemented",
    });
    expect(host.takeUnsupported()).toEqual(["mentions in comments"]);
  });
});

describe("the workbook of an agent", () => {
  it("has its pivot tables counted and found by name, in the sheet and in the workbook", async () => {
    host.open(openXlsx(commented(), "classeur.xlsx"));
    const found = await run(async (sheet, context) => {
      const { pivotTables } = context.workbook;
      pivotTables.load("items/name,items/worksheet/name");
      const count = sheet.pivotTables.getCount();
      const [again, none] = [sheet.pivotTables.getItem("tcd"), pivotTables.getItemOrNullObject("absent")];
      again.load("name");
      none.load("name");
      await context.sync();
      const all = pivotTables.items.map(({ name, worksheet }) => `${worksheet.name} ${name}`);
      return { all, count: count.value, again: again.name, none: none.isNullObject };
    });
    expect(found).toEqual({ all: ["Feuil1 TCD"], count: 1, again: "TCD", none: true });
  });

  it("has its shapes counted and found by name", async () => {
    host.open(openXlsx(new Uint8Array(readFileSync("tests/fixtures/riche.xlsx")), "riche.xlsx"));
    const names = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/shapes/items/name");
      await context.sync();
      const drawn = worksheets.items.flatMap(({ shapes }) =>
        shapes.items.map(({ name }) => [name, shapes.getItem(name).load("name")] as const),
      );
      await context.sync();
      return drawn.map(([name, again]) => [name, again.name]);
    });
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(([name, again]) => name !== again)).toEqual([]);
  });

  it("tells the named style of its cells, and null of a mixture", async () => {
    const file = createXlsx("classeur.xlsx").save();
    const styles = partText(file, "xl/styles.xml")
      .replace(
        /<cellStyles.*<\/cellStyles>/,
        '<cellStyles count="3"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Satisfaisant" xfId="1" builtinId="26"/><cellStyle name="Maison" xfId="2"/></cellStyles>',
      )
      .replace(
        "</cellXfs>",
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="2"/></cellXfs>',
      );
    const sheet = partText(file, "xl/worksheets/sheet1.xml").replace(
      /<sheetData\/>|<sheetData><\/sheetData>/,
      '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row></sheetData>',
    );
    host.open(
      openXlsx(withParts(file, { "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet }), "classeur.xlsx"),
    );
    const read = await run((first) =>
      ["A1", "B1", "C1", "A1:C1", "C1:D9"].map((address) => first.getRange(address).load("style")),
    );
    expect(read.map(({ style }) => style)).toEqual(["Good", "Maison", "Normal", null, "Normal"]);
  });
});

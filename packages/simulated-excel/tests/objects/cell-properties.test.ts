// Links of cells, properties of many cells at once, duplicates removed: as Microsoft's pages on Range say.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range, hyperlink, setCellProperties, setRowProperties, removeDuplicates
// Source: https://learn.microsoft.com/javascript/api/excel/excel.rangehyperlink
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-remove-duplicates
import { describe, expect, it } from "vitest";
import { partText } from "../../../../tests/files/fixtures";
import { faultsOf, readByLibreOffice, reopened, simulated } from "./simulated";

const { host, run } = simulated();
const codeOf = (work: Parameters<typeof run>[0]) =>
  run(work).then(
    () => null,
    (error: unknown) => (error as OfficeExtension.Error).code,
  );
const linkAt = (address: string) =>
  run(async (sheet, context) => {
    const range = sheet.getRange(address).load("hyperlink,values");
    await context.sync();
    return [range.hyperlink, range.values[0]?.[0]];
  });

describe("a link", () => {
  it("leads outside or to a place of the workbook, shows its text, and stays in the file", async () => {
    await run((sheet) => {
      sheet.getRange("A1").hyperlink = {
        address: "https://exemple.fr/a?b=1&c=2",
        screenTip: "Ouvrir",
        textToDisplay: "Ici",
      };
      sheet.getRange("A2").values = [["Budget"]];
      sheet.getRange("A2").hyperlink = { documentReference: "Feuil1!C3" };
      sheet.getRange("A3").hyperlink = { address: "https://exemple.fr" };
    });
    expect(await faultsOf(host.model)).toEqual([]);
    host.open(reopened(host.model));
    expect(await linkAt("A1")).toEqual([
      { address: "https://exemple.fr/a?b=1&c=2", screenTip: "Ouvrir", textToDisplay: "Ici" },
      "Ici",
    ]);
    expect(await linkAt("A2")).toEqual([{ documentReference: "Feuil1!C3", textToDisplay: "Budget" }, "Budget"]);
    expect(await linkAt("A3")).toEqual([
      { address: "https://exemple.fr", textToDisplay: "https://exemple.fr" },
      "https://exemple.fr",
    ]);
    expect(await linkAt("A4")).toEqual([null, ""]);
    expect(await linkAt("A1:A2")).toEqual([null, "Ici"]);
    expect(readByLibreOffice(host.model)).toEqual(['"Ici"', '"Budget"', '"https://exemple.fr"']);
  });

  it.each([
    ["Hyperlinks", [null, "Ici", "#FF0000"]],
    ["RemoveHyperlinks", [null, "Ici", ""]],
    ["All", [null, "", ""]],
    ["Contents", [expect.objectContaining({ address: "https://exemple.fr" }), "", "#FF0000"]],
    ["Formats", [expect.objectContaining({ address: "https://exemple.fr" }), "Ici", ""]],
  ] as const)(
    "goes when it is cleared as %s, with what the page says and no more",
    async (what, [link, value, fill]) => {
      const seen = await run(async (sheet, context) => {
        const cell = sheet.getRange("A1");
        cell.hyperlink = { address: "https://exemple.fr", textToDisplay: "Ici" };
        cell.format.fill.color = "#FF0000";
        sheet.getRange("A1").clear(what);
        cell.load("hyperlink,values,format/fill/color");
        await context.sync();
        return [cell.hyperlink, cell.values[0]?.[0], cell.format.fill.color];
      });
      expect(seen).toEqual([link, value, fill === "" ? "#FFFFFF" : fill]);
      const rels = link === null ? "hyperlink" : "never";
      expect(await faultsOf(host.model)).toEqual([]);
      const file = host.model.save();
      expect(partText(file, "xl/worksheets/sheet1.xml").includes("<hyperlink")).toBe(rels === "never");
    },
  );

  it("goes from a part of its cells, moves with them, and is refused without an end", async () => {
    await run((sheet) => {
      sheet.getRange("A1:A3").values = [["a"], ["b"], ["c"]];
      sheet.getRange("A1:A3").hyperlink = { address: "https://exemple.fr" };
      sheet.getRange("A2").clear("Hyperlinks");
      sheet.getRange("1:1").insert("Down");
    });
    const links = await Promise.all(["A1", "A2"].map(linkAt));
    expect(links.map(([link]) => (link as Excel.RangeHyperlink | null)?.address ?? null)).toEqual([
      null,
      "https://exemple.fr",
    ]);
    expect((await linkAt("A3"))[0]).toBeNull();
    expect((await linkAt("A4"))[0]).toMatchObject({ address: "https://exemple.fr" });
    for (const wrong of [{}, { textToDisplay: "Ici" }, { address: 5 }, { adresse: "x" }])
      expect(await codeOf((sheet) => void (sheet.getRange("A1").hyperlink = wrong as Excel.RangeHyperlink))).toBe(
        "InvalidArgument",
      );
  });
});

describe("properties of many cells", () => {
  it("are set each in its cell, its column, its row, and read so", async () => {
    await run((sheet) => {
      sheet.getRange("A1:B2").setCellProperties([
        [{ format: { fill: { color: "#FF0000" }, font: { bold: true } } }, {}],
        [
          { hyperlink: { address: "https://exemple.fr", textToDisplay: "Ici" } },
          { format: { borders: { bottom: { style: "Continuous" } }, wrapText: true } },
        ],
      ]);
      sheet.getRange("A:C").setColumnProperties([{ format: { columnWidth: 90 } }, { columnHidden: true }, {}]);
      sheet.getRange("1:2").setRowProperties([{ format: { rowHeight: 33 } }, { rowHidden: true }]);
    });
    expect(await faultsOf(host.model)).toEqual([]);
    host.open(reopened(host.model));
    const read = await run(async (sheet, context) => {
      const cells = sheet.getRange("A1:B2").getCellProperties({
        address: true,
        hyperlink: true,
        format: {
          fill: { color: true },
          font: { bold: true },
          borders: { style: true },
          wrapText: true,
          indentLevel: false,
        },
      });
      const columns = sheet.getRange("A:C").getColumnProperties({
        columnHidden: true,
        columnIndex: true,
        format: { columnWidth: true, fill: { color: true } },
      });
      const rows = sheet
        .getRange("1:3")
        .getRowProperties({ rowHidden: true, rowIndex: true, address: true, format: { rowHeight: true } });
      await context.sync();
      return { cells: cells.value, columns: columns.value, rows: rows.value };
    });
    const [[first], [link, last]] = read.cells as [Excel.CellProperties[], Excel.CellProperties[]];
    expect(first).toMatchObject({
      address: "Feuil1!A1",
      hyperlink: null,
      format: {
        fill: { color: "#FF0000" },
        font: { bold: true },
        borders: { bottom: { style: "None" } },
        wrapText: false,
      },
    });
    expect(link?.hyperlink).toMatchObject({ textToDisplay: "Ici" });
    expect(last?.format).toMatchObject({
      borders: { bottom: { style: "Continuous" }, top: { style: "None" } },
      wrapText: true,
    });
    expect(last?.format).not.toHaveProperty("indentLevel");
    // "For properties that are not consistent across each cell within a given column, null will be returned."
    expect(
      read.columns.map(({ columnIndex, columnHidden, format }) => [columnIndex, columnHidden, format?.fill?.color]),
    ).toEqual([
      [0, false, null],
      [1, true, "#FFFFFF"],
      [2, false, "#FFFFFF"],
    ]);
    expect(read.columns[0]?.format?.columnWidth).toBeCloseTo(90, 0);
    expect(
      read.rows.map(({ address, rowIndex, rowHidden, format }) => [address, rowIndex, rowHidden, format?.rowHeight]),
    ).toEqual([
      ["Feuil1!1:1", 0, false, 33],
      ["Feuil1!2:2", 1, true, expect.anything()],
      ["Feuil1!3:3", 2, false, 15],
    ]);
  });

  it("are refused in another shape, under another name, as another value, and of the other lines' size", async () => {
    const wrongs: ((range: Excel.Range) => void)[] = [
      (range) => range.setCellProperties([[{}], [{}]]),
      (range) => range.setCellProperties([[{}, {}, {}]]),
      (range) => range.setColumnProperties([{}]),
      (range) => range.setColumnProperties([{}, {}, {}]),
      (range) => range.setRowProperties([]),
      (range) => range.setRowProperties([{}, {}]),
      (range) => range.setCellProperties([[{ couleur: "rouge" } as never, {}]]),
      (range) => range.setCellProperties([[{ format: { font: { bold: "oui" as never } } }, {}]]),
      (range) => range.setCellProperties([[{ format: { columnWidth: 3 } as never }, {}]]),
      (range) => range.setRowProperties([{ format: { columnWidth: 3 } as never }]),
      (range) => void range.getCellProperties({ couleur: true } as never),
    ];
    for (const [index, wrong] of wrongs.entries())
      expect(await codeOf((sheet) => wrong(sheet.getRange("A1:B1"))), String(index)).toBe("InvalidArgument");
  });
});

describe("removeDuplicates", () => {
  const remove = (columns: number[], includesHeader: boolean) =>
    run(async (sheet, context) => {
      sheet.getRange("A1:C6").values = [
        ["Axe", "Montant", "Note"],
        ["Eau", 1, "a"],
        ["eau", 1, "b"],
        ["Air", 1, "c"],
        ["Eau", 2, "d"],
        ["Axe", "Montant", "e"],
      ];
      sheet.getRange("D1:D6").values = [[1], [2], [3], [4], [5], [6]];
      const result = sheet.getRange("A1:C6").removeDuplicates(columns, includesHeader).load("removed,uniqueRemaining");
      const cells = sheet.getRange("C1:D6").load("values");
      await context.sync();
      return [
        result.removed,
        result.uniqueRemaining,
        cells.values.map(([note]) => note),
        cells.values.map((row) => row[1]),
      ];
    });

  it.each([
    [[0, 1], true, [1, 4, ["Note", "a", "c", "d", "e", ""]]],
    [[0], true, [2, 3, ["Note", "a", "c", "e", "", ""]]],
    [[0, 1], false, [2, 4, ["Note", "a", "c", "d", "", ""]]],
    [[2], false, [0, 6, ["Note", "a", "b", "c", "d", "e"]]],
  ] as const)(
    "keeps the first of each, by columns %j, and moves the others up within the range",
    async (columns, header, expected) => {
      const [removed, left, notes, beside] = await remove([...columns], header);
      expect([removed, left, notes]).toEqual(expected);
      expect(beside).toEqual([1, 2, 3, 4, 5, 6]);
    },
  );

  it("takes columns of its range, at least one", async () => {
    for (const columns of [[], [-1], [3], [0.5]])
      await expect(remove(columns, true), JSON.stringify(columns)).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

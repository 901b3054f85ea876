// Changes to a workbook come back as they were made, and leave the rest of the file consistent.
import { describe, expect, it } from "vitest";
import { createXlsx } from "../src/create-xlsx";
import { openXlsx } from "../src/open-xlsx";
import type { SheetModel, WorkbookModel } from "../src/workbook-model";
import type { PageSetup } from "../src/sheet-values";
import { changedParts, fixture, partsOf, partText, withRows, type Fixture } from "../../../tests/files/fixtures";

const SHEET = "xl/worksheets/sheet1.xml";

function open(source: Fixture | Uint8Array): { workbook: WorkbookModel; sheet: SheetModel } {
  const workbook = openXlsx(typeof source === "string" ? fixture(source) : source, "x.xlsx");
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("no sheet");
  return { workbook, sheet };
}

const reopened = (workbook: WorkbookModel) => open(workbook.save());

describe("contents", () => {
  it.each([
    "é & <b> \"q\" 'a'",
    "  espaces  ",
    "deux\nlignes",
    "retour\r\n",
    "_x0041_ littéral",
    "\u0001 contrôle",
    "=pas une formule",
    "12",
    "😀",
    "\ud800",
  ])("keep the text %j", (text) => {
    const { workbook, sheet } = open("excel-fait-main");
    sheet.setContent(7, 2, { value: text, formula: null });
    expect(reopened(workbook).sheet.content(7, 2)).toEqual({ value: text, formula: null });
  });

  it.each([0, -1.5, 1e21, 0.1 + 0.2, true, false, "#REF!"])("keep the value %j", (value) => {
    const { workbook, sheet } = open("excel-fait-main");
    sheet.setContent(1, 0, { value, formula: null });
    expect(reopened(workbook).sheet.content(1, 0)).toEqual({ value, formula: null });
  });

  it("keep formulas with their result, whatever its kind", () => {
    const { workbook, sheet } = open("excel-fait-main");
    const contents = [12.5, "a & b", "", true, "#DIV/0!"].map((value) => ({ value, formula: '=IF("<"&A1="&",1,2)' }));
    contents.forEach((content, column) => {
      sheet.setContent(30, column, content);
    });
    const { sheet: again } = reopened(workbook);
    expect(contents.map((_, column) => again.content(30, column))).toEqual(contents);
  });

  it("rewrite only the row that changed", () => {
    const { workbook, sheet } = open("excel-fait-main");
    sheet.setContent(2, 0, { value: 21, formula: null });
    const before = partText(fixture("excel-fait-main"), SHEET);
    const after = partText(workbook.save(), SHEET);
    expect(after).toBe(before.replace('<c r="A3"><v>20</v></c>', '<c r="A3"><v>21</v></c>'));
  });

  it("take the cell's format, else the row's or the column's", () => {
    const { workbook, sheet } = open("excel-fait-main");
    sheet.setContent(0, 0, { value: 5, formula: null });
    sheet.setContent(20, 1, { value: 0.5, formula: null });
    const { sheet: again } = reopened(workbook);
    expect(again.style(0, 0).fill).toBe("#2F5597");
    expect(again.style(20, 1).numberFormat).toBe("0%");
  });

  it("that take the place of a shared formula leave the others theirs", () => {
    const { workbook, sheet } = open("excel-fait-main");
    sheet.setContent(1, 1, { value: 0, formula: null });
    const { sheet: again } = reopened(workbook);
    expect([2, 3, 4].map((row) => again.content(row, 1).formula)).toEqual(
      [3, 4, 5].map((row) => `=A${row}*$A$2+SUM(A$2:A${row})`),
    );
    expect(again.content(1, 1)).toEqual({ value: 0, formula: null });
  });

  it("without their formula drop the order of calculation that named it, and nothing else", () => {
    const { workbook, sheet } = open("excel-fait-main");
    sheet.setContent(1, 3, { value: "fixe", formula: null });
    expect(changedParts(fixture("excel-fait-main"), workbook.save())).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      SHEET,
    ]);
    const parts = partsOf(workbook.save());
    expect(parts["xl/calcChain.xml"]).toBeUndefined();
    expect(parts["[Content_Types].xml"]).not.toContain("calcChain");
  });

  it("and formats are cleared, notes and objects stay", () => {
    const { workbook, sheet } = open("riche");
    sheet.clear({ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }, "all");
    const saved = workbook.save();
    expect(open(saved).sheet.usedRange(false)).toBeNull();
    expect(changedParts(fixture("riche"), saved).filter((path) => /comment|drawing|media/.test(path))).toEqual([]);
  });
});

describe("a row of which a cell or the height changed", () => {
  const rows = `<row spans="1:2" s='1' r="1" x:dyDescent="0.25" hidden="1" title="a &amp;&#10;b"><c r="A1"><v>1</v></c></row><row ht="20"/>`;
  const rowsOf = (change: (sheet: SheetModel) => void) => {
    const { workbook, sheet } = open(withRows(rows));
    change(sheet);
    return partText(workbook.save(), SHEET).match(/<row[^>]*>/g);
  };

  it("says the rest of what it said, but for what its cells could contradict", () => {
    expect(rowsOf((sheet) => sheet.setContent(0, 3, { value: 2, formula: null }))).toEqual([
      '<row r="1" s="1" x:dyDescent="0.25" hidden="1" title="a &amp;&#10;b">',
      '<row ht="20"/>',
    ]);
    expect(rowsOf((sheet) => sheet.setRowHeight(1, 30))?.at(-1)).toBe('<row r="2" ht="30" customHeight="1"/>');
    expect(rowsOf((sheet) => sheet.setRowHeight(1, null))?.at(-1)).toBe('<row r="2"/>');
  });
});

describe("rows out of order", () => {
  it("are all there after a change", () => {
    const { workbook, sheet } = open(
      withRows('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>'),
    );
    sheet.setContent(1, 0, { value: 2, formula: null });
    expect(partText(workbook.save(), SHEET)).toContain(
      '<sheetData><row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>',
    );
  });
});

describe("layout", () => {
  it("comes back: sizes, merges, frozen rows, page", () => {
    const workbook = createXlsx("x.xlsx");
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error("no sheet");
    const page = {
      orientation: "landscape",
      paper: 9,
      margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
      scale: 100,
      fitTo: { width: 1, height: 0 },
      titleRows: [2, 3],
      titleColumns: [0, 1],
      printArea: [{ top: 0, left: 0, bottom: 40, right: 27 }],
      header: "Écarts && co",
      footer: "Page &P / &N",
    } as const satisfies PageSetup;
    sheet.setColumnWidth(2, 31.5);
    sheet.setRowHeight(4, 42.75);
    sheet.merge({ top: 0, left: 0, bottom: 0, right: 3 });
    sheet.merge({ top: 0, left: 2, bottom: 1, right: 5 });
    sheet.frozenRows = 3;
    sheet.pageSetup = page;
    const again = reopened(workbook).sheet;
    expect([again.columnWidth(2), again.columnWidth(1), again.rowHeight(4), again.rowHeight(5)]).toEqual([
      31.5,
      null,
      42.75,
      null,
    ]);
    expect(again.merges).toEqual([{ top: 0, left: 2, bottom: 1, right: 5 }]);
    expect([again.frozenRows, again.pageSetup]).toEqual([3, page]);
    again.name = "L’été, c’est long";
    expect(again.pageSetup.printArea).toEqual(page.printArea);
    again.pageSetup = { ...page, printArea: null };
    expect(again.pageSetup.printArea).toBeNull();
  });

  it("changes around what is not its business", () => {
    const { workbook, sheet } = open("excel-fait-main");
    sheet.pageSetup = { ...sheet.pageSetup, header: "Autre", orientation: "landscape" };
    sheet.setColumnWidth(2, 20);
    const text = partText(workbook.save(), SHEET);
    expect(text).toContain("<oddHeader>&amp;LGauche&amp;CAutre&amp;RDroite</oddHeader>");
    expect(text).toContain("<firstHeader>&amp;CPremière</firstHeader>");
    expect(text).toContain(
      '<col min="2" max="2" width="12.7109375" style="3" customWidth="1"/><col min="3" max="3" width="20.7109375"',
    );
    const { sheet: again } = reopened(workbook);
    expect([
      again.columnWidth(1),
      again.columnWidth(3),
      again.style(9, 3).numberFormat,
      again.isColumnHidden(50),
    ]).toEqual([12, 12, "0%", true]);
  });

  it("unfreezes rows and keeps frozen columns", () => {
    const { workbook, sheet } = open("dijon");
    expect(sheet.frozenRows).toBe(2);
    sheet.frozenRows = 0;
    expect(partText(workbook.save(), SHEET)).toContain(
      '<pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>',
    );
  });
});

describe("sheets", () => {
  it("are added, named, moved, hidden and removed; names of a sheet follow theirs", () => {
    const { workbook } = open("riche");
    const added = workbook.addSheet("L'été");
    added.setContent(0, 0, { value: 1, formula: null });
    added.pageSetup = { ...added.pageSetup, titleRows: [0, 0] };
    workbook.moveSheet(added.id, 0);
    added.visibility = "hidden";
    const chart = workbook.sheets.find(({ name }) => name === "Graphique");
    workbook.removeSheet(chart?.id ?? "");
    const { workbook: again } = reopened(workbook);
    expect(again.sheets.map(({ name }) => name)).toEqual([
      "L'été",
      "Tableau budgétaire",
      "Versements",
      "Écarts",
      "Paramètres",
      "Très caché",
    ]);
    expect(again.sheets.map(({ pageSetup }) => pageSetup.titleRows)).toEqual([[0, 0], [0, 1], null, null, null, null]);
    expect(again.sheets[0]?.visibility).toBe("hidden");
    expect(again.activeSheet.name).toBe("Tableau budgétaire");
  });

  it("renamed, keep the references to them", () => {
    const { workbook, sheet } = open("riche");
    sheet.name = "Budget 2024";
    const again = reopened(workbook).workbook;
    expect(again.sheets[2]?.content(5, 5).formula).toBe("='Budget 2024'!B15");
    expect(again.sheets[0]?.pageSetup.titleRows).toEqual([0, 1]);
  });

  it("renamed, keep shared and array references to them", () => {
    const { workbook, sheet } = open(
      withRows(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">Feuil1!A1</f><v>0</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c><c r="C2"><f t="array" ref="C2">SUM(Feuil1!A1:A2*2)</f><v>0</v></c></row>',
      ),
    );
    sheet.name = "Autre";
    const again = reopened(workbook).sheet;
    expect([again.content(0, 1).formula, again.content(1, 1).formula]).toEqual(["=Autre!A1", "=Autre!A2"]);
    expect(partText(workbook.save(), SHEET)).toContain('<f t="array" ref="C2">SUM(Autre!A1:A2*2)</f>');
  });

  it.each(["", "a".repeat(32), "a/b", "[a]", "'a", "History", "ÉCARTS"])("refuse the name %j", (name) => {
    const { workbook, sheet } = open("riche");
    expect(() => workbook.addSheet(name)).toThrow(RangeError);
    expect(() => {
      sheet.name = name;
    }).toThrow(RangeError);
    expect(changedParts(fixture("riche"), workbook.save())).toEqual([]);
  });

  it("of a workbook that declares no relationship prefix are added all the same", () => {
    const { workbook } = open("prefixe");
    workbook.addSheet("Deux").setContent(0, 0, { value: "ici", formula: null });
    expect(reopened(workbook).workbook.sheets[1]?.content(0, 0).value).toBe("ici");
  });
});

describe("names", () => {
  it("are set, replaced and removed, by name and scope", () => {
    const { workbook, sheet } = open("riche");
    workbook.setName({ name: "Marque", formula: "Écarts!$A$1", hidden: true, scope: null });
    workbook.setName({ name: "marque", formula: "Écarts!$A$2", hidden: true, scope: null });
    workbook.setName({ name: "Marque", formula: "1<2", hidden: false, scope: sheet.id });
    const { workbook: again } = reopened(workbook);
    expect(again.names.filter(({ name }) => /marque/i.test(name))).toEqual([
      { name: "Marque", formula: "Écarts!$A$2", hidden: true, scope: null },
      { name: "Marque", formula: "1<2", hidden: false, scope: sheet.id },
    ]);
    again.removeName("MARQUE", null);
    expect(again.names.filter(({ name }) => name === "Marque").map(({ scope }) => scope)).toEqual([sheet.id]);
  });
});

// What a cell holds, in every way that a file can write it.
import { describe, expect, it } from "vitest";
import { UNCOMPUTED } from "../src/values/uncomputed";
import { openXlsx } from "../src/open-xlsx";
import type { SheetModel } from "../src/workbook-model";
import { fixture, withRows, type Fixture } from "../../../tests/files/fixtures";

function sheetOf(source: Fixture | Uint8Array): SheetModel {
  const [sheet] = openXlsx(typeof source === "string" ? fixture(source) : source, "x.xlsx").sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

function rowOf(sheet: SheetModel, row: number, columns: number): unknown[] {
  return Array.from({ length: columns }, (_, column) => sheet.content(row, column).value);
}

describe("texts", () => {
  const sheet = sheetOf("excel-fait-main");

  it("come plain, enriched, without phonetic readings, with their outer spaces and escapes", () => {
    expect(rowOf(sheet, 0, 7)).toEqual([
      "Simple & <direct>",
      "Texte enrichi ici",
      "漢字",
      " bords ",
      "ligne\r\nsuivante _x0041_",
      null,
      "en ligne",
    ]);
  });

  it("come from CDATA and past comments", () => {
    const odd = sheetOf(
      withRows('<!-- x --><row r="1"><c r="A1" t="str"><v><![CDATA[a<b&c]]></v></c ><c r="B1"><v>2</v></c></row >'),
    );
    expect(rowOf(odd, 0, 2)).toEqual(["a<b&c", 2]);
  });
});

describe("other values", () => {
  const sheet = sheetOf("excel-fait-main");

  it("are booleans, errors, numbers, and dates as serial numbers", () => {
    expect(sheet.content(0, 7).value).toBe(true);
    expect(sheet.content(1, 2).value).toBe("#REF!");
    expect(sheet.content(4, 0).value).toBe(0.0015);
    expect([sheet.content(1, 4).value, sheet.content(1, 5).value]).toEqual([45322, 45322]);
    expect(sheet.style(1, 4).numberFormat).toBe("m/d/yyyy");
  });

  it("stand where they are implied when a writer leaves the addresses out", () => {
    expect(rowOf(sheet, 5, 2)).toEqual([7, 8]);
    const prefixed = sheetOf("prefixe");
    expect(rowOf(prefixed, 0, 2)).toEqual([1, UNCOMPUTED]);
    expect(prefixed.content(2, 1).value).toBe("été");
  });

  it("are found when rows come out of order", () => {
    const shuffled = sheetOf(
      withRows('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>'),
    );
    expect([shuffled.content(2, 0).value, shuffled.content(0, 1).value]).toEqual([3, 1]);
    expect(shuffled.usedRange(true)).toEqual({ top: 0, left: 0, bottom: 2, right: 1 });
  });
});

describe("formulas", () => {
  const sheet = sheetOf("excel-fait-main");

  it("that are shared are worked out for each cell", () => {
    const formulas = [1, 2, 3, 4].map((row) => sheet.content(row, 1).formula);
    expect(formulas).toEqual([2, 3, 4, 5].map((row) => `=A${row}*$A$2+SUM(A$2:A${row})`));
    expect(sheet.content(3, 1).value).toBe(360);
  });

  it("keep their entities, and array formulas are shown as Excel does", () => {
    expect(sheet.content(1, 3).formula).toBe('=A2&" <€>"');
    expect(sheet.content(4, 2)).toEqual({ value: 120, formula: "=SUM(A2:A4*2)" });
  });

  it("without a stored value are uncomputed, never 0", () => {
    expect(sheetOf("dijon").content(3, 1)).toEqual({ value: UNCOMPUTED, formula: "=C4+D4" });
  });

  it("newer than the file format show no prefix", () => {
    const newer = sheetOf(
      withRows('<row r="1"><c r="A1"><f>_xlfn.IFNA(_xlfn._xlws.FILTER(B1:B2,B1:B2&gt;0),0)</f><v>0</v></c></row>'),
    );
    expect(newer.content(0, 0).formula).toBe("=IFNA(FILTER(B1:B2,B1:B2>0),0)");
  });
});

describe("the used range", () => {
  it("counts formats only when asked", () => {
    const sheet = sheetOf(
      withRows(
        '<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c r="D5" s="1"/></row><row r="9" s="1" customFormat="1"/>',
      ),
    );
    expect(sheet.usedRange(true)).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
    expect(sheet.usedRange(false)).toEqual({ top: 1, left: 1, bottom: 4, right: 3 });
    expect(sheet.usedRangeWithin({ top: 2, left: 0, bottom: 9, right: 9 }, true)).toBeNull();
    expect(sheet.usedRangeWithin({ top: 0, left: 2, bottom: 9, right: 9 }, false)).toEqual({
      top: 4,
      left: 3,
      bottom: 4,
      right: 3,
    });
  });
});

describe("a cell of one content", () => {
  it("is the same whether it is written as nearly all are or in an unusual way", () => {
    const ways = [
      '<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c>',
      `<c  t = 'inlineStr' r = 'A1' ><is><t xml:space="preserve">a &amp; b</t></is></c>`,
      '<c r="A1" t="inlineStr" ><is ><t>a &amp; </t ><t>b</t></is></c>',
      '<c r="A1" t="inlineStr"><is><t>a &amp; </t><r><t>b</t></r></is></c>',
      '<c r="A1" t="str"><v>a &amp; b</v></c>',
      '<c r="A1" t="str"><v>a &amp; b</v><extLst/></c>',
      '<c r="A1" t="str"><v xml:space="preserve">a &amp; b</v></c>',
      '<c r="A1" cm="1" t="str"><v >a &amp; b</v></c>',
      '<c t="str"><v>a &amp; b</v></c>',
    ];
    for (const way of ways)
      expect(rowOf(sheetOf(withRows(`<row r="1">${way}<c r="B1"><v>2</v></c></row>`)), 0, 2), way).toEqual([
        "a & b",
        2,
      ]);
  });

  it("is nothing where its value is empty, and that of the formula where it has one", () => {
    const rows = '<row r="1"><c r="A1" t="str"><v></v></c><c r="B1"><v/></c><c r="C1"><f>1+1</f><v>2</v></c></row>';
    const sheet = sheetOf(withRows(rows));
    expect(rowOf(sheet, 0, 3)).toEqual([null, null, 2]);
    expect(sheet.content(0, 2).formula).toBe("=1+1");
  });
});

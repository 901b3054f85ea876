// Formats: resolved when read, appended and never renumbered when changed.
import { describe, expect, it } from "vitest";
import { createXlsx } from "../src/create-xlsx";
import { openXlsx } from "../src/open-xlsx";
import { fixture, partText } from "../../../tests/files/fixtures";

function open() {
  const workbook = openXlsx(fixture("excel-fait-main"), "x.xlsx");
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("no sheet");
  return { workbook, sheet };
}

describe("a style that is read", () => {
  it("has its theme and indexed colours resolved, and every property told", () => {
    expect(open().sheet.style(0, 0)).toEqual({
      font: { bold: true, italic: false, underline: true, color: "#FFFFFF", size: 14 },
      fill: "#2F5597",
      border: "#000000",
      horizontal: "center",
      vertical: "top",
      wrap: true,
      numberFormat: '#,##0.00\\ "€"',
    });
    expect(open().sheet.style(1, 4).fill).toBe("#FFFF99");
  });

  it("of an empty cell is its row's, else its column's", () => {
    const { sheet } = open();
    expect(sheet.style(5, 7).numberFormat).toBe("0%");
    expect(sheet.style(20, 1).numberFormat).toBe("0%");
    expect(sheet.style(20, 0).numberFormat).toBe("General");
  });

  it("of a conditional format is what it changes", () => {
    expect(open().sheet.conditionalFormats[0]?.style).toEqual({ font: { color: "#9C0006" } });
  });
});

describe("a style that is changed", () => {
  it("keeps the other properties, and the numbers of the formats that were there", () => {
    const { workbook, sheet } = open();
    sheet.setStyle({ top: 0, left: 0, bottom: 0, right: 1 }, { fill: "#FFE7A8", font: { italic: true } });
    const saved = workbook.save();
    const [again] = openXlsx(saved, "x.xlsx").sheets;
    expect(again?.style(0, 0)).toMatchObject({
      font: { bold: true, italic: true, underline: true, size: 14 },
      fill: "#FFE7A8",
      border: "#000000",
      horizontal: "center",
    });
    expect(again?.content(0, 0).value).toBe("Simple & <direct>");
    const xfs = (xlsx: Uint8Array) =>
      /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(partText(xlsx, "xl/styles.xml"))?.[1] ?? "";
    expect(xfs(saved).startsWith(xfs(fixture("excel-fait-main")))).toBe(true);
    expect(partText(saved, "xl/styles.xml")).toContain('<cellXfs count="7">');
    expect(xfs(saved).match(/<protection locked="0"\/>/g)).toHaveLength(2);
  });

  it("adds each format once", () => {
    const workbook = createXlsx("x.xlsx");
    const [sheet] = workbook.sheets;
    for (const row of [0, 1, 2])
      sheet?.setStyle({ top: row, left: 0, bottom: row, right: 5 }, { font: { bold: true }, numberFormat: "0.000" });
    const styles = partText(workbook.save(), "xl/styles.xml");
    expect([styles.match(/<xf /g)?.length, styles.match(/<font>/g)?.length, styles.match(/<numFmt /g)?.length]).toEqual(
      [3, 2, 1],
    );
  });

  it.each([
    ["0.00%", 'numFmtId="10"', null],
    // By its number, 7, it would show the currency of whose Excel opens the file.
    ['"$"#,##0.00_);("$"#,##0.00)', 'numFmtId="164"', "&quot;$&quot;#,##0.00_);(&quot;$&quot;#,##0.00)"],
  ])("is written by a number where all Excels mean the same by it: %s", (numberFormat, id, code) => {
    const workbook = createXlsx("x.xlsx");
    workbook.sheets[0]?.setStyle({ top: 0, left: 0, bottom: 0, right: 0 }, { numberFormat });
    const saved = workbook.save();
    const styles = partText(saved, "xl/styles.xml");
    expect(styles).toContain(id);
    expect(/formatCode="([^"]*)"/.exec(styles)?.[1] ?? null).toBe(code);
    expect(openXlsx(saved, "x.xlsx").sheets[0]?.style(0, 0).numberFormat).toBe(numberFormat);
  });
});

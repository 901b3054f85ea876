// Sheets that stretch to the last row, by a stray cell or by a million formatted rows, are read for what they hold.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { fixture, partText, withParts, withRows } from "./fixtures";

const LAST = 1_048_576;

async function blocksOf(bytes: Uint8Array): Promise<unknown[]> {
  const raw = await openFileWorkbook(bytes, "x.xlsx").port.read();
  return (raw.sheets[0]?.blocks ?? []).map(({ row, column, values }) => [
    row,
    column,
    values.length,
    values[0]?.length,
  ]);
}

describe("a stray cell", () => {
  it("in the last corner is a block of its own", async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>1</v></c></row><row r="${LAST}"><c r="XFD${LAST}"><v>2</v></c></row>`;
    expect(await blocksOf(withRows(rows))).toEqual([
      [0, 0, 3, 3],
      [LAST - 1, 16_383, 1, 1],
    ]);
  });

  it("far to the right of a table stands beside it", async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>1</v></c><c r="XFD2"><v>2</v></c></row>';
    expect(await blocksOf(withRows(rows))).toEqual([
      [0, 0, 2, 2],
      [1, 16_383, 1, 1],
    ]);
  });

  it("two hundred blank rows below still belongs to its block; one more does not", async () => {
    const at = (row: number) =>
      `<row r="1"><c r="A1"><v>1</v></c></row><row r="${row}"><c r="A${row}"><v>2</v></c></row>`;
    expect(await blocksOf(withRows(at(202)))).toEqual([[0, 0, 202, 1]]);
    expect(await blocksOf(withRows(at(203)))).toHaveLength(2);
  });
});

describe("a million phantom rows", () => {
  const rows = Array.from(
    { length: LAST - 1 },
    (_, index) => `<row r="${index + 2}" s="2" customFormat="1" ht="20"/>`,
  ).join("");
  const bytes = withRows(`<row r="1"><c r="A1"><v>1</v></c></row>${rows}`);

  it("hold what they hold", async () => {
    expect(await blocksOf(bytes)).toEqual([[0, 0, 1, 1]]);
    const [sheet] = openFileWorkbook(bytes, "x.xlsx").model.sheets;
    expect(sheet?.usedRange(false)).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
    expect(sheet?.rowHeight(LAST - 1)).toBe(20);
  });

  it("are kept when one of them changes", () => {
    const { model, save } = openFileWorkbook(bytes, "x.xlsx");
    model.sheets[0]?.setContent(500_000, 0, { value: 7, formula: null });
    const text = partText(save(), "xl/worksheets/sheet1.xml");
    expect(text.match(/<row /g)).toHaveLength(LAST);
    expect(text).toContain('<row r="500001" s="2" customFormat="1" ht="20"><c r="A500001" s="2"><v>7</v></c></row>');
  });
});

describe("a sheet without cells", () => {
  it.each(["<sheetData/>", "<sheetData></sheetData>", ""])(
    "written %j has no block, and can be written to",
    async (data) => {
      const bytes = withParts(fixture("excel-fait-main"), {
        "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${data}<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/></worksheet>`,
      });
      expect(await blocksOf(bytes)).toEqual([]);
      const { model, save } = openFileWorkbook(bytes, "x.xlsx");
      model.sheets[0]?.setContent(0, 0, { value: 1, formula: null });
      expect(await blocksOf(save())).toEqual([[0, 0, 1, 1]]);
    },
  );
});

describe("cells at both ends of a sheet", () => {
  /** Texts and figures at these columns of so many rows. */
  const filledAt = (columns: readonly string[], rows: number): Uint8Array =>
    withRows(
      Array.from({ length: rows }, (_, index) => {
        const cells = columns.map((column, at) =>
          at === 0
            ? `<c r="${column}${index + 1}" t="inlineStr"><is><t>note ${index}</t></is></c>`
            : `<c r="${column}${index + 1}"><v>2</v></c>`,
        );
        return `<row r="${index + 1}">${cells.join("")}</row>`;
      }).join(""),
    );

  it.each([[["A", "XFD"]], [["A", "CV", "GR", "KN", "OJ"]], [["B", "ZZ", "XFD"]]])(
    "are verified in seconds in 6 000 rows: %j",
    async (columns) => {
      const { port } = openFileWorkbook(filledAt(columns, 6000), "x.xlsx");
      const raw = await port.read();
      const before = process.cpuUsage();
      const { verification } = verify(raw, contratIntegre, "2024-06-30");
      const { user, system } = process.cpuUsage(before);
      expect(verification.summary.notCheckable).toBeGreaterThan(0);
      expect((user + system) / 1e6).toBeLessThan(10);
    },
  );
});

// How much a package may say beside its cells: counted over its parts, the rows of its sheets left out.
import { describe, expect, it } from "vitest";
import { WorkbookError } from "../src/plan";
import { MARKUP_LIMITS, MarkupCount } from "../src/package/markup-count";

const { tags, attributes, stringTags } = MARKUP_LIMITS;
const SHEET = "xl/worksheets/sheet1.xml";

function refuses(...parts: readonly (readonly [path: string, text: string])[]): boolean {
  const count = new MarkupCount("x.xlsx");
  try {
    for (const [path, text] of parts) count.add(path, text);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookError);
    return true;
  }
}

describe("a package", () => {
  it.each([
    ["tags", "xl/styles.xml", "<a/>", tags],
    ["attributes", "xl/styles.xml", " a=", attributes],
    ["tags of texts", "xl/sharedStrings.xml", "<a/>", stringTags],
  ])("may have so many %s, and no more", (_, path, one, most) => {
    expect(refuses([path, one.repeat(most)])).toBe(false);
    expect(refuses([path, one.repeat(most + 1)])).toBe(true);
  });

  it("is counted over its parts", () => {
    const half = "<a/>".repeat(tags / 2);
    expect(refuses(["xl/workbook.xml", half], ["xl/styles.xml", half])).toBe(false);
    expect(refuses(["xl/workbook.xml", half], ["xl/styles.xml", half], ["xl/comments1.xml", "<a/>"])).toBe(true);
  });

  it.each(["", "x:"])("does not count the rows of its sheets, named %jsheetData", (prefix) => {
    const rows = (inside: string): string => `<${prefix}sheetData>${inside}</${prefix}sheetData>`;
    const many = "<a/>".repeat(tags + 1);
    expect(refuses([SHEET, rows(many)])).toBe(false);
    expect(refuses([SHEET, rows("") + many])).toBe(true);
    expect(refuses([SHEET, many + rows("")])).toBe(true);
    expect(refuses([SHEET, rows("") + many + rows("")])).toBe(true);
    // Rows that do not end are no rows.
    expect(refuses([SHEET, `<${prefix}sheetData>${many}`])).toBe(true);
  });

  it.each([
    [
      "mises en forme conditionnelles",
      SHEET,
      '<conditionalFormatting sqref="A1"><cfRule type="expression"/></conditionalFormatting>',
    ],
    ["cellules fusionnées", SHEET, '<mergeCell ref="A1:B1"/>'],
    ["noms définis", "xl/workbook.xml", '<definedName name="n">A1</definedName>'],
    ["styles de cellules", "xl/styles.xml", '<xf numFmtId="0"/>'],
    ["textes", "xl/sharedStrings.xml", "<si><t>a</t></si>"],
    ["mises en forme, validations, noms ou textes", "xl/metadata.xml", "<a/>"],
  ])("is told what it has too many of: %s", (name, path, one) => {
    const many = one.repeat(path.includes("sharedStrings") ? stringTags : tags);
    expect(() => {
      new MarkupCount("x.xlsx").add(path, `${many}<a/>`);
    }).toThrow(`(${name})`);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import type { CellStyle, GridRange } from "../src/plan";
import { createXlsx } from "../src/create-xlsx";
import type { XlsxSheet } from "../src/sheet/xlsx-sheet";

const ranges = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(3), fc.nat(3))
  .map(([top, left, down, across]): GridRange => ({ top, left, bottom: top + down, right: left + across }));
const styles = fc.constantFrom<CellStyle>(
  { font: { bold: true } },
  { font: { size: 9 }, wrap: true },
  { fill: "#FFFF99" },
  { numberFormat: "0.00" },
  { horizontal: "right" },
);

/** Values, a row and a column of their own format, and cells put from right to left. */
function sheetOf(): { readonly sheet: XlsxSheet; save(): Uint8Array } {
  const workbook = createXlsx("formats.xlsx");
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("no sheet");
  sheet.setStyle({ top: 0, left: 2, bottom: 1_048_575, right: 2 }, { fill: "#112233" });
  sheet.setStyle({ top: 3, left: 0, bottom: 3, right: 16_383 }, { numberFormat: "0%" });
  for (const column of [5, 3, 0]) sheet.setContent(2, column, { value: `valeur ${column}`, formula: null });
  return { sheet, save: () => workbook.save() };
}

it("gives the same file as one style after the other", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ range: ranges, style: styles }), { minLength: 1, maxLength: 6 }), (asked) => {
      const [together, apart] = [sheetOf(), sheetOf()];
      together.sheet.cellFormats.setStyles(asked);
      for (const { range, style } of asked) apart.sheet.setStyle(range, style);
      expect(together.save()).toEqual(apart.save());
    }),
    { seed: 20241231, numRuns: 60 },
  );
});

// A row that cannot head a table is not looked at again: an amount, and no word that could head a column.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { isOfFigures } from "../../../../src/core/reading/headings/heading-cells";
import { createHeadingReader } from "../../../../src/core/reading/headings/headings";
import { createSheetGrid } from "../../../../src/core/reading/sheet-grid";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

const headings = createHeadingReader(contratIntegre);

function isOf(...cells: readonly CellLiteral[]): boolean {
  const [sheet] = rawWorkbook({ Feuille: [cells] }).sheets;
  const row = sheet && createSheetGrid(sheet).row(0);
  if (!row) throw new Error("a sheet has its row");
  return isOfFigures(row, headings);
}

describe("a row of figures", () => {
  test.each<readonly CellLiteral[]>([
    ["1 Prévenir le décrochage", 130000, 65000, 65000],
    ["  ", null, 65000],
    [null, 1999],
    [null, 2101],
  ])("heads nothing: %j, %j", (...cells) => {
    expect(isOf(...cells)).toBe(true);
  });

  test.each<readonly CellLiteral[]>([
    ["Action", 2024, 2025],
    ["Total", 65000],
    ["Prévu", 65000],
    ["Indicateurs", 65000],
    [null, { value: 45658, numberFormat: "dd/mm/yyyy" }],
    [null, 2000],
    [null, 2100],
    ["Prévenir le décrochage"],
    [null],
  ])("may head a table: %j, %j", (...cells) => {
    expect(isOf(...cells)).toBe(false);
  });
});

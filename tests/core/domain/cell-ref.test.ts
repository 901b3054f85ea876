// Addresses are those that Excel writes, quotes included.
import { describe, expect, it } from "vitest";
import {
  isSameSheet,
  parseLocalRange,
  splitAddress,
  formatCellRef,
  formatLocalRange,
  parseCellRef,
  quoteSheet,
} from "xlsx-model/cell-ref";
import { columnIndex, columnName } from "xlsx-model/local-cell";

describe("columns", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"],
  ])("%d is %s and back", (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });
});

describe("sheet names", () => {
  it.each([
    ["Indicateurs", "Indicateurs"],
    ["Écarts", "Écarts"],
    ["Tableau budgétaire", "'Tableau budgétaire'"],
    ["L'annexe", "'L''annexe'"],
    ["L’annexe", "'L’annexe'"],
    ["2024", "'2024'"],
    ["A1", "'A1'"],
    ["ABC12", "'ABC12'"],
    ["R1C1", "'R1C1'"],
    ["L1C1", "'L1C1'"],
    ["Budget-2024", "'Budget-2024'"],
    ["Budget_2024", "Budget_2024"],
    ["VRAI", "'VRAI'"],
  ])("%s stands as %s", (name, quoted) => {
    expect(quoteSheet(name)).toBe(quoted);
  });
});

describe("cells", () => {
  it.each(["'Tableau budgétaire'!D7", "Indicateurs!AA100", "'L''annexe'!A1", "'2024'!XFD1048576"])(
    "%s is read and written alike",
    (text) => {
      const cell = parseCellRef(text);
      expect(cell && formatCellRef(cell)).toBe(text);
    },
  );

  it("reads absolute addresses, and nothing that is not one cell", () => {
    expect(parseCellRef("Feuil1!$B$2")).toEqual({ sheet: "Feuil1", row: 1, column: 1 });
    for (const text of ["D7", "Feuil1!A1:B2", "Feuil1!A", "!A1", ""]) expect(parseCellRef(text)).toBeNull();
  });

  it("writes a range of one cell as that cell", () => {
    expect(formatLocalRange({ top: 2, left: 0, bottom: 2, right: 0 })).toBe("A3");
    expect(formatLocalRange({ top: 2, left: 0, bottom: 17, right: 12 })).toBe("A3:M18");
  });
});

describe("parseLocalRange", () => {
  it.each([
    ["B2", { top: 1, left: 1, bottom: 1, right: 1 }],
    ["$C$3:A1", { top: 0, left: 0, bottom: 2, right: 2 }],
    ["B:A", { top: 0, left: 0, bottom: 1_048_575, right: 1 }],
    ["2:3", { top: 1, left: 0, bottom: 2, right: 16_383 }],
    ["XFD1048576", { top: 1_048_575, left: 16_383, bottom: 1_048_575, right: 16_383 }],
  ])("reads %s", (text, range) => {
    expect(parseLocalRange(text)).toEqual(range);
  });

  it.each(["", "A", "12", "A0", "XFE1", "A1048577", "A1:B", "A:3", "A1:B2:C3", "Feuil1"])("refuses %j", (text) => {
    expect(parseLocalRange(text)).toBeNull();
  });
});

it("splits an address at its sheet", () => {
  expect(splitAddress("'L''état'!A1:B2")).toEqual({ sheet: "L'état", local: "A1:B2" });
  expect(splitAddress("Feuil1!A1")).toEqual({ sheet: "Feuil1", local: "A1" });
  expect(splitAddress("A1")).toEqual({ sheet: null, local: "A1" });
});

it("takes names that differ by case only for one sheet", () => {
  expect(isSameSheet("Tableau Budgétaire", "TABLEAU BUDGÉTAIRE")).toBe(true);
  expect(isSameSheet("Budget", "Budget 2")).toBe(false);
});

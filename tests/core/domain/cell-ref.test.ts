// Addresses are those that Excel writes, quotes included.
import { describe, expect, it } from "vitest";
import {
  columnIndex,
  columnName,
  formatCellRef,
  formatLocalRange,
  parseCellRef,
  quoteSheet,
} from "../../../src/core/domain/cell-ref";

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

// An annexe moved to a cell: its ranges and formulas with it, the sizes of the agent's columns and rows left alone.
import { describe, expect, it } from "vitest";
import { MARGINS } from "../../../src/core/sheets/parts/paper";
import { contratIntegre } from "../../../src/contracts/built-in";
import { moveFormula } from "xlsx-model/formula-text/move-formula";
import { readDossier } from "../../../src/core/reading/read-dossier";
import type { AnnexePlan, RawSheet, RawWorkbook } from "../../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { composeAnnexe, type ComposedRequest } from "../../../src/core/sheets/annexes/compose-annexe";
import { checkFree, checkWithinSheet, writableSheet } from "../../../src/core/sheets/annexes/free-area";
import { areaOf, placeAnnexe } from "../../../src/core/sheets/annexes/place-annexe";
import { rawWorkbook, type CellLiteral } from "../reading/raw-workbook-builder";

function rawSheet(name: string, cells: readonly (readonly CellLiteral[])[]): RawSheet {
  const [sheet] = rawWorkbook({ [name]: cells }).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

const cell = { sheet: "Notes", row: 4, column: 2 };

describe("moveFormula", () => {
  it.each([
    ["=C7+D7", "=E11+F11"],
    ["=SUM(B7:B9,B11)", "=SUM(D11:D13,D15)"],
    ["=$B$7*B$3", "=$D$11*D$7"],
    ["=SUM(B:B)+SUM(3:3)", "=SUM(D:D)+SUM(7:7)"],
    ['=IF(B7="B7",Total_2024,"C1")', '=IF(D11="B7",Total_2024,"C1")'],
    ["='Autre feuille'!B7+B7", "='Autre feuille'!B7+D11"],
    ["=LOG10(B7)", "=LOG10(D11)"],
  ])("%s becomes %s", (formula, moved) => {
    expect(moveFormula(formula, 4, 2)).toBe(moved);
    expect(moveFormula(formula, 0, 0)).toBe(formula);
  });

  it("says when a cell would lie off the sheet", () => {
    expect(moveFormula("=A1048576+B1", 1, 0)).toBe("=#REF!+B2");
  });
});

describe("placeAnnexe", () => {
  const layout = {
    name: "Essai",
    cells: [
      [{ value: "Titre" }, { value: null }],
      [{ value: 1 }, { value: 2, formula: "=A2*2" }],
    ],
    styles: [{ range: { top: 0, left: 0, bottom: 1, right: 1 }, style: { wrap: true } }],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    columnWidths: [40, 12],
    rowHeights: [
      { row: 0, height: 26 },
      { row: 1, height: 20 },
    ],
    frozenRows: 1,
    page: { orientation: "landscape", paper: "A4", margins: MARGINS, titleRows: [0, 0], header: "", footer: "" },
    controls: [
      {
        range: { top: 1, left: 0, bottom: 1, right: 0 },
        rule: { kind: "formula", formula: "=ISNUMBER(A2)" },
        title: "Nombre",
        message: "Saisissez un nombre.",
      },
    ],
    names: [{ name: "Total_2024", range: { top: 1, left: 1, bottom: 1, right: 1 } }],
  } as const satisfies AnnexePlan;

  it("moves everything that names a cell", () => {
    const placed = placeAnnexe(layout, cell, rawSheet("Notes", []), []);
    expect(placed).toMatchObject({
      area: { sheet: "Notes", top: 4, left: 2, bottom: 5, right: 3 },
      cells: [
        [{ value: "Titre" }, { value: null }],
        [{ value: 1 }, { value: 2, formula: "=C6*2" }],
      ],
      styles: [{ range: { top: 4, left: 2, bottom: 5, right: 3 } }],
      merges: [{ top: 4, left: 2, bottom: 4, right: 3 }],
      controls: [{ range: { top: 5, left: 2, bottom: 5, right: 2 }, rule: { formula: "=ISNUMBER(C6)" } }],
      names: [{ name: "Total_2024", range: { top: 5, left: 3, bottom: 5, right: 3 } }],
      columnWidths: [
        { column: 2, characters: 40 },
        { column: 3, characters: 12 },
      ],
      rowHeights: [
        { row: 4, height: 26 },
        { row: 5, height: 20 },
      ],
    });
  });

  it("leaves the size of columns and rows that hold something elsewhere", () => {
    const sheet = rawSheet("Notes", [[], [null, null, null, "en haut"], [], [], [], ["à gauche"]]);
    const placed = placeAnnexe(layout, cell, sheet, []);
    expect(placed.columnWidths).toEqual([{ column: 2, characters: 40 }]);
    expect(placed.rowHeights).toEqual([{ row: 4, height: 26 }]);
  });

  it("never hides a name that the sheet's formulas know", () => {
    const placed = placeAnnexe(layout, cell, rawSheet("Notes", []), ["TOTAL_2024", "Total_2024_2"]);
    expect(placed.names.map(({ name }) => name)).toEqual(["Total_2024_3"]);
  });

  it("moves each annexe of the contract so that its formulas still name its own cells", () => {
    const dossier = readDossier(rawWorkbook({}), contratIntegre, "2026-11-24");
    const requests: readonly ComposedRequest[] = [
      { kind: "budget", sousTotaux: true },
      { kind: "indicateurs", realises: true },
      { kind: "execution", annee: 2025 },
      { kind: "fiches", action: 5 },
      { kind: "imputation" },
      { kind: "echeancier" },
    ];
    for (const request of requests) {
      const [annexe] = composeAnnexe(request, dossier);
      if (!annexe) throw new Error("no annexe");
      const area = areaOf(annexe, cell);
      const placed = placeAnnexe(annexe, cell, rawSheet("Notes", []), []);
      for (const [row, cells] of placed.cells.entries()) {
        for (const [column, { formula }] of cells.entries()) {
          const original = annexe.cells[row]?.[column]?.formula;
          expect(formula === undefined).toBe(original === undefined);
          if (formula !== undefined && original !== undefined) expect(moveFormula(formula, -4, -2)).toBe(original);
        }
      }
      for (const { range } of [...placed.styles, ...placed.controls, ...placed.names]) {
        expect(range.top >= area.top && range.bottom <= area.bottom).toBe(true);
        expect(range.left >= area.left && range.right <= area.right).toBe(true);
      }
    }
  });
});

describe("where an annexe may stand", () => {
  const area = { sheet: "Notes", top: 4, left: 2, bottom: 9, right: 5 };
  const sheetWith = (changes: Partial<RawSheet>): RawWorkbook => ({
    ...rawWorkbook({}),
    sheets: [{ ...rawSheet("Notes", [["texte"]]), ...changes }],
  });
  const said = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof WorkbookError) return error.message.replaceAll("\u00a0", " ");
      throw error;
    }
    return "";
  };

  it("takes the sheet by its name, whatever its case", () => {
    expect(writableSheet(sheetWith({}), { ...cell, sheet: "notes" }).name).toBe("Notes");
  });

  it.each([
    [{ name: "Autre" }, "Le classeur n’a pas de feuille « Notes » : rien n’a été inséré."],
    [{ visibility: "hidden" }, "La feuille « Notes » est masquée : rien n’y a été inséré."],
    [{ isProtected: true }, "La feuille « Notes » est protégée : rien n’y a été inséré."],
    [{ resultSheet: "ecarts" }, "La feuille « Notes » est celle du complément : une annexe y serait perdue"],
  ] as const)("refuses %j", (changes, sentence) => {
    expect(said(() => writableSheet(sheetWith(changes), cell))).toContain(sentence);
  });

  it.each([
    [
      { ...area, bottom: 1_048_576 },
      "il lui faut 1048573 lignes jusqu’au bord de la feuille. Rien n’a été inséré. Choisissez une cellule plus haute",
    ],
    [
      { ...area, left: 16_380, right: 16_384 },
      "à partir de la cellule XFA5 de la feuille « Notes » : il lui faut 5 colonnes",
    ],
  ])("refuses what runs off the sheet", (beyond, sentence) => {
    expect(said(() => checkWithinSheet(beyond))).toContain(sentence);
    expect(said(() => checkWithinSheet(area))).toBe("");
  });

  it("accepts what lies beside the area, and names the first cell within it", () => {
    const rows = (row: number, column: number, value: string) => [
      ...Array.from({ length: row }, () => []),
      [...Array<null>(column).fill(null), value],
    ];
    for (const [row, column] of [
      [3, 2],
      [10, 2],
      [4, 1],
      [4, 6],
    ] as const) {
      expect(said(() => checkFree(rawSheet("Notes", rows(row, column, "x")), area, []))).toBe("");
    }
    for (const [row, column, address] of [
      [4, 2, "C5"],
      [9, 5, "F10"],
      [6, 3, "D7"],
    ] as const) {
      expect(said(() => checkFree(rawSheet("Notes", rows(row, column, "x")), area, []))).toBe(
        `L’annexe prendrait la plage C5:F10 de la feuille « Notes », qui n’est pas libre : la cellule ${address} n’est pas vide. Rien n’a été inséré. Choisissez une autre cellule, ou une nouvelle feuille.`,
      );
    }
  });

  it("refuses rows and columns that nobody sees, and no others", () => {
    const sheet = rawSheet("Notes", []);
    expect(said(() => checkFree({ ...sheet, hiddenRows: [3, 10], hiddenColumns: [1, 6] }, area, []))).toBe("");
    expect(said(() => checkFree({ ...sheet, hiddenRows: [9] }, area, []))).toBe(
      "L’annexe prendrait la plage C5:F10 de la feuille « Notes », dont la ligne 10 est masquée : elle ne s’y verrait pas en entier. Rien n’a été inséré. Affichez ce qui est masqué, ou choisissez une autre cellule ou une nouvelle feuille.",
    );
    expect(said(() => checkFree({ ...sheet, hiddenColumns: [2] }, area, []))).toContain(
      "dont la colonne C est masquée",
    );
  });

  it("names what else is there", () => {
    const range = { top: 5, left: 3, bottom: 6, right: 3 };
    const empty = rawSheet("Notes", []);
    expect(said(() => checkFree(empty, area, [{ kind: "table", name: "Versements", range }]))).toContain(
      "il s’y trouve déjà le tableau Excel « Versements » (D6:D7).",
    );
    expect(said(() => checkFree(empty, area, [{ kind: "entry-control", name: null, range: null }]))).toContain(
      "il s’y trouve déjà une validation des données.",
    );
  });
});

// Tables of the same years are rivals until the agent chooses; those of other years are one table.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Cell, TableauBudgetaire } from "../../../src/core/domain/dossier";
import { gatherTables, type SheetParts } from "../../../src/core/reading/gather-tables";

const [action = null] = contratIntegre.actions;

function sheet(name: string, years: readonly number[], isOurs = true): SheetParts<TableauBudgetaire> {
  const heading = { sheet: name, row: 2, column: 1 };
  const label: Cell = { ref: heading, text: "", formula: null };
  const table: TableauBudgetaire = {
    range: { sheet: name, top: 2, left: 1, bottom: 9, right: 5 },
    heading,
    unit: "€",
    entetes: [],
    annees: years.map((annee) => ({
      annee,
      heading,
      colonnes: { etat: { column: 2, heading }, collectivite: null, total: null },
    })),
    anneesRepetees: [],
    lignesAxe: [],
    lignesAction: [{ label, action: isOurs ? action : null, ligneAxe: null, amounts: [] }],
    sommes: [],
    lignesIgnorees: [],
  };
  return { sheet: name, parts: [{ table, isTitled: false }], why: "" };
}

const at = (name: string): CellRef => ({ sheet: name, row: 2, column: 1 });

/** The sheets that make the table; what is asked; whether a choice was lost. */
function gather(sheets: readonly SheetParts<TableauBudgetaire>[], ...choices: (CellRef | null)[]) {
  const merged: string[] = [];
  const { table, choix, absence, answered } = gatherTables(
    "budget",
    sheets,
    (parts) => {
      merged.push(...parts.map(({ range }) => range.sheet));
      return parts[0];
    },
    {
      reponses: [],
      choices: choices.map((heading) => ({ kind: "budget", heading })),
      sheets: sheets.map((each) => each.sheet),
    },
    [],
  );
  const made = merged.length > 0 ? merged : table ? [table.range.sheet] : null;
  return {
    made,
    chosen: (choix?.candidats ?? []).filter(({ retenu }) => retenu).map(({ range }) => range.sheet),
    undecided: absence?.reason === "plusieurs" ? absence.sheets.map((each) => each.sheet) : [],
    isChoiceLost: answered.some((one) => one.table === null),
    notes: table?.notes?.length ?? 0,
  };
}

const whole = [2024, 2025];
const nothing = { made: null, chosen: [], undecided: [], isChoiceLost: false, notes: 0 };

describe("two copies of the whole table", () => {
  const sheets = [sheet("A", whole), sheet("B", whole)];

  test("are undecided", () => {
    expect(gather(sheets)).toEqual({ ...nothing, undecided: ["A", "B"] });
  });

  test("are decided by a choice, and the other one is said", () => {
    expect(gather(sheets, at("b"))).toEqual({ ...nothing, made: ["B"], chosen: ["B"], notes: 1 });
  });

  test("follow the latest of two choices", () => {
    expect(gather(sheets, at("A"), at("B"))).toMatchObject({ made: ["A"], chosen: ["A"], isChoiceLost: false });
  });

  test.each([
    ["another sheet", at("C")],
    ["a cell outside of them", { sheet: "A", row: 30, column: 1 }],
    ["a cell that was deleted", null],
  ])("are not decided by %s", (_, choice) => {
    expect(gather(sheets, choice)).toEqual({ ...nothing, undecided: ["A", "B"], isChoiceLost: true });
  });
});

describe("one sheet per year with old copies of some", () => {
  const sheets = [sheet("2024", [2024]), sheet("2025", [2025]), sheet("v1", [2024]), sheet("v2", [2025])];

  test("asks about those years alone", () => {
    expect(gather(sheets.slice(0, 3))).toEqual({ ...nothing, undecided: ["2024", "v1"] });
  });

  test("joins the other years to the one that was chosen", () => {
    expect(gather(sheets.slice(0, 3), at("v1"))).toMatchObject({ made: ["v1", "2025"], undecided: [] });
  });

  test("needs a choice for each year", () => {
    expect(gather(sheets, at("v1"))).toMatchObject({ made: null, chosen: ["v1"], undecided: ["2025", "v2"] });
    expect(gather(sheets, at("2025"), at("v1"))).toMatchObject({ made: ["v1", "2025"], chosen: ["2025", "v1"] });
  });
});

describe("tables that name nothing of the contract", () => {
  test("give way to one that does", () => {
    expect(gather([sheet("A", whole, false), sheet("B", whole)])).toEqual({ ...nothing, made: ["B"] });
  });

  test("are never put together", () => {
    const sheets = [sheet("A", [2024], false), sheet("B", [2025], false)];
    expect(gather(sheets)).toEqual({ ...nothing, undecided: ["A", "B"] });
    expect(gather(sheets, at("B"))).toMatchObject({ made: ["B"] });
  });
});

test("nothing is nothing", () => {
  expect(gather([{ sheet: "A", parts: [], why: "feuille vide" }])).toEqual(nothing);
});

// In every layout in which agents keep their tables, each total becomes a formula that gives the same figure.
import { describe, expect, it } from "vitest";
import { dijonMetropole20242027 } from "../../../../src/contracts/dijon-metropole-2024-2027";
import { formatCellRef } from "xlsx-model/cell-ref";
import { annexWorkbook } from "../../../contracts/annex-workbook";
import { contratDuDepartement } from "../../../contracts/departement-invente";
import { budgetLayouts, executionLayouts } from "../../reading/layouts";
import { contentAt, fileOf, refresh, type Sheets } from "./refreshed";

const YEARS = [2024, 2025, 2026, 2027] as const;
const COLONNES = ["total", "etat", "collectivite"] as const;

/** The tags of every total that a layout shows: of the actions, of the table. */
const tags = (executed: string): string[] =>
  YEARS.flatMap((annee) => [
    ...dijonMetropole20242027.actions.map(({ numero }) => `${executed}${numero}/${annee}/total`),
    ...COLONNES.map((colonne) => `${executed}total/${annee}/${colonne}`),
  ]);

describe.each([
  ...budgetLayouts.map((layout) => ({ ...layout, of: "" })),
  ...executionLayouts.map((layout) => ({ ...layout, name: `executed, ${layout.name}`, of: "réalisé " })),
])("$name", ({ sheets, of }) => {
  const shown = tags(of).flatMap((tag) => {
    try {
      return [sheets.place(tag)];
    } catch {
      return [];
    }
  });

  it("gets a formula in each total, with the figure it had", async () => {
    const before = fileOf(sheets.cells());
    const expected = shown.map((address) => contentAt(before, address).value);
    const { file, preview, again } = await refresh(before);
    expect(shown.length).toBeGreaterThan(15);
    const own = preview.changes.map(({ cell }) => formatCellRef(cell));
    expect(own).toEqual(expect.arrayContaining(shown));
    expect(shown.map((address) => contentAt(file, address).formula)).not.toContain(null);
    expect(shown.map((address) => contentAt(file, address).value)).toEqual(
      expected.map((value) => expect.closeTo(Number(value), 6)),
    );
    expect([again.changes, again.unchanged, again.blocked]).toEqual([[], preview.changes.length, []]);
  });

  it("gives back the right figures where the totals were wrong or empty", async () => {
    const typed = fileOf(sheets.cells());
    const wrong = Object.fromEntries(
      tags(of)
        .filter((tag) => shown.some((address) => safePlace(sheets, tag) === address))
        .map((tag, index) => [tag, index % 3 === 0 ? null : 12345]),
    );
    const { file, preview } = await refresh(fileOf(sheets.cells(wrong)));
    for (const { cell, value } of preview.changes) {
      expect(contentAt(file, formatCellRef(cell)).value).toBeCloseTo(value, 6);
    }
    const filled = shown.filter((address) => contentAt(file, address).formula !== null);
    expect(filled).toEqual(shown);
    expect(shown.map((address) => contentAt(file, address).value)).toEqual(
      shown.map((address) => expect.closeTo(Number(contentAt(typed, address).value), 6)),
    );
  });
});

function safePlace(sheets: (typeof budgetLayouts)[number]["sheets"], tag: string): string | null {
  try {
    return sheets.place(tag);
  } catch {
    return null;
  }
}

describe("another contract", () => {
  it("has its own axes, actions, years and cents", async () => {
    const { sheets } = annexWorkbook(contratDuDepartement);
    const cells: Sheets = Object.fromEntries(sheets.map(({ name, blocks }) => [name, blocks[0]?.values ?? []]));
    const file = fileOf(cells);
    const before = (await file.port.read()).sheets[0]?.blocks[0]?.values;
    const { preview, again } = await refresh(file, contratDuDepartement);
    expect(preview.changes).toHaveLength(12 * 3 + 3 * 3);
    const after = (await file.port.read()).sheets[0]?.blocks[0]?.values;
    expect(after?.flat()).toEqual(
      before?.flat().map((value) => (typeof value === "number" ? expect.closeTo(value, 6) : value)),
    );
    expect(again.changes).toEqual([]);
    expect(preview.parAxe?.annees.map(({ total }) => total.etat)).toEqual(
      contratDuDepartement.creditsEtat.map(({ montant }) => montant),
    );
  });
});

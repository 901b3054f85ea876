// Executed amounts on other layouts, and national indicators, from end to end.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import { execution, indicateurs, TODAY, told, withSlips, type Rows } from "./executed-workbook";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

describe("national indicators", () => {
  const convention = { ...contratIntegre, indicateursNationaux: ["Nombre d’enfants repérés", "Nombre de maraudes"] };
  const found = (...rows: Rows) => {
    const cells = [...indicateurs.slice(0, 17), ...rows];
    const raw = rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, Indicateurs: cells });
    return told(verify(raw, convention, TODAY).verification.findings);
  };
  const heading = ["Indicateurs nationaux"];

  it("are found under their own heading, filled or not", () => {
    const filled = [null, "Nombre d'enfants repérés", null, null, 12, null, 15];
    expect(found(heading, filled, [null, "Nombre de maraudes", null, null, 3, null, 0])).toEqual([]);
    expect(found(heading, filled, [null, "Nombre de maraudes"])).toEqual([
      ["indicateurs-nationaux/nombre-de-maraudes", "warning", "Indicateurs!E20", "Indicateurs!G20"],
    ]);
  });

  it("that have no row are shown at the table's heading", () => {
    expect(found().map(([id, , cell]) => [id, cell])).toEqual([
      ["indicateurs-nationaux/nombre-d-enfants-reperes", "Indicateurs!A1"],
      ["indicateurs-nationaux/nombre-de-maraudes", "Indicateurs!A1"],
    ]);
  });
});

describe("executed amounts on other layouts", () => {
  /** "Exécution 2024" and "Exécution 2025", each with the columns Total, État and DM, and Versé in E. */
  const sheetOf = (first: number, skipped: string): Rows =>
    execution
      .filter((row) => !String(row[0]).startsWith(skipped))
      .map((row) => [row[0] ?? null, ...row.slice(first, first + 4)]);

  const found = (sheets: Readonly<Record<string, Rows>>) =>
    told(
      verify(rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, ...sheets }), contratIntegre, TODAY).verification
        .findings,
    );

  it("one sheet per year", () => {
    expect(found({ "Exécution 2024": sheetOf(1, "?"), "Exécution 2025": sheetOf(5, "?") })).toEqual([]);
    expect(
      found({
        "Exécution 2024": withSlips(sheetOf(1, "?"), { D4: 64999.99, B4: 129999.99, C5: null }),
        "Exécution 2025": sheetOf(5, "3 "),
      }),
    ).toEqual([
      ["cofinancement-execute/1/2024/metropole", "error", "'Exécution 2024'!D4"],
      ["execution-renseignee/2024", "warning", "'Exécution 2024'!C5"],
      ["execution-renseignee/2025", "warning", "'Exécution 2025'!B1"],
    ]);
  });

  it("one row per action and year", () => {
    const flat = (change: (year: number, amounts: CellLiteral[]) => CellLiteral[] | null): Rows => [
      ["Action", "Année", "Total", "État", "Métropole", "Versé"],
      ...execution.slice(2).flatMap((row) =>
        /^\d/.test(String(row[0]))
          ? [[2024, row.slice(1, 5)] as const, [2025, row.slice(5, 9)] as const].flatMap(([year, amounts]) => {
              const changed = String(row[0]).startsWith("3 ") ? change(year, [...amounts]) : amounts;
              return changed ? [[row[0] ?? null, year, ...changed]] : [];
            })
          : [],
      ),
    ];
    expect(found({ Exécution: flat((_, amounts) => amounts) })).toEqual([]);
    // Action 3 stands in rows 6 and 7.
    expect(found({ Exécution: flat((year) => (year === 2024 ? [40000.01, 25000, 15000, 50000.01] : null)) })).toEqual([
      ["execution-coherente/3/2024/total", "error", "Exécution!C6"],
      ["cofinancement-execute/3/2024/metropole", "error", "Exécution!E6"],
      ["execution-renseignee/2025", "warning", "Exécution!B1"],
      ["contribution-plafonnee-au-cout/3/2024/etat/verse", "warning", "Exécution!F6", "Exécution!D6"],
    ]);
  });
});

// Executed amounts and achieved values from end to end: two closed years typed right, then one slip for each rule.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/domain/convention";
import type { Finding } from "../../src/core/verification";
import { verify } from "../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";
import { cellRef } from "./rules/dossier-builder";

type Rows = readonly (readonly CellLiteral[])[];
type Slips = Readonly<Record<string, CellLiteral>>;

const TODAY = "2026-11-24";

/** 2024 in columns B to E, 2025 in F to I: executed as contracted, and what the State has paid. */
const execution: Rows = tableauBudgetaire.map((row, index): readonly CellLiteral[] => {
  if (row.length < 13) return row;
  if (index === 0) return ["Année", 2024, null, null, null, 2025, null, null, null];
  const [label = null, ...amounts] = row;
  const paid = (etat: CellLiteral | undefined): CellLiteral => (index === 1 ? "Versé" : (etat ?? null));
  return [label, ...amounts.slice(0, 3), paid(amounts[1]), ...amounts.slice(3, 6), paid(amounts[4])];
});

/** Targets and achieved values side by side: D and E are 2024, F and G 2025, H and I the coming targets. */
const indicateurs: Rows = tableauIndicateurs.map((row, index): readonly CellLiteral[] => {
  if (row.length < 7) return row;
  const [action = null, label = null, t0 = null, first = null, second = null, ...coming] = row;
  if (index === 0) {
    return [action, label, t0, "Cible 2024", "Réalisé 2024", "Cible 2025", "Réalisé 2025", "Cible 2026", "Cible 2027"];
  }
  const reached = (target: CellLiteral): CellLiteral => (typeof target === "number" ? target : 10);
  return [action, label, t0, first, reached(first), second, reached(second), ...coming];
});

function withSlips(rows: Rows, slips: Slips): Rows {
  const copy = rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(slips)) {
    const { row, column } = cellRef("", address);
    const cells = copy[row];
    if (!cells) throw new Error(`no row for ${address}`);
    cells[column] = value;
  }
  return copy;
}

const OURS = new Set([
  "montant-lisible",
  "montant-positif",
  "execution-renseignee",
  "execution-coherente",
  "cofinancement-execute",
  "contribution-plafonnee-au-cout",
  "sous-consommation",
  "sur-execution",
  "indicateur-lisible",
  "indicateurs-du-contrat",
  "realise-renseigne",
  "cible-atteinte",
  "indicateurs-nationaux",
]);

function run(
  slips: { readonly execution?: Slips; readonly indicateurs?: Slips } = {},
  convention: Convention = contratIntegre,
) {
  const raw = rawWorkbook({
    "Tableau budgétaire": tableauBudgetaire,
    Exécution: withSlips(execution, slips.execution ?? {}),
    Indicateurs: withSlips(indicateurs, slips.indicateurs ?? {}),
  });
  const { findings, rules } = verify(raw, convention, TODAY).verification;
  const told = findings
    .filter(({ rule }) => OURS.has(rule))
    .map(({ id, severity, cells }: Finding) => [id, severity, ...cells]);
  return { told, rules };
}

describe("two closed years, executed and achieved as the contract says", () => {
  it("hold every rule on them", () => {
    const { told, rules } = run();
    expect(told).toEqual([]);
    const ours = rules.filter(({ rule }) => OURS.has(rule));
    expect(ours.filter(({ status }) => status !== "compliant").map(({ rule }) => rule)).toEqual([
      "indicateurs-nationaux",
    ]);
  });
});

describe("one slip", () => {
  it.each<[string, { execution?: Slips; indicateurs?: Slips }, readonly (readonly string[])[]]>([
    [
      "amounts that lack",
      { execution: { C4: null, G5: "nd" } },
      [
        ["execution-renseignee/2024", "warning", "Exécution!C4"],
        ["execution-renseignee/2025", "warning", "Exécution!G5"],
      ],
    ],
    [
      "a Total one centime off",
      { execution: { B4: 129999.99 } },
      [["execution-coherente/1/2024/total", "error", "Exécution!B4"]],
    ],
    [
      "a local part one centime under the minimum",
      { execution: { B4: 129999.99, D4: 64999.99 } },
      [["cofinancement-execute/1/2024/metropole", "error", "Exécution!D4"]],
    ],
    [
      "the State paid one centime more than the cost",
      { execution: { E4: 130000.01 } },
      [["contribution-plafonnee-au-cout/1/2024/etat/verse", "error", "Exécution!E4", "Exécution!C4"]],
    ],
    [
      "executed below the alert threshold",
      { execution: { B4: 103999.98, C4: 51999.99, D4: 51999.99 } },
      [["sous-consommation/1/2024/total", "warning", "Exécution!B4"]],
    ],
    [
      "executed above the contract",
      { execution: { B4: 130000.02, C4: 65000.01, D4: 65000.01 } },
      [["sur-execution/1/2024/total", "info", "Exécution!B4"]],
    ],
    [
      "an unreadable amount is reported once",
      { execution: { C4: "Entre 200 et 500" } },
      [["montant-lisible/1/2024/etat/execution", "error", "Exécution!C4"]],
    ],
    [
      "achieved values that lack",
      { indicateurs: { E3: null, G5: "nd" } },
      [
        ["realise-renseigne/2024", "warning", "Indicateurs!E3"],
        ["realise-renseigne/2025", "warning", "Indicateurs!G5"],
      ],
    ],
    [
      "a target not reached, and one far from it",
      { indicateurs: { E3: 449, G7: 199 } },
      [
        ["cible-atteinte/3/indicateur-1/2025", "warning", "Indicateurs!G7"],
        ["cible-atteinte/1/indicateur-1/2024", "info", "Indicateurs!E3"],
      ],
    ],
    [
      "an unreadable achieved value is reported once",
      { indicateurs: { E3: "environ 400" } },
      [["indicateur-lisible/1/indicateur-1/2024/realise", "error", "Indicateurs!E3"]],
    ],
  ])("%s", (_, slips, expected) => {
    expect(run(slips).told).toEqual(expected);
  });
});

describe("national indicators", () => {
  const convention = { ...contratIntegre, indicateursNationaux: ["Nombre d’enfants repérés", "Nombre de maraudes"] };
  const told = (...rows: Rows) => {
    const cells = [...indicateurs.slice(0, 17), ...rows];
    const raw = rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, Indicateurs: cells });
    return verify(raw, convention, TODAY)
      .verification.findings.filter(({ rule }) => OURS.has(rule))
      .map(({ id, severity, cells }) => [id, severity, ...cells]);
  };
  const heading = ["Indicateurs nationaux"];

  it("are found under their own heading, filled or not", () => {
    const filled = [null, "Nombre d'enfants repérés", null, null, 12, null, 15];
    expect(told(heading, filled, [null, "Nombre de maraudes", null, null, 3, null, 0])).toEqual([]);
    expect(told(heading, filled, [null, "Nombre de maraudes"])).toEqual([
      ["indicateurs-nationaux/nombre-de-maraudes", "warning", "Indicateurs!E20", "Indicateurs!G20"],
    ]);
  });

  it("that have no row are shown at the table's heading", () => {
    expect(told().map(([id, , cell]) => [id, cell])).toEqual([
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

  const told = (sheets: Readonly<Record<string, Rows>>) =>
    verify(rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, ...sheets }), contratIntegre, TODAY)
      .verification.findings.filter(({ rule }) => OURS.has(rule))
      .map(({ id, severity, cells }) => [id, severity, ...cells]);

  it("one sheet per year", () => {
    expect(told({ "Exécution 2024": sheetOf(1, "?"), "Exécution 2025": sheetOf(5, "?") })).toEqual([]);
    expect(
      told({
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
    expect(told({ Exécution: flat((_, amounts) => amounts) })).toEqual([]);
    // Action 3 stands in rows 6 and 7.
    expect(told({ Exécution: flat((year) => (year === 2024 ? [40000.01, 25000, 15000, 50000.01] : null)) })).toEqual([
      ["execution-coherente/3/2024/total", "error", "Exécution!C6"],
      ["cofinancement-execute/3/2024/metropole", "error", "Exécution!E6"],
      ["contribution-plafonnee-au-cout/3/2024/etat/verse", "error", "Exécution!F6", "Exécution!D6"],
      ["execution-renseignee/2025", "warning", "Exécution!B1"],
    ]);
  });
});

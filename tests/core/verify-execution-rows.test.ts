// The rows of an execution table that are no plain action: its sums, unknown and repeated actions; and combined headings.
import { cellIn } from "./reading/figures";
import { findingJson } from "../../src/core/verification-json";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import { execution, indicateurs, TODAY, withSlips, type Rows } from "./executed-workbook";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook } from "./reading/raw-workbook-builder";

function run(rows: Rows) {
  const { verification, dossier } = verify(
    rawWorkbook({ Budget: tableauBudgetaire, Exécution: rows, Indicateurs: indicateurs }),
    contratIntegre,
    TODAY,
  );
  const { findings, rules, read } = verification;
  return {
    dossier,
    warnings: findings.filter(({ severity }) => severity === "warning").map(({ id }) => id),
    errors: findings
      .filter(({ severity }) => severity === "error")
      .map(findingJson)
      .map(({ id, cells, found, expected }) => [id, ...cells, found, expected]),
    notes: read.find(({ kind }) => kind === "execution")?.notes ?? [],
    reason: (rule: string) => rules.find((result) => result.rule === rule)?.reason ?? "",
  };
}

const insert = (at: number, ...rows: Rows): Rows => [...execution.slice(0, at), ...rows, ...execution.slice(at)];
const amounts = (etat: number): readonly number[] => [2 * etat, etat, etat, etat, 2 * etat, etat, etat, etat];
const WITH_SUBTOTALS = insert(5, ["Sous-total axe 1", ...amounts(85_000)]);

describe("the sums of an execution table", () => {
  it("are those of its actions", () => {
    expect(run(execution).errors).toEqual([]);
    expect(run(WITH_SUBTOTALS).errors).toEqual([]);
    expect(run(WITH_SUBTOTALS).dossier.execution?.lignesAction).toHaveLength(8);
  });

  it("are found wrong at their cells", () => {
    expect(run(withSlips(execution, { B15: 999, G15: 350_000.01 })).errors).toEqual([
      ["total-general/2024/total/execution", "Exécution!B15", 999, 665_000],
      ["total-general/2025/etat/execution", "Exécution!G15", 350_000.01, 350_000],
    ]);
    expect(run(withSlips(WITH_SUBTOTALS, { C6: 80_000 })).errors).toEqual([
      ["sous-total-axe/axe-1/2024/etat/execution", "Exécution!C6", 80_000, 85_000],
    ]);
  });

  it("of an execution that shows none leave the budget's checked", () => {
    const { errors, reason } = run(execution.slice(0, -1));
    expect(errors).toEqual([]);
    expect(reason("total-general")).toBe("");
  });
});

describe("the sums of what stands beside the parts", () => {
  // E and I are what the State paid in 2024 and 2025; row 16 is the TOTAL, once the axe of the first actions has its subtotal in row 6.
  const PAID = 332_500;
  const AXE = 85_000;
  const of = (slips: Parameters<typeof withSlips>[1]) => run(withSlips(WITH_SUBTOTALS, slips)).errors;

  it.each([
    [
      "a centime below",
      { E16: PAID - 0.01 },
      [["total-general/2024/verse-execution", "Exécution!E16", PAID - 0.01, PAID]],
    ],
    ["right", { E16: PAID }, []],
    [
      "a centime above",
      { E16: PAID + 0.01 },
      [["total-general/2024/verse-execution", "Exécution!E16", PAID + 0.01, PAID]],
    ],
    [
      "empty beside another year's",
      { E16: null },
      [["total-general/2024/verse-execution", "Exécution!E16", null, PAID]],
    ],
    ["in no year", { E16: null, I16: null }, []],
    [
      "of an axe, a centime below",
      { E6: AXE - 0.01 },
      [["sous-total-axe/axe-1/2024/verse-execution", "Exécution!E6", AXE - 0.01, AXE]],
    ],
    ["of an axe, right", { E6: AXE, I6: AXE }, []],
  ])("are held against their rows: %s", (_, slips, expected) => {
    expect(of(slips)).toEqual(expected);
  });
});

describe("executed actions", () => {
  const unknown = ["Action 99 - Ouvrir un tiers-lieu nourricier", ...amounts(10)];

  it("that the contract does not know are summed, and said", () => {
    const { errors, notes } = run(insert(5, unknown));
    const [first, ...others] = errors;
    expect(first).toEqual([
      "total-general/sans-ligne-execution-action-99-ouvrir-un-tiers-lieu-nourricier",
      ...["C", "D", "B", "G", "H", "F", "E", "I"].map((column) => `Exécution!${column}16`),
      8,
      0,
    ]);
    const paid = "action-action-99-ouvrir-un-tiers-lieu-nourricier-verse";
    expect(others).toEqual([
      [`versement-du-contrat/2024/etat/${paid}`, "Exécution!E6", 10, 0],
      [`versement-du-contrat/2025/etat/${paid}`, "Exécution!I6", 10, 0],
    ]);
    expect(notes.join(" ")).toContain("Action 99 - Ouvrir un tiers-lieu nourricier\u00a0» (A6)");
    expect(run(execution).notes.join(" ")).not.toContain("pas au contrat");
  });

  it("that stand twice are summed, and held against nothing", () => {
    const { errors, reason } = run(insert(4, execution[3] ?? []));
    expect(errors).toContainEqual(["actions-du-contrat/1/ligne-2-execution", "Exécution!A5", 2, 1]);
    expect(errors).toContainEqual(["total-general/2024/etat/execution", "Exécution!C16", 332_500, 397_500]);
    expect(reason("sous-consommation")).toContain("Action 1 – 2024\u00a0: Total exécuté, plusieurs lignes.");
  });
});

describe("a repeated executed row is the cause of what it makes wrong", () => {
  const repeat = (rows: Rows): Rows => [...rows.slice(0, 4), rows[3] ?? [], ...rows.slice(4)];
  const causesOf = (budget: Rows, executed: Rows) => {
    const raw = rawWorkbook({ Budget: budget, Exécution: executed, Indicateurs: indicateurs });
    const { findings } = verify(raw, contratIntegre, TODAY).verification;
    return new Map(findings.filter(({ rule }) => rule === "total-general").map(({ id, causedBy }) => [id, causedBy]));
  };
  const executed = [
    ...[2024, 2025].flatMap((year) =>
      ["etat", "metropole", "total"].map((party) => `total-general/${year}/${party}/execution`),
    ),
    ...[2024, 2025].map((year) => `total-general/${year}/verse-execution`),
  ];

  it("in the execution table alone", () => {
    const causes = causesOf(tableauBudgetaire, repeat(execution));
    expect([...causes.keys()].sort()).toEqual([...executed].sort());
    expect(new Set(causes.values())).toEqual(new Set(["actions-du-contrat/1/ligne-2-execution"]));
  });

  it("never that of the budget, where the same action is repeated too", () => {
    const causes = causesOf(repeat(tableauBudgetaire), repeat(execution));
    for (const [id, cause] of causes) {
      const suffix = executed.includes(id) ? "-execution" : "";
      expect([id, cause]).toEqual([id, `actions-du-contrat/1/ligne-2${suffix}`]);
    }
    expect(causes.size).toBe(20);
  });
});

it("reads « Versé 2024 » in one row of combined headings", () => {
  const rows = execution.flatMap((row, index): Rows => {
    const heading = (annee: number) => [`Total ${annee}`, `État ${annee}`, `DM ${annee}`, `Versé ${annee}`];
    return index === 0 ? [["Action", ...heading(2024), ...heading(2025)]] : index === 1 ? [] : [row];
  });
  const { dossier, warnings } = run(withSlips(rows, { E3: 130_000.01 }));
  expect(cellIn(dossier.execution?.lignesAction[0], 2024, "verse")?.known).toMatchObject({ value: 13_000_001 });
  expect(warnings).toContain("contribution-plafonnee-au-cout/1/2024/etat/verse");
});

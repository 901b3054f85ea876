// The rows of an execution table that are no plain action: its sums, unknown and repeated actions; and combined headings.
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
    errors: findings
      .filter(({ severity }) => severity === "error")
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

describe("executed actions", () => {
  const unknown = ["Action 99 - Ouvrir un tiers-lieu nourricier", ...amounts(10)];

  it("that the contract does not know are summed, and said", () => {
    const { errors, notes } = run(insert(5, unknown));
    expect(errors.map(([id]) => id)).toEqual(
      [2024, 2025].flatMap((year) =>
        ["etat", "metropole", "total"].map((party) => `total-general/${year}/${party}/execution`),
      ),
    );
    expect(notes.join(" ")).toContain("Action 99 - Ouvrir un tiers-lieu nourricier\u00a0» (A6)");
    expect(run(execution).notes.join(" ")).not.toContain("pas au contrat");
  });

  it("that stand twice are summed, and held against nothing", () => {
    const { errors, reason } = run(insert(4, execution[3] ?? []));
    expect(errors).toContainEqual(["total-general/2024/etat/execution", "Exécution!C16", 332_500, 397_500]);
    expect(reason("sous-consommation")).toContain("plusieurs lignes dans le tableau d’exécution pour Action 1");
  });
});

it("reads « Versé 2024 » in one row of combined headings", () => {
  const rows = execution.flatMap((row, index): Rows => {
    const heading = (annee: number) => [`Total ${annee}`, `État ${annee}`, `DM ${annee}`, `Versé ${annee}`];
    return index === 0 ? [["Action", ...heading(2024), ...heading(2025)]] : index === 1 ? [] : [row];
  });
  const { dossier, errors } = run(withSlips(rows, { E3: 130_000.01 }));
  expect(dossier.execution?.verses[0]?.get(2024)?.lu).toMatchObject({ montant: 13_000_001 });
  expect(errors.map(([id, cell]) => [id, cell])).toEqual([
    ["contribution-plafonnee-au-cout/1/2024/etat/verse", "Exécution!E3"],
  ]);
});

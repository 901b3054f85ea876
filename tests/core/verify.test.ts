// The core from end to end: a raw workbook in, a verification out.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { ECARTS_COLUMNS } from "../../src/core/domain/ecarts-columns";
import { verificationJson, type FindingJson } from "../../src/core/verification-json";
import { verify } from "../../src/core/verify";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { saidAnyway } from "../said-anyway";
import { tableauBudgetaire, tableauIndicateurs } from "./reading/annexes";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "./reading/raw-workbook-builder";
import { cellRef } from "./rules/dossier-builder";

type Rows = readonly (readonly CellLiteral[])[];
type Slips = Readonly<Record<string, CellLiteral>>;

const SIGNED = "2024-06-30";
const TODAY = "2026-11-24";

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

function annexes(
  slips: { budget?: Slips; indicateurs?: Slips } = {},
  more: Record<string, SheetLiteral> = {},
): RawWorkbook {
  return rawWorkbook({
    "Tableau budgétaire": withSlips(tableauBudgetaire, slips.budget ?? {}),
    Indicateurs: withSlips(tableauIndicateurs, slips.indicateurs ?? {}),
    ...more,
  });
}

const run = (raw: RawWorkbook, asOf: string) => verificationJson(verify(raw, contratIntegre, asOf).verification);
const told = (findings: readonly FindingJson[]) => findings.map(({ id, severity, cells }) => [id, severity, ...cells]);

describe("the annex tables typed as they stand", () => {
  it("give no error and no warning at signature", () => {
    const { findings, summary, rules, read } = run(annexes(), SIGNED);
    expect(summary).toMatchObject({ error: 0, warning: 0, info: findings.length, justified: 0, consequences: 0 });
    const remarks = (wanted: string) => findings.filter(({ rule }) => rule === wanted).length;
    expect([remarks("total-en-formule"), remarks("cible-a-preciser")]).toEqual([1, 3]);
    const discrepant = rules.filter(({ status }) => status === "discrepancy").map(({ rule }) => rule);
    expect(new Set(discrepant)).toEqual(new Set(findings.map(({ rule }) => rule)));
    expect(rules.find(({ rule }) => rule === "sous-total-axe")).toMatchObject({ status: "not-checkable" });
    expect(read.map(({ kind, range, actions }) => [kind, range, actions])).toEqual([
      ["budget", "A1:M15", 8],
      ["indicators", "A1:G17", 8],
    ]);
  });

  it("give only the warnings for targets and avenants that are still to come, once the first year is over", () => {
    const { findings, summary } = run(annexes(), TODAY);
    expect(summary).toMatchObject({ error: 0, warning: 5 });
    expect(findings.filter(({ severity }) => severity === "warning").map(({ id }) => id)).toEqual([
      "cible-a-preciser/4/indicateur-1",
      "cible-a-preciser/8/indicateur-1",
      "cible-a-preciser/8/indicateur-2",
      "avenant-annuel/2025",
      "avenant-annuel/2026",
    ]);
    expect(findings.map(({ id }) => id)).toContain("total-en-formule");
  });
});

describe("a slip", () => {
  it.each<[string, { budget?: Slips; indicateurs?: Slips }, readonly (readonly string[])[]]>([
    [
      "one centime under the minimum, in a provisional year",
      { budget: { G4: 64999.99, E4: 129999.99, E15: 699999.99, G15: 349999.99 } },
      [
        ["cofinancement-minimum/1/2025/metropole", "error", "'Tableau budgétaire'!G4"],
        ["montant-contractualise/1/2025/metropole", "warning", "'Tableau budgétaire'!G4"],
      ],
    ],
    [
      "a typed total that is wrong",
      { budget: { H10: 130000 } },
      [
        ["total-de-l-action/5/2026/total", "error", "'Tableau budgétaire'!H10"],
        ["total-general/2026/total", "error", "'Tableau budgétaire'!H15"],
      ],
    ],
    [
      "an unreadable amount is reported once",
      { budget: { C4: "Entre 200 et 500" } },
      [["montant-lisible/1/2024/etat", "error", "'Tableau budgétaire'!C4"]],
    ],
    [
      "a text amount keeps its value",
      { budget: { C4: "65 000 €" } },
      [["montant-lisible/1/2024/etat", "warning", "'Tableau budgétaire'!C4"]],
    ],
    [
      "a target that became nd",
      { indicateurs: { D3: "nd" } },
      [["cible-contractualisee/1/indicateur-1/2024", "error", "Indicateurs!D3"]],
    ],
  ])("%s", (_, slips, expected) => {
    const { findings } = run(annexes(slips), SIGNED);
    const anyway = saidAnyway(annexes(), contratIntegre, SIGNED);
    expect(told(findings.filter(({ rule }) => !anyway.has(rule)))).toEqual(expected);
  });

  it("is an object of the documented shape", () => {
    const { findings, ...head } = run(annexes({ budget: { G4: 64999.99, E4: 129999.99 } }), TODAY);
    expect(head).toMatchObject({
      workbook: "classeur.xlsx",
      contract: { id: "dijon-metropole-2024-2027", avenants: [], source: "built-in", localParty: "Métropole" },
      asOf: TODAY,
    });
    expect(findings.find(({ rule }) => rule === "cofinancement-minimum")).toEqual({
      id: "cofinancement-minimum/1/2025/metropole",
      rule: "cofinancement-minimum",
      article: "2.2",
      severity: "error",
      cells: ["'Tableau budgétaire'!G4"],
      subject: { axe: 1, action: 1, year: 2025, party: "metropole" },
      message:
        "Action 1 – 2025 – part Métropole\u00a0: 64\u00a0999,99\u00a0€ pour un minimum de 65\u00a0000,00\u00a0€ (il manque 0,01\u00a0€). Article\u00a02.2.",
      found: 64999.99,
      expected: 65000,
      gap: -0.01,
      unit: "montant",
      explanation: null,
      causedBy: null,
      justification: null,
      fix: [{ cell: "'Tableau budgétaire'!G4", value: 65000 }],
    });
  });
});

describe("a justification", () => {
  const id = "cofinancement-minimum/1/2025/metropole";

  function ecarts(found: number): Record<string, SheetLiteral> {
    const given: Readonly<Record<string, CellLiteral>> = {
      identifiant: id,
      trouve: found,
      attendu: 65000,
      justification: "Accord du 3 mars",
      par: "A. Martin",
      le: "03/03/2026",
    };
    const cells = [ECARTS_COLUMNS.map(({ heading }) => heading), ECARTS_COLUMNS.map(({ key }) => given[key] ?? null)];
    return { Écarts: { cells, resultSheet: "ecarts" } };
  }

  const slip = { budget: { G4: 64999.99, E4: 129999.99, E15: 699999.99, G15: 349999.99 } };

  it("attaches to its finding, which still counts as an error", () => {
    const { findings, summary } = run(annexes(slip, ecarts(64999.99)), SIGNED);
    expect(findings.find((finding) => finding.id === id)?.justification).toMatchObject({
      text: "Accord du 3 mars",
      by: "A. Martin",
      on: "03/03/2026",
      decision: null,
      decidedBy: null,
      decidedOn: null,
    });
    expect(summary).toMatchObject({ error: 1, warning: 1, justified: 1 });
  });

  it("no longer holds when the figures have changed", () => {
    const { findings, summary } = run(annexes(slip, ecarts(64000)), SIGNED);
    expect(findings.find((finding) => finding.id === id)?.justification).toBeNull();
    expect(summary).toMatchObject({ error: 1, justified: 0 });
  });
});

describe("an empty workbook", () => {
  it("lacks both tables, and passes no rule", () => {
    const { findings, rules, summary } = run(rawWorkbook({}), SIGNED);
    expect(told(findings)).toEqual([
      ["tableau-attendu/tableau-budgetaire", "error"],
      ["tableau-attendu/tableau-des-indicateurs", "error"],
    ]);
    expect(new Set(rules.slice(1).map(({ status }) => status))).toEqual(new Set(["not-checkable"]));
    expect(summary.notCheckable).toBe(rules.length - 1);
  });
});

// Executed amounts and achieved values from end to end: two closed years typed right, then one slip for each rule.
import { findingJson } from "../../src/core/verification-json";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Avenant, Convention } from "../../src/core/contract/convention";
import { montantFromEuros } from "../../src/core/domain/values/montant";
import { verify } from "../../src/core/verify";
import { execution, indicateurs, OURS, TODAY, told, withSlips, type Slips } from "./executed-workbook";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook } from "./reading/raw-workbook-builder";

function run(
  slips: { readonly execution?: Slips; readonly indicateurs?: Slips } = {},
  convention: Convention = contratIntegre,
) {
  const raw = rawWorkbook({
    "Tableau budgétaire": tableauBudgetaire,
    Exécution: withSlips(execution, slips.execution ?? {}),
    Indicateurs: withSlips(indicateurs, slips.indicateurs ?? {}),
  });
  return verify(raw, convention, TODAY).verification;
}

describe("two closed years, executed and achieved as the contract says", () => {
  it("hold every rule on them", () => {
    const { findings, rules } = run();
    expect(told(findings)).toEqual([]);
    const ours = rules.filter(({ rule }) => OURS.has(rule));
    expect(ours.filter(({ status }) => status !== "compliant").map(({ rule }) => rule)).toEqual([
      "indicateurs-nationaux",
    ]);
  });
});

describe("what follows from a wrong executed Total", () => {
  it.each<[string, Slips, readonly string[]]>([
    [
      "far below its parts",
      { B4: 50000 },
      [
        "total-general/2024/total/execution",
        "contribution-plafonnee-au-cout/1/2024/etat/verse",
        "sous-consommation/1/2024/total",
      ],
    ],
    ["above its parts", { B4: 140000 }, ["total-general/2024/total/execution", "sur-execution/1/2024/total"]],
    ["nothing that the right one would not settle", { B4: 50000, C4: 40000, D4: 40000, E4: 40000 }, []],
  ])("%s", (_, slips, consequences) => {
    const { findings } = run({ execution: slips });
    const caused = findings.filter(({ causedBy }) => causedBy === "execution-coherente/1/2024/total");
    expect(caused.map(({ id }) => id)).toEqual(consequences);
  });
});

it("a wrong executed sum follows from its formula", () => {
  const { findings } = run({ execution: { C15: { formula: "=SUM(C3:C13)", value: 302500 } } });
  expect(
    findings
      .map(findingJson)
      .filter(({ cells }) => cells[0] === "Exécution!C15")
      .map(({ id, causedBy }) => [id, causedBy]),
  ).toEqual([
    ["formule-incomplete/2024/etat/execution", null],
    ["total-general/2024/etat/execution", "formule-incomplete/2024/etat/execution"],
  ]);
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
      "a part that lacks under a Total that only adds the parts: nobody knows what was spent",
      { execution: { B4: { formula: "=C4+D4", value: 65000 }, D4: null } },
      [["execution-renseignee/2024", "warning", "Exécution!D4"]],
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
      [["contribution-plafonnee-au-cout/1/2024/etat/verse", "warning", "Exécution!E4", "Exécution!C4"]],
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
    expect(told(run(slips).findings)).toEqual(expected);
  });
});

describe("an avenant", () => {
  const avenant: Avenant = {
    numero: 1,
    signeLe: "2025-03-12",
    creditsEtat: [],
    montants: [
      { action: 1, annee: 2025, partie: "etat", montant: montantFromEuros(60000) },
      { action: 2, annee: 2025, partie: "etat", montant: montantFromEuros(60000) },
    ],
    actionsNouvelles: [],
    indicateursNouveaux: [],
    actionsTerminees: [],
    cibles: [{ action: 1, indicateur: 1, annee: 2025, valeur: 470 }],
  };

  it("gives what is compared from its signature on, and is named", () => {
    const { findings } = run({}, { ...contratIntegre, avenants: [avenant] });
    expect(told(findings)).toEqual([
      ["sous-consommation/2/2025/total", "warning", "Exécution!F5"],
      ["sur-execution/1/2025/total", "info", "Exécution!F4"],
      ["cible-atteinte/1/indicateur-1/2025", "info", "Indicateurs!G3"],
    ]);
    const ours = findings.filter(({ rule }) => OURS.has(rule));
    expect(ours.map(findingJson).map(({ found, expected }) => [found, expected])).toEqual([
      [40000, 80000],
      [130000, 125000],
      [460, 470],
    ]);
    for (const { message } of ours) expect(message).toContain("l’avenant n°\u00a01 du 12/03/2025.");
  });

  it("signed later changes nothing", () => {
    const { findings } = run({}, { ...contratIntegre, avenants: [{ ...avenant, signeLe: "2026-11-25" }] });
    expect(told(findings)).toEqual([]);
  });
});

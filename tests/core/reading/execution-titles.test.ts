// What a title says of a table of executed amounts: that it is one, its year, its unit; and what is not compared in it.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { actionLabel, euros } from "./layouts";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const { actions } = contratIntegre;

const rows = (unit = 1): Rows =>
  actions.map((action) => [
    actionLabel(action),
    euros(action, 2024, "etat") / unit,
    euros(action, 2024, "collectivite") / unit,
  ]);

function run(sheets: Readonly<Record<string, Rows>>) {
  const { dossier, verification } = verify(
    rawWorkbook({ Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs, ...sheets }),
    contratIntegre,
    "2025-03-01",
  );
  const json = verificationJson(verification);
  return {
    years: dossier.execution?.annees.map(({ annee }) => annee) ?? null,
    unread: json.unread,
    ofExecution: json.findings.filter(({ rule }) => /execution|execute|consommation/.test(rule)),
    status: (rule: string) => json.rules.find((each) => each.rule === rule)?.status,
  };
}

describe("a table like the budget, without its last year", () => {
  /** Years, then Total, Etat and DM of each, as in the annex. */
  const withoutLast = tableauBudgetaire.map((row) => row.slice(0, 10));

  test.each([
    "Bilan financier 2024-2026",
    "Bilan 2024-2026",
    "Suivi des dépenses",
    "État des dépenses",
    "Compte rendu financier",
    "Suivi de l’exécution",
  ])("holds what was executed under « %s », and leaves the budget as it is", (title) => {
    const sheets = { Suivi: [[title], [], ...withoutLast] };
    expect(run(sheets).years).toEqual([2024, 2025, 2026]);
    expect(run({ [title.slice(0, 31)]: withoutLast }).years).toEqual([2024, 2025, 2026]);
    expect(run(sheets).status("total-general")).toBe("compliant");
    expect(run(sheets).unread).toEqual([]);
  });

  test.each(["Bilan prévisionnel 2024-2026", "Budget", "Projet de bilan financier"])(
    "is no execution under « %s »",
    (title) => {
      expect(run({ Suivi: [[title], [], ...withoutLast] }).years).toBeNull();
    },
  );
});

describe("executed amounts under Etat and DM", () => {
  test.each<[string, Readonly<Record<string, Rows>>]>([
    ["over the labels", { Suivi: [["Exécution 2024", "Etat", "DM"], ...rows()] }],
    ["as the account of the year", { "CA 2024": [["Action", "Etat", "DM"], ...rows()] }],
    [
      "as the account of the year, in words",
      { Suivi: [["Compte administratif 2024"], ["Action", "Etat", "DM"], ...rows()] },
    ],
    ["up to its last day", { Suivi: [["Suivi de l'exécution au 31/12/2024"], ["Action", "Etat", "DM"], ...rows()] }],
    [
      "from its first day to its last",
      { Suivi: [["Dépenses réalisées du 1er janvier 2024 au 31 décembre 2024"], ["Action", "Etat", "DM"], ...rows()] },
    ],
  ])("are those of the year that is said %s", (_, sheets) => {
    const { years, ofExecution, status } = run(sheets);
    expect(years).toEqual([2024]);
    expect(ofExecution).toEqual([]);
    expect(status("sous-consommation")).toBe("compliant");
  });

  test.each([
    "Suivi de l'exécution au 30/12/2024",
    "Suivi de l'exécution au 30/06/2025",
    "Suivi de l'exécution du 01/01/2024 au 31/12/2027",
    "Suivi de l'exécution du 31/12/2023 au 31/12/2024",
    "Exécution cumulée au 31/12/2025",
    "Suivi de l'exécution au 31/02/2024",
    "Montants au 31/12/2024",
  ])("are of no year under %j", (title) => {
    const { years, unread } = run({ Suivi: [[title], ["Action", "Etat", "DM"], ...rows()] });
    expect(years).toBeNull();
    expect(unread).toHaveLength(1);
  });

  test("whose sheet says its unit are read in it", () => {
    const { ofExecution, status } = run({ "Exécution 2024 (k€)": [["Action", "Etat", "DM"], ...rows(1000)] });
    expect(ofExecution).toEqual([]);
    expect(status("sur-execution")).toBe("compliant");
  });

  test("that look like thousands are never said to stay within the contract", () => {
    const { status, ofExecution } = run({ "Exécution 2024": [["Action", "Etat", "DM"], ...rows(500)] });
    expect(ofExecution.map(({ rule }) => rule)).toEqual(["sous-consommation"]);
    expect(status("sur-execution")).toBe("not-checkable");
  });
});

test("figures that detail an action are named, where nothing compares them", () => {
  const detailed = tableauBudgetaire.flatMap((row) =>
    String(row[0]).startsWith("1 ") ? [row, ["   dont réalisé", 1, 2, 3]] : [row],
  );
  const { unread, status } = run({ Budget: detailed });
  expect(unread).toEqual([
    {
      sheet: "Budget",
      range: "A5:M5",
      reason: expect.stringMatching(/^détail «\sdont…\s», ligne 5\s: montants lus, mais non comparés$/u) as string,
    },
  ]);
  expect(status("montant-contractualise")).toBe("compliant");
});

// A heading with one row more than the parties: read where its words are known, else left out and named, never taken for the party's amount.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { keyOfMesure } from "../../../src/core/domain/mesure";
import { run } from "./agents-run";
import { tableauBudgetaire } from "./annexes";
import type { Grid } from "./figures";
import { actionLabel, euros } from "./layouts";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
const PARTS = ["etat", "collectivite"] as const;

type Cells = readonly CellLiteral[];
type Shares = readonly (readonly [heading: string, share: number])[];

/** 2024 alone, each party with a column for each share; the total merged down over both rows. */
const sheet = (shares: Shares, year: CellLiteral = 2024): Grid => {
  const pad = shares.slice(1).map(() => null);
  return [
    ["Action", year],
    [null, "État", ...pad, "Métropole", ...pad, "Total"],
    [null, ...PARTS.flatMap(() => shares.map(([heading]) => heading))],
    ...actions.map((action): Cells => {
      const amounts = PARTS.flatMap((part) => shares.map(([, share]) => share * euros(action, 2024, part)));
      return [actionLabel(action), ...amounts, euros(action, 2024, "total")];
    }),
  ];
};

const budgetAnd = (grid: Grid) => ({ "Tableau budgétaire": tableauBudgetaire, Suivi: grid });

describe("what was planned and paid under each party", () => {
  const paid = (share: number) =>
    run(
      budgetAnd(
        sheet([
          ["Prévu", 1],
          ["Payé", share],
        ]),
      ),
      "2025-06-30",
    );

  test("is read, each for what it is", () => {
    const { dossier, errors } = paid(1);
    expect(dossier.execution?.lignesAction).toHaveLength(8);
    expect(errors).toEqual([]);
  });

  test("is found at the paid amounts", () => {
    const { ofRule } = paid(0.5);
    expect(ofRule("sous-consommation").map(({ cell }) => cell)).toContain("Suivi!C4");
  });
});

test("what was notified, committed and paid under each party: the paid amounts are read, the others named", () => {
  const shares = (paid: number): Shares => [
    ["Notifié", 1],
    ["Engagé", 1],
    ["Payé", paid],
  ];
  const { dossier, errors, unread } = run(budgetAnd(sheet(shares(1))), "2025-06-30");
  expect(dossier.execution?.lignesAction).toHaveLength(8);
  expect(errors).toEqual([]);
  expect(unread.map(({ range }) => range)).toEqual(["B4:B11", "C4:C11", "E4:E11", "F4:F11", "H4:H11"]);
  // What was committed may be meant as well: nobody is accused until a person says which is executed.
  const few = budgetAnd(sheet(shares(0.5)));
  expect(run(few, "2025-06-30").ofRule("sous-consommation")).toEqual([]);
  const answer = { role: "payé" };
  const said = { key: keyOfMesure("état d’exécution"), answer, by: "Mme Durand", on: "2025-06-01", speaksFor: null };
  expect(
    run(few, "2025-06-30", { reponses: [said] })
      .ofRule("sous-consommation")
      .map(({ cell }) => cell),
  ).toContain("Suivi!D4");
});

describe.each<[string, Shares]>([
  [
    "HT and TTC",
    [
      ["HT", 0.8],
      ["TTC", 1],
    ],
  ],
  [
    "investment and operation",
    [
      ["Investissement", 0.25],
      ["Fonctionnement", 0.75],
    ],
  ],
])("%s under each party", (_, shares) => {
  test("are no amounts of the party, contracted or executed", () => {
    const { dossier, ofRule, unread } = run({ Suivi: sheet(shares) });
    expect(dossier.budget?.annees.flatMap(({ colonnes }) => [colonnes.etat, colonnes.collectivite])).toEqual([
      null,
      null,
    ]);
    expect(ofRule("montant-contractualise")).toEqual([]);
    expect(unread.map(({ range }) => range)).toEqual(["B4:B11", "C4:C11", "D4:D11", "E4:E11"]);
    const executed = run(budgetAnd(sheet(shares, "Réalisé 2024")), "2025-06-30");
    expect(executed.ofRule("sous-consommation")).toEqual([]);
    expect(executed.unread).not.toEqual([]);
  });
});

test("words under each party that split none of them are a remark", () => {
  const { errors, dossier } = run({ Suivi: sheet([["TTC", 1]]) });
  expect(dossier.budget?.lignesAction).toHaveLength(8);
  expect(errors.filter(({ id }) => !id.startsWith("annees-du-contrat/"))).toEqual([]);
});

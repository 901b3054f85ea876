// What the imputation says to be paid, « Versé le », is the payment of its axes where the execution table shows none.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import { execution, TODAY, withSlips, type Rows } from "./executed-workbook";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

const CODES = ["030450232302", "030450232402", "030450232502", "030450232602"];
const AMOUNTS = [85000, 45000, 147500, 55000];

const imputation = (dates: readonly CellLiteral[]): Rows => [
  ["Axe", "Code activité", "Montant 2024", "Versé le"],
  ...CODES.map((code, index) => [`Axe ${index + 1}`, code, AMOUNTS[index] ?? null, dates[index] ?? null]),
];

/** The columns of payments of both years are empty. */
const unpaid = Object.fromEntries(
  Array.from({ length: 15 }, (_, row) => row + 1)
    .slice(2)
    .flatMap((row) => [
      [`E${row}`, null],
      [`I${row}`, null],
    ]),
);

function run(dates: readonly CellLiteral[], slips: Readonly<Record<string, CellLiteral>> = {}) {
  const { verification } = verify(
    rawWorkbook({
      "Tableau budgétaire": tableauBudgetaire,
      Exécution: withSlips(execution, { ...unpaid, ...slips }),
      Imputation: imputation(dates),
    }),
    contratIntegre,
    TODAY,
  );
  const of = (id: string) => ({
    findings: verification.findings.filter(({ rule }) => rule === id),
    rule: verification.rules.find(({ rule }) => rule === id),
  });
  return { paid: of("versement-du-contrat"), unused: of("somme-a-reverser") };
}

const ALL = ["12/05/2024", "12/05/2024", 45424, "le 12 mai 2024"];

describe("an imputation that says when it was paid", () => {
  it("is what the State paid of each axe, and in all", () => {
    const { paid, unused } = run(ALL);
    expect(paid.findings).toEqual([]);
    expect(paid.rule?.coverage).toMatchObject({ compared: 5, of: 14 });
    expect(unused).toMatchObject({ findings: [], rule: { coverage: { compared: 4, of: 12 } } });
  });

  it("is held against what the actions of the axe executed together", () => {
    // Action 1 leaves 25 000 €, of which action 2 uses 5 000 €.
    const { unused } = run(ALL, { B4: 105000, C4: 40000, B5: 45000, C5: 25000 });
    expect(unused.findings.map(({ subject, figures }) => [subject.axe, subject.action, subject.year, figures])).toEqual(
      [[1, undefined, 2024, { unit: "montant", found: 8500000, expected: 6500000, gap: 2000000 }]],
    );
  });

  it("says nothing of an axe without a date, and of none where none has one", () => {
    const { paid } = run(["12/05/2024", null, "nd", "12/05/2024"]);
    expect(paid.findings).toEqual([]);
    expect(paid.rule).toMatchObject({ status: "not-checkable", coverage: { compared: 2, of: 14 } });
    const none = run([null, null, null, null]);
    expect(none.paid.findings).toEqual([]);
    expect(none.paid.rule?.status).toBe("not-checkable");
  });
});

// Two columns of the same heading: what the second says otherwise is named, and no rule says that everything was compared.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const IMPUTATION: Rows = [
  ["Pilier", "Code activité", "Montant 2024"],
  ["Pilier 1", "0304 50 23 23 02", 85000],
  ["Pilier 2", "0304 50 23 24 02", 45000],
  ["Pilier 3", "0304 50 23 25 02", 147500],
  ["Pilier 4", "0304 50 23 26 02", 55000],
  ["Total", null, 332500],
];

/** A column comes again at the end, but for what `other` makes of one row. */
const repeat = (rows: Rows, column: number, at: number, other: (value: CellLiteral) => CellLiteral): Rows => {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row, index) => {
    const value = row[column] ?? null;
    return [...row, ...Array<null>(width - row.length).fill(null), index === at ? other(value) : value];
  });
};

function check(rule: string, Indicateurs: Rows, Imputation: Rows) {
  const { verification } = verify(
    rawWorkbook({ Budget: tableauBudgetaire, Indicateurs, Imputation }),
    contratIntegre,
    "2024-06-30",
  );
  const { status, coverage } = verification.rules.find((each) => each.rule === rule) ?? {};
  const { compared = 0, of = 0 } = coverage ?? {};
  return { status, left: of - compared, unread: verification.unread?.map(({ sheet, range }) => `${sheet}!${range}`) };
}

const nothingUnread = { status: "compliant", left: 0, unread: [] };
const same = (value: CellLiteral) => value;
const more = (value: CellLiteral) => Number(value) + 1;

describe.each<[string, string, number, number, (rows: Rows) => [Rows, Rows], Rows]>([
  ["targets", "cible-contractualisee", 3, 2, (rows) => [rows, IMPUTATION], tableauIndicateurs],
  ["initial situations", "t0-contractualise", 2, 2, (rows) => [rows, IMPUTATION], tableauIndicateurs],
  ["amounts of an imputation", "imputation-du-contrat", 2, 1, (rows) => [tableauIndicateurs, rows], IMPUTATION],
])("%s twice", (_, rule, column, at, place, rows) => {
  const run = (other: (value: CellLiteral) => CellLiteral) => check(rule, ...place(repeat(rows, column, at, other)));

  it("are compared where both say the same, or the second nothing", () => {
    expect(run(same)).toEqual(nothingUnread);
    expect(run(() => null)).toEqual(nothingUnread);
  });

  it("are not all compared where one cell differs, which is named", () => {
    const [sheet, letter] = rows === IMPUTATION ? ["Imputation", "D"] : ["Indicateurs", "H"];
    expect(run(more)).toEqual({
      status: "not-checkable",
      // Said apart: nothing that the contract asks for was left out.
      left: 0,
      unread: [`${sheet}!${letter}${at + 1}`],
    });
  });
});

it("a second total of an imputation that differs is named", () => {
  const total = (amount: number) =>
    check("imputation-du-contrat", tableauIndicateurs, [...IMPUTATION, ["Total", null, amount]]);
  expect(total(332500)).toEqual(nothingUnread);
  expect(total(332500.01)).toEqual({ status: "not-checkable", left: 0, unread: ["Imputation!C7"] });
});

describe("a budget table that stands twice, side by side", () => {
  const WIDTH = 13;
  const check = (other: (value: CellLiteral) => CellLiteral) => {
    const beside = tableauBudgetaire.map((row, index) => [
      ...row,
      ...Array<null>(WIDTH - row.length).fill(null),
      ...row.map((value, column) => (index === 4 && column === 5 ? other(value) : value)),
    ]);
    const { verification } = verify(
      rawWorkbook({ Budget: beside, Indicateurs: tableauIndicateurs }),
      contratIntegre,
      "2024-06-30",
    );
    return {
      status: verification.rules.find(({ rule }) => rule === "montant-contractualise")?.status,
      unread: verification.unread?.map(({ sheet, range }) => `${sheet}!${range}`),
      errors: verification.findings.filter(({ severity }) => severity === "error").map(({ id }) => id),
    };
  };

  it("is one finding, and nothing is unread, where both say the same", () => {
    expect(check(same)).toEqual({ status: "compliant", unread: [], errors: ["annees-du-contrat/repetees"] });
  });

  it("leaves what the second says otherwise named and not compared", () => {
    expect(check(more)).toEqual({
      status: "not-checkable",
      unread: ["Budget!S5"],
      errors: ["annees-du-contrat/repetees"],
    });
  });
});

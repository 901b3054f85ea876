// A total over the years, one centime below, at and above the sum of its years; in rows of actions and of the table.
import type { Shows } from "../../../src/core/domain/amounts";
import { known } from "../../../src/core/domain/known";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import type { TableauBudgetaire } from "../../../src/core/domain/dossier";
import rule from "../../../src/core/rules/total-de-la-periode";
import { buildDossier } from "./dossier-builder";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { buildFinding } from "../../../src/core/rules/finding";
import { misquoted, reportsIn } from "./rule-tester";
import { collect, reasonsOf } from "../../../src/core/rules/collect";
import { montantLu } from "./saisie";

const { budget: read, ...dossier } = buildDossier();
if (!read) throw new Error("the annex has a budget");
const budget: TableauBudgetaire = read;

/** The annex with a column of the State's total over the years, what it shows in the first action's row and in TOTAL. */
function withPeriod(action: number | string | null, total = 1_382_500): TableauBudgetaire {
  const withCell = <Row extends Shows>(line: Row, row: number, saisie: number | string | null): Row => {
    const cell = {
      ref: { sheet: "Budget", row, column: 13 },
      text: `${saisie ?? ""}`,
      formula: null,
      known: typeof saisie === "number" ? known(montantFromEuros(saisie)) : montantLu(saisie),
    };
    return { ...line, amounts: [...line.amounts, { year: null, span: null, column: "etat", unit: "€", cell }] };
  };
  return {
    ...budget,
    lignesAction: budget.lignesAction.map((ligne, index) => (index === 0 ? withCell(ligne, 3, action) : ligne)),
    sommes: budget.sommes.map((somme) => (somme.of.kind === "total" ? withCell(somme, 14, total) : somme)),
  };
}

const judge = (table: TableauBudgetaire) => {
  const collected = collect(rule, { ...dossier, budget: table });
  return { reports: reportsIn(collected), reasons: reasonsOf(collected), asked: collected.of };
};

describe("total-de-la-periode", () => {
  it("holds at the sum of the years", () => {
    expect(judge(withPeriod(260_000))).toEqual({ reports: [], reasons: [], asked: 2 });
  });

  it.each([259_999.99, 260_000.01])("finds %d, one centime off", (shown) => {
    const { reports } = judge(withPeriod(shown));
    expect(reports).toMatchObject([
      {
        message: "faux",
        subject: { action: 1, party: "etat" },
        key: "periode",
        cells: [{ sheet: "Budget", row: 3, column: 13 }],
        figures: { found: montantFromEuros(shown), expected: montantFromEuros(260_000) },
        fix: [{ montant: montantFromEuros(260_000), unit: "€" }],
      },
    ]);
  });

  it("says what its page quotes", () => {
    const said = judge(withPeriod(259_999.99)).reports.map((report) => buildFinding(contratIntegre, rule.meta, report));
    expect(misquoted(rule.meta, said)).toEqual([]);
  });

  it("finds what is missing, in the row of the table too", () => {
    expect(judge(withPeriod(null)).reports).toMatchObject([{ message: "non-renseigne" }]);
    expect(judge(withPeriod(260_000, 1_382_499.99)).reports).toMatchObject([
      { message: "faux", subject: { party: "etat" }, key: "periode" },
    ]);
  });

  it("cannot compare what cannot be read, nor where there is no such total", () => {
    expect(judge(withPeriod("?")).reasons).toHaveLength(1);
    expect(judge(budget).reasons).toEqual(["Aucun total sur plusieurs années n’a été reconnu."]);
  });
});

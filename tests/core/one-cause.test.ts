// One slip of the agent is told once, whatever else it touches.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import { execution, indicateurs, TODAY, withSlips, type Rows } from "./executed-workbook";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

const PLAIN = { "Tableau budgétaire": tableauBudgetaire, Exécution: execution, Indicateurs: indicateurs };

function run(sheets: Readonly<Record<string, Rows>>) {
  const { verification } = verify(rawWorkbook({ ...PLAIN, ...sheets }), contratIntegre, TODAY);
  const causes = verification.findings.filter(({ causedBy, severity }) => causedBy === null && severity !== "info");
  return { verification, ids: causes.map(({ id }) => id) };
}

const known = new Set(run({}).ids);
const newIn = (sheets: Readonly<Record<string, Rows>>): readonly string[] =>
  run(sheets).ids.filter((id) => !known.has(id));

describe("one cause is one finding", () => {
  it("an executed part that is not given: its total is not wrong as well", () => {
    const empty = { Exécution: withSlips(execution, { C4: null }) };
    expect(newIn(empty)).toEqual(["execution-renseignee/2024"]);
    const total = run(empty).verification.rules.find(({ rule }) => rule === "total-general");
    expect(total).toMatchObject({ status: "not-checkable", coverage: { compared: 19, of: 20 } });
  });

  it("a total below what is given is wrong, whatever is missing", () => {
    const slips = { C4: null, C15: 267_499.99 };
    expect(newIn({ Exécution: withSlips(execution, slips) })).toContain("total-general/2024/etat/execution");
  });

  it("an indicator without a row: its achieved values are not asked for as well", () => {
    const rows = indicateurs.filter((_, index) => index !== 12);
    expect(newIn({ Indicateurs: rows })).toEqual(["indicateurs-du-contrat/6/indicateur-2"]);
    const achieved = run({ Indicateurs: rows }).verification.rules.find(({ rule }) => rule === "realise-renseigne");
    expect(achieved).toMatchObject({ status: "not-checkable", coverage: { compared: 20, of: 22 } });
  });

  it("a heading in other words, of which the subtotal says the axe: nothing is wrong", () => {
    const rows: Rows = tableauBudgetaire;
    const sum = (column: number): CellLiteral =>
      [9, 10].reduce((total, row) => total + Number(rows[row]?.[column] ?? 0), 0);
    const subtotal = ["Sous-total de l'axe 3", ...Array.from({ length: 12 }, (_, index) => sum(index + 1))];
    const titled = [
      ...rows.slice(0, 8),
      ["« Lutte contre la grande pauvreté… »"],
      ...rows.slice(9, 11),
      subtotal,
      ...rows.slice(11),
    ];
    expect(newIn({ "Tableau budgétaire": titled })).toEqual([]);
    // Over an action of another axe it says nothing of the heading.
    const mixed = [...titled.slice(0, 9), ...titled.slice(3, 4), ...titled.slice(9)];
    expect(newIn({ "Tableau budgétaire": mixed })).not.toEqual([]);
  });

  it("an action twice, with the same operator beside it: its amounts are not twice too high as well", () => {
    const withOperator = (row: readonly CellLiteral[], index: number): readonly CellLiteral[] => {
      const [label = null, ...amounts] = row;
      return [label, index === 1 ? "Porteur" : /^\d/.test(String(label)) ? "CCAS" : null, ...amounts];
    };
    const rows = tableauBudgetaire.map(withOperator);
    expect(newIn({ "Tableau budgétaire": rows })).toEqual([]);
    const twice = [...rows.slice(0, 4), rows[3] ?? [], ...rows.slice(4)];
    const { verification, ids } = run({ "Tableau budgétaire": twice });
    expect(ids.filter((id) => !known.has(id))).toEqual(["actions-du-contrat/1/ligne-2"]);
    expect(verification.findings.filter(({ rule }) => rule === "montant-contractualise")).toEqual([]);
  });

  it("a remark asks for nothing: the totals that did not follow it are to do", () => {
    // The other party may give more than the contract has.
    const more = withSlips(tableauBudgetaire, { D4: 65_007 });
    const { verification, ids } = run({ "Tableau budgétaire": more });
    expect(verification.findings.map(({ id }) => id)).toContain("montant-contractualise/1/2024/metropole");
    expect(ids.filter((id) => !known.has(id)).sort()).toEqual([
      "total-de-l-action/1/2024/total",
      "total-general/2024/metropole",
    ]);
    expect(verification.verdict.state).toBe("to-do");
  });
});

// What formulas of every habit cover, from the raw cells to the finding: hidden rows, sheets, names, tables.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { verify } from "../../../../src/core/verify";
import type { RawWorkbook } from "../../../../src/core/workbook-port";
import { tableauBudgetaire, tableauIndicateurs } from "../../reading/annexes";
import { rawWorkbook } from "../../reading/raw-workbook-builder";

// Actions stand in rows 4, 5, 7, 8, 10, 11, 13 and 14; C15 is the State's total of 2024.
interface Habit {
  readonly formula: string;
  readonly value?: number;
  /** Zero-based. */
  readonly hiddenRows?: readonly number[];
  readonly known?: Pick<RawWorkbook, "names" | "tables">;
}

function check({ formula, value = 332_500, hiddenRows = [], known = {} }: Habit) {
  const cells = tableauBudgetaire.map((row, index) =>
    index === 14 ? row.map((cell, column) => (column === 2 ? { formula, value } : cell)) : row,
  );
  const raw = { ...rawWorkbook({ Budget: { cells, hiddenRows }, Indicateurs: tableauIndicateurs }), ...known };
  const { findings, rules } = verify(raw, contratIntegre, "2024-06-30").verification;
  const ours = findings.filter(({ id }) => id === "formule-incomplete/2024/etat" || id === "total-general/2024/etat");
  const { status } = rules.find(({ rule }) => rule === "formule-incomplete") ?? {};
  return { status, found: ours.map(({ id, explanation }) => `${id.split("/")[0]}: ${explanation}`) };
}

const ACTION_5 = 47_500;

describe("a formula that covers every action", () => {
  const names = [{ name: "PartsEtat", sheet: null, formula: "Budget!$C$4:$C$14" }];
  const tables = [
    {
      name: "Suivi",
      range: { sheet: "Budget", top: 1, left: 0, bottom: 13, right: 2 },
      headerRows: 1,
      totalsRows: 0,
      columns: ["Action", "Total", "État"],
    },
  ];
  it.each<Habit>([
    { formula: "=SUM(BUDGET!C4:C14)" },
    { formula: "=SUM('budget'!C4:budget!C14)" },
    { formula: "=SUBTOTAL(109,C4:C14)" },
    { formula: "=AGGREGATE(9,6,C4:C14)" },
    { formula: "=SUM(PARTSETAT)", known: { names } },
    { formula: "=SUBTOTAL(109,Suivi[État])", known: { tables } },
    // Hidden by hand: SUBTOTAL(9) counts the row all the same, which its figure tells.
    { formula: "=SUBTOTAL(9,C4:C14)", hiddenRows: [9] },
    { formula: "=SUM(C4:C14)", hiddenRows: [9] },
  ])("$formula", (habit) => {
    expect(check(habit)).toEqual({ status: "compliant", found: [] });
  });
});

describe("a formula that leaves out hidden rows", () => {
  it.each(["=SUBTOTAL(109,C4:C14)", "=SUBTOTAL(9,C4:C14)", "=AGGREGATE(9,5,C4:C14)"])("%s", (formula) => {
    const { status, found } = check({ formula, value: 332_500 - ACTION_5, hiddenRows: [9] });
    expect(status).toBe("discrepancy");
    expect(found).toHaveLength(2);
    for (const each of found) expect(each).toMatch(/laisse de côté des lignes masquées.*C10/);
  });
});

describe("a formula that cannot be followed", () => {
  it.each<Habit>([
    { formula: "=Recap!C20" },
    { formula: "=SUM(C4:C14)+Recap!C20" },
    { formula: "=SUM(Inconnu)" },
    // Neither figure explains it: whether the row counts cannot be told.
    { formula: "=SUBTOTAL(9,C4:C14)", hiddenRows: [9], value: 300_000 },
  ])("$formula is not said to be complete", (habit) => {
    const { status, found } = check(habit);
    expect(status).toBe("not-checkable");
    expect(found.filter((each) => each.startsWith("formule"))).toEqual([]);
  });
});

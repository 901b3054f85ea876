// Payments of each action, of each axe or of the whole year, over any executed amounts: the rules find what the model of the contract finds.
import { expect, test } from "vitest";
import fc, { check, runs } from "../seeded";
import { contratIntegre } from "../../src/contracts/built-in";
import { contractAmount } from "../../src/core/contract/in-force/contract-amounts";
import { verify } from "../../src/core/verify";
import { execution, indicateurs, TODAY, withSlips } from "./executed-workbook";
import { expectedOf, type ActionYear, type Money, type WholePayment } from "./money-model";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

const RULES = ["contribution-plafonnee-au-cout", "versement-du-contrat", "somme-a-reverser", "sous-consommation"];
const YEARS = [2024, 2025];
/** Columns of Total, État, Métropole and Versé in each year; rows of the actions, of the axes and of the TOTAL. */
const COLUMNS: Readonly<Record<number, string>> = { 2024: "BCDE", 2025: "FGHI" };
const rowOfAction = (action: number): number => 4 + action - 1 + Math.floor((action - 1) / 2);
const rowOfAxe = (axe: number): number => 3 * axe;
const TOTAL = 15;

const amounts = fc.constantFrom(0, 0.5, 0.7999, 0.8, 0.9, 1, 1, 1, 1.2);
const drawn = fc.record({
  level: fc.tuple(fc.constantFrom("action", "axe", "year"), fc.constantFrom("action", "axe", "year")),
  shares: fc.array(fc.tuple(amounts, amounts, amounts), { minLength: 16, maxLength: 16 }),
  asOf: fc.constantFrom("2025-06-30", TODAY, "2028-06-30"),
});

const cents = (share: number, amount: number): number => Math.round(share * amount);

type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

function moneyOf({ level, shares, asOf }: Drawn): Money {
  const cells = YEARS.flatMap((year, index) =>
    contratIntegre.actions.map(({ numero, axe }, rank): ActionYear => {
      const action = contratIntegre.actions[rank];
      if (!action) throw new Error("no action");
      const [etat, local] = [contractAmount(action, year, "etat"), contractAmount(action, year, "collectivite")];
      const [paid, doneEtat, doneLocal] = shares[8 * index + rank] ?? [1, 1, 1];
      return {
        ...{ action: Number(numero), axe, year, contracted: { etat, local } },
        executed: { etat: cents(doneEtat, etat), local: cents(doneLocal, local) },
        paid: level[index] === "action" ? cents(paid, etat) : null,
      };
    }),
  );
  const wholes = YEARS.flatMap((year, index): WholePayment[] => {
    const of = (axe: number | null): WholePayment => {
      const some = cells.filter((cell) => cell.year === year && (axe === null || cell.axe === axe));
      const contracted = some.reduce((total, cell) => total + cell.contracted.etat, 0);
      return { year, axe, amount: cents(shares[8 * index + (axe ?? 0)]?.[0] ?? 1, contracted) };
    };
    if (level[index] === "axe") return contratIntegre.axes.map(({ numero }) => of(numero));
    return level[index] === "year" ? [of(null)] : [];
  });
  return {
    cells,
    wholes,
    due: YEARS.filter((year) => asOf > `${year + 1}-01-31`),
    firm: [2024],
    ended: asOf > "2028-01-31",
  };
}

function cellsOf({ cells, wholes }: Money): Record<string, CellLiteral> {
  const slips: Record<string, CellLiteral> = {};
  const put = (year: number, column: number, row: number, centimes: number | null): void => {
    slips[`${COLUMNS[year]?.[column] ?? ""}${row}`] = centimes === null ? null : centimes / 100;
  };
  for (const year of YEARS) {
    const own = cells.filter((cell) => cell.year === year);
    for (const { action, executed, paid } of own) {
      const row = rowOfAction(action);
      put(year, 0, row, executed.etat + executed.local);
      put(year, 1, row, executed.etat);
      put(year, 2, row, executed.local);
      put(year, 3, row, paid);
    }
    const add = (of: (cell: ActionYear) => number): number => own.reduce((total, cell) => total + of(cell), 0);
    put(
      year,
      0,
      TOTAL,
      add(({ executed }) => executed.etat + executed.local),
    );
    put(
      year,
      1,
      TOTAL,
      add(({ executed }) => executed.etat),
    );
    put(
      year,
      2,
      TOTAL,
      add(({ executed }) => executed.local),
    );
    const paid = own.every((cell) => cell.paid !== null) ? add((cell) => cell.paid ?? 0) : null;
    put(year, 3, TOTAL, paid);
  }
  for (const { year, axe, amount } of wholes) put(year, 3, axe === null ? TOTAL : rowOfAxe(axe), amount);
  return slips;
}

function foundIn(money: Money, asOf: string): string[] {
  const raw = rawWorkbook({
    "Tableau budgétaire": tableauBudgetaire,
    Exécution: withSlips(execution, cellsOf(money)),
    Indicateurs: indicateurs,
  });
  return verify(raw, contratIntegre, asOf)
    .verification.findings.filter(({ rule, severity }) => RULES.includes(rule) && severity !== "info")
    .map(({ rule, severity, subject: { action, axe, year }, figures }) => {
      const place = action === undefined ? (axe === undefined ? "year" : `axe ${axe}`) : `action ${action}`;
      const gap = rule === "sous-consommation" ? 0 : (figures?.gap ?? 0);
      return `${rule} | ${severity} | ${place}${year === undefined ? "" : ` ${year}`} | ${gap}`;
    })
    .sort();
}

test("any payments and executed amounts: the rules say what the contract says", () => {
  check(
    runs(10, 300),
    fc.property(drawn, (one) => {
      const money = moneyOf(one);
      const missing2026 = one.asOf > "2028";
      // What 2026 and 2027 lack leaves the whole contract not checkable once it has ended.
      const expected = expectedOf(missing2026 ? { ...money, ended: false } : money);
      const found = foundIn(money, one.asOf);
      expect({
        level: one.level,
        missing: expected.filter((each) => !found.includes(each)),
        unexpected: found.filter((each) => !expected.includes(each)),
      }).toEqual({ level: one.level, missing: [], unexpected: [] });
    }),
  );
});

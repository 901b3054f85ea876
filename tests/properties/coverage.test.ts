// Never a false "OK": a row that reading cannot know, a year that is not there, two slips that cancel out.
import { describe, expect, test } from "vitest";
import fc, { check, runs } from "../seeded";
import { cleanContent, type AmountRow, type Content } from "./content";
import { contracts } from "./contracts";
import { dices } from "./plant";
import { verifyCase } from "./run";
import { EARLY, pick, type Dice } from "./slips/slip";
import { workbookLayouts, type WorkbookLayout } from "./workbook-layout";

const RUNS = runs(6, 18);

/** Each compares every action of the contract. */
const PER_ACTION = ["montant-contractualise", "cofinancement-minimum", "action-dans-son-axe"];

type Change = (rows: readonly AmountRow[], dice: Dice, content: Content) => readonly AmountRow[] | null;

function statuses(content: Content, layout: WorkbookLayout, change: Change, dice: Dice) {
  const { budget } = content;
  const rows = budget && change(budget.rows, dice, content);
  if (!budget || !rows) return null;
  const changed = { ...content, budget: { ...budget, rows } };
  const { verification } = verifyCase({ content: changed, layout, asOf: EARLY });
  if (!verification.read.some(({ kind }) => kind === "budget")) return null;
  return new Map(verification.rules.map(({ rule, status, coverage }) => [rule as string, { status, coverage }]));
}

function property(change: Change, holds: (rules: NonNullable<ReturnType<typeof statuses>>) => void): number {
  let tried = 0;
  check(
    RUNS,
    fc.property(contracts, workbookLayouts, dices, (convention, layout, dice) => {
      const content = { ...cleanContent(convention, EARLY), execution: null };
      const rules = statuses(content, layout, change, dice);
      if (!rules) return;
      tried += 1;
      holds(rules);
    }),
  );
  return tried;
}

/** Words that say nothing of the contract, without a number. */
const retitle: Change = (rows, dice) => {
  const spot = pick(rows, dice.row);
  if (
    !spot ||
    [...spot.montants.values()].every(({ etat, collectivite }) => !etat.centimes && !collectivite.centimes)
  ) {
    return null;
  }
  return rows.map((row) => (row === spot ? { ...row, numero: null, intitule: "Xylophone quotidien" } : row));
};

const dropRow: Change = (rows, dice) => {
  const spot = pick(rows, dice.row);
  const isEmpty = [...(spot?.montants.values() ?? [])].every(
    ({ etat, collectivite }) => !etat.centimes && !collectivite.centimes,
  );
  return isEmpty || rows.length < 3 ? null : rows.filter((row) => row !== spot);
};

/** Ten centimes go from one action to another in one year: every sum stays right. */
const moveMoney: Change = (rows, dice) => {
  const [from, to] = [pick(rows, dice.row), pick(rows, dice.other)];
  const years = [...(from?.montants.keys() ?? [])];
  const annee = pick(years, dice.year);
  if (!from || !to || from === to || annee === null) return null;
  const [before, after] = [from.montants.get(annee), to.montants.get(annee)];
  if (!before?.etat.centimes || before.etat.centimes < 10 || !after || after.etat.centimes === null) return null;
  const shifted = (row: AmountRow, by: number): AmountRow => {
    const own = row.montants.get(annee);
    if (!own) return row;
    const etat = { centimes: (own.etat.centimes ?? 0) + by };
    return { ...row, montants: new Map([...row.montants, [annee, { ...own, etat }]]) };
  };
  return rows.map((row) => (row === from ? shifted(row, -10) : row === to ? shifted(row, 10) : row));
};

describe("what was not compared", () => {
  test.each([
    ["a row that cannot be known", retitle],
    ["a row that is not there", dropRow],
  ])("%s leaves no rule about each action kept", (_, change) => {
    const tried = property(change, (rules) => {
      for (const rule of PER_ACTION) expect(rules.get(rule)?.status, rule).not.toBe("compliant");
      const { compared, of } = rules.get("montant-contractualise")?.coverage ?? { compared: 0, of: 0 };
      expect(compared).toBeLessThan(of);
    });
    expect(tried).toBeGreaterThan(RUNS / 2);
  });

  test("two slips that cancel out in every sum are both found", () => {
    const tried = property(moveMoney, (rules) => {
      expect(rules.get("montant-contractualise")?.status).toBe("discrepancy");
    });
    expect(tried).toBeGreaterThan(RUNS / 3);
  });
});

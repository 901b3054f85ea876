// A row that only repeats an action is a duplicate, whatever word tells it apart; rows that share the action's amounts are its parts.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { rawWorkbook } from "./raw-workbook-builder";

const AS_OF = "2024-06-30";
const ACTION = 2;
const [WORDS = ""] = contratIntegre.actions.filter(({ numero }) => numero === ACTION).map(({ intitule }) => intitule);
const ROW = tableauBudgetaire.findIndex((row) => String(row[0]).startsWith(`${ACTION} `));
const [, ...AMOUNTS] = tableauBudgetaire[ROW] ?? [];

interface Rows {
  /** What becomes of the amounts of the first row, and of those that follow it. */
  readonly first: (amount: number) => number;
  readonly of: (amount: number) => number;
  readonly third: string;
}

const same = (amount: number): number => amount;

/** The annex, and under its action other rows with the same amounts. */
function check(second: string, { first = same, of = same, third }: Partial<Rows> = {}) {
  const row = (label: string, change: (amount: number) => number) => [
    label,
    ...AMOUNTS.map((amount) => change(Number(amount))),
  ];
  const cells = [
    ...tableauBudgetaire.slice(0, ROW),
    row(String(tableauBudgetaire[ROW]?.[0]), first),
    row(second, of),
    ...(third === undefined ? [] : [row(third, of)]),
    ...tableauBudgetaire.slice(ROW + 1),
  ];
  const { verification, dossier } = verify(
    rawWorkbook({ Budget: cells, Indicateurs: tableauIndicateurs }),
    contratIntegre,
    AS_OF,
  );
  const asked = verification.findings.filter(({ severity, causedBy }) => severity !== "info" && causedBy === null);
  return { asked: asked.map(({ id }) => id), lignes: dossier.budget?.lignesAction ?? [] };
}

const DUPLICATE = ["actions-du-contrat/2/ligne-2"];

describe("the same amounts on a second row", () => {
  it.each([
    `2 ${WORDS}`,
    `2 ${WORDS} (bis)`,
    `2 ${WORDS} - bis`,
    `2 ${WORDS} bis`,
    `2 ${WORDS} BIS`,
    `2 ${WORDS} [bis]`,
    `2 bis ${WORDS}`,
    `2bis - ${WORDS}`,
    `2-bis ${WORDS}`,
    `2 (bis) ${WORDS}`,
    `2a ${WORDS}`,
    `Action 2 (bis) : ${WORDS}`,
    `Action n° 2 ter – ${WORDS}`,
    "Action 2 bis",
    "Action 2",
    "2",
    `2 (suite) ${WORDS}`,
    `2 ${WORDS} (suite)`,
    `2 ${WORDS} suite`,
    `2 ${WORDS} (copie)`,
    `2 ${WORDS} – copie`,
    `Copie de 2 ${WORDS}`,
    `DOUBLON - 2 ${WORDS}`,
    `2 ${WORDS} (2)`,
    `2 ${WORDS} 2`,
    `2 ${WORDS} (ancienne version)`,
    `2 ${WORDS} (à supprimer)`,
    "idem",
  ])("is one sentence about the duplicate: %s", (second) => {
    expect(check(second).asked).toEqual(DUPLICATE);
  });

  it("is one too where three rows are the same", () => {
    const { asked } = check(`2 ${WORDS} (bis)`, { third: `2 ${WORDS} (ter)` });
    expect(asked).toEqual(DUPLICATE);
  });

  it("is one on the row that comes after all of the action's amounts, though its own are others", () => {
    const { asked } = check(`2 ${WORDS} (suite)`, { of: (amount) => (amount === 0 ? 0 : amount + 1) });
    expect(asked).toEqual(DUPLICATE);
  });
});

describe("rows that are parts of the action", () => {
  it.each(["(bis)", "(suite)", "(2)", "– CCAS", "(Mission locale)"])("with its amounts shared in two: %s", (word) => {
    const half = (amount: number): number => amount / 2;
    const { asked, lignes } = check(`2 ${WORDS} ${word}`, { of: half, first: half });
    expect(asked).toEqual([]);
    expect(lignes.filter(({ action }) => action?.numero === ACTION)).toHaveLength(2);
  });

  it("are told as amounts where operators of other names have more than the contract between them", () => {
    const { asked } = check(`2 ${WORDS} (CCAS)`, { of: (amount) => amount / 2 });
    expect(asked.some((id) => id.startsWith("actions-du-contrat"))).toBe(false);
    expect(asked.length).toBeGreaterThan(0);
  });
});

it("what another action's number and words say is asked, whatever its amounts", () => {
  const { lignes } = check(`4 ${WORDS}`);
  expect(lignes.find(({ designe }) => designe)?.action).toBeNull();
});

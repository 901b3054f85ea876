import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { contratDuDepartement } from "../contracts/departement-invente";
import { settle, type AmountLayout } from "./amount-layout";
import { expectSlip } from "./expect-slip";
import { namedLayouts, type NamedLayout } from "./named-layouts";
import { plantSlip, type PlantedCase } from "./plant";
import { slips } from "./slips/index";
import type { Dice, Slip } from "./slips/slip";
import type { WorkbookLayout } from "./workbook-layout";

/** The département's contract, with a national indicator; Dijon's where it alone gives what is needed. */
const convention: Convention = {
  ...contratDuDepartement,
  indicateursNationaux: ["Nombre total de personnes accompagnées"],
};

const DICES: readonly Dice[] = [
  { row: 6, other: 1, year: 0, colonne: 0, amount: 4000 },
  { row: 2, other: 4, year: 1, colonne: 1, amount: 77 },
  { row: 11, other: 3, year: 3, colonne: 2, amount: 250 },
];

/** What the slip needs may be another layout than the one in question. */
function isKept({ layout }: NamedLayout, needed: WorkbookLayout): boolean {
  const shape = ({ budget, execution, indicators }: WorkbookLayout): string =>
    JSON.stringify([[budget, execution].map(settle).map(shapeOf), indicators.form]);
  return shape(layout) === shape(needed);
}

const shapeOf = ({ form, heads, axes, unit, numbers, wording }: AmountLayout) => [
  form,
  form === "columns" ? heads : null,
  axes,
  unit,
  numbers,
  wording,
];

/** The first of the dice that the contract and the layout leave room for. */
function plantIn(named: NamedLayout, slip: Slip): PlantedCase | null {
  if (slip.rules.some((rule) => named.without.includes(rule))) return null;
  for (const dice of DICES) {
    for (const contract of [convention, contratIntegre]) {
      const made = plantSlip(slip, contract, named.layout, dice);
      if (made && isKept(named, made.layout)) return made;
    }
  }
  return null;
}

describe.each(namedLayouts)("$name", (named) => {
  const cases = slips.flatMap((slip) => {
    const made = plantIn(named, slip);
    return made ? [{ slip, made }] : [];
  });

  test("leaves room for a slip of each rule that has one", () => {
    const seen = new Set(cases.flatMap(({ slip }) => slip.rules));
    const unseen = new Set(slips.flatMap(({ rules }) => rules).filter((id) => !seen.has(id)));
    // Years in columns over their parties have a place for a total over them.
    const { form, heads } = named.layout.budget;
    const hasPlace = form === "columns" && heads !== "parties over years";
    expect([...unseen].sort()).toEqual([...named.without, ...(hasPlace ? [] : ["total-de-la-periode"])].sort());
  });

  test.each(cases)("$slip.name is found at its cell", ({ slip, made: { planted, layout } }) => {
    expectSlip(slip, { ...planted, also: [...planted.also, ...(named.also ?? [])] }, layout, named.disturb);
  });
});

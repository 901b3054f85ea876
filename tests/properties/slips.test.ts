import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/core/rules/index";
import { contracts } from "./contracts";
import { expectSlip } from "./expect-slip";
import { dices, plantSlip } from "./plant";
import { check } from "./run";
import { slips } from "./slips/index";
import { workbookLayouts } from "./workbook-layout";

const RUNS = 16;

test("each rule has a slip", () => {
  const slipped = new Set(slips.flatMap((slip) => slip.rules));
  expect(rules.map(({ meta }) => meta.id).filter((id) => !slipped.has(id))).toEqual([]);
});

describe.each(slips)("$name", (slip) => {
  test(`is found at its cell, in any layout: ${slip.rules.join(", ")}`, () => {
    let planted = 0;
    check(
      RUNS,
      fc.property(contracts, workbookLayouts, dices, (convention, layout, dice) => {
        const made = plantSlip(slip, convention, layout, dice);
        if (!made) return;
        planted += 1;
        expectSlip(slip, made.planted, made.layout);
      }),
    );
    expect(planted).toBeGreaterThanOrEqual(RUNS / 5);
  });
});

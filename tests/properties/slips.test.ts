import { describe, test } from "vitest";
import fc, { check, runs } from "../seeded";
import { contracts } from "./contracts";
import { expectSlip } from "./expect-slip";
import { dices, plantSlip } from "./plant";
import { slips } from "./slips/index";
import { workbookLayouts } from "./workbook-layout";

/** Of each slip: what cannot be planted in a workbook is planted in the next. */
const RUNS = runs(2, 20);

describe.each(slips)("$name", (slip) => {
  test(`is found at its cell, in any layout: ${slip.rules.join(", ")}`, () => {
    check(
      RUNS,
      fc.property(contracts, workbookLayouts, dices, (convention, layout, dice) => {
        const made = plantSlip(slip, convention, layout, dice);
        fc.pre(made !== null);
        expectSlip(slip, made.planted, made.layout);
      }),
    );
  });
});

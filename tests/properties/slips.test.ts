import fc from "fast-check";
import { describe, test } from "vitest";
import { cleanContent, type Content } from "./content";
import { contracts } from "./contracts";
import { expectSlip } from "./expect-slip";
import { check } from "./run";
import { slips } from "./slips/index";
import { EARLY, type Dice, type Slip } from "./slips/slip";
import { workbookLayouts } from "./workbook-layout";

const nat = fc.nat({ max: 5000 });
const dices: fc.Arbitrary<Dice> = fc.record({ row: nat, other: nat, year: nat, colonne: nat, amount: nat });

function contentFor(slip: Slip, content: Content): Content {
  return slip.asOf === EARLY ? { ...content, execution: null } : content;
}

describe.each(slips)("$name", (slip) => {
  test(`is found at its cell, in any layout: ${slip.rules.join(", ")}`, () => {
    let planted = 0;
    check(
      24,
      fc.property(contracts, workbookLayouts, dices, (convention, drawn, dice) => {
        const layout = slip.needs ? slip.needs(drawn) : drawn;
        const content = contentFor(slip, cleanContent(convention, slip.asOf));
        const made = slip.plant(content, dice, layout);
        if (!made) return;
        planted += 1;
        expectSlip(slip, made, layout);
      }),
    );
    if (planted < 4) throw new Error(`planted ${planted} times only`);
  });
});

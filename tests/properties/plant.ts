// A contract with one slip in it, ready to be laid out.
import fc from "fast-check";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { cleanContent } from "./content";
import { EARLY, type Dice, type Planted, type Slip } from "./slips/slip";
import type { WorkbookLayout } from "./workbook-layout";

const nat = fc.nat({ max: 5000 });

export const dices: fc.Arbitrary<Dice> = fc.record({ row: nat, other: nat, year: nat, colonne: nat, amount: nat });

export interface PlantedCase {
  readonly planted: Planted;
  readonly layout: WorkbookLayout;
}

/** Null where the contract leaves no room for the slip. */
export function plantSlip(slip: Slip, drawn: Convention, layout: WorkbookLayout, dice: Dice): PlantedCase | null {
  const convention = slip.contract === "signed" ? contratIntegre : drawn;
  const clean = cleanContent(convention, slip.asOf);
  const content = slip.asOf === EARLY ? { ...clean, execution: null } : clean;
  const needed = slip.needs ? slip.needs(layout) : layout;
  const planted = slip.plant(content, dice, needed);
  return planted && { planted, layout: needed };
}

// Where a discrepancy stands, in the words of the contract: « Action 1 · 2025 · part Métropole ».
import type { Subject } from "../../../core/verification";

const SEPARATOR = " · ";

/** `localParty` is the noun of the contract's local party: "Métropole". "" for what is about the whole workbook. */
export function placeOf({ axe, action, indicator, year, party }: Subject, localParty: string): string {
  const parts = [
    // The axe of an action follows from the action.
    action !== undefined ? `Action ${action}` : axe !== undefined ? `Axe ${axe}` : null,
    indicator === undefined ? null : `indicateur ${indicator}`,
    year === undefined ? null : String(year),
    party === undefined ? null : party === "total" ? "Total" : `part ${party === "etat" ? "État" : localParty}`,
  ];
  const said = parts.filter((part) => part !== null).join(SEPARATOR);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

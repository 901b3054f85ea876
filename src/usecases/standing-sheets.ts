// Sheets as they stand, so that whoever agrees to have them replaced can be held to those that he was shown.
import { hash } from "../core/reports/proces-verbal/empreinte";
import type { RawSheet } from "../core/workbook-port";
import { contentsOf } from "../core/sheets/parts/changed-since";

/** Sums up the names of the sheets and what is typed in them; what formulas come to changes nothing of it. */
export function standingOf(sheets: readonly Pick<RawSheet, "name" | "blocks">[]): string {
  const typed = sheets.map(({ name, blocks }) => [
    name,
    [...contentsOf(blocks)].map(([row, cells]) => [row, [...cells].sort(([one], [other]) => one - other)]),
  ]);
  return hash(JSON.stringify(typed));
}

// Where a discrepancy stands, in the words of the contract: « Action 1 · 2025 · part Métropole ».
import type { Finding, Subject } from "../../../core/verification";

const SEPARATOR = " · ";

/**
 * `localParty` is the noun of the contract's local party: "Métropole". "" for what is about the whole workbook.
 * `row`, from 1, where other rows of the same table have the same name.
 */
export function placeOf({ axe, action, indicator, year, party }: Subject, localParty: string, row?: number): string {
  const parts = [
    // The axe of an action follows from the action.
    action !== undefined ? `Action ${action}` : axe !== undefined ? `Axe ${axe}` : null,
    indicator === undefined ? null : `indicateur ${indicator}`,
    year === undefined ? null : String(year),
    party === undefined ? null : party === "total" ? "Total" : `part ${party === "etat" ? "État" : localParty}`,
    row === undefined ? null : `ligne ${row}`,
  ];
  const said = parts.filter((part) => part !== null).join(SEPARATOR);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Ids of those that the same words would tell of several rows, as where an action has a row for each operator. */
export function sameWords(findings: readonly Finding[]): ReadonlySet<string> {
  const rows = new Map<string, Set<number>>();
  const keyOf = ({ rule, subject, cells: [first] }: Finding): string =>
    JSON.stringify([rule, first?.sheet, placeOf(subject, "")]);
  for (const finding of findings) {
    const [first] = finding.cells;
    if (!first) continue;
    const key = keyOf(finding);
    rows.set(key, (rows.get(key) ?? new Set()).add(first.row));
  }
  return new Set(findings.filter((finding) => (rows.get(keyOf(finding))?.size ?? 0) > 1).map(({ id }) => id));
}

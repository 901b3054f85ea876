// Where a discrepancy stands, in the words of the contract: « Action 1 · 2025 · part Métropole ».
import { capitalised } from "../../../core/domain/words/typographie";
import { NBSP } from "../../../core/domain/words/format";
import type { Finding, Subject } from "../../../core/verification";

const SEPARATOR = " · ";
/** Between the parts of a place in the sentences of the rules. */
const IN_SENTENCES = " – ";

/** The parts of a place, the widest first. `localParty` is the noun of the contract's local party: "Métropole". */
function partsOf({ axe, action, indicator, year, party }: Subject, localParty: string): readonly string[] {
  const parts = [
    // The axe of an action follows from the action.
    action !== undefined ? `Action ${action}` : axe !== undefined ? `Axe ${axe}` : null,
    indicator === undefined ? null : `indicateur ${indicator}`,
    year === undefined ? null : String(year),
    party === undefined ? null : party === "total" ? "Total" : `part ${party === "etat" ? "État" : localParty}`,
  ];
  return parts.filter((part) => part !== null);
}

export interface Place {
  /** What the heading of its group says already; "" for nothing. */
  readonly said: string;
  /** "" for what is about the whole workbook. */
  readonly rest: string;
}

/** `heading` is that of its group; `row`, from 1, where other rows of the same table have the same name. */
export function placeOf(subject: Subject, localParty: string, heading: string | null, row?: number): Place {
  const parts = [...partsOf(subject, localParty), ...(row === undefined ? [] : [`ligne ${row}`])];
  const [first] = parts;
  const isSaid = first !== undefined && first === heading;
  return { said: isSaid ? first : "", rest: capitalised(parts.slice(isSaid ? 1 : 0).join(SEPARATOR)) };
}

/** A finding's sentence without the place that stands above it in the same words. */
export function sentenceOf({ message, subject }: Pick<Finding, "message" | "subject">, localParty: string): string {
  const place = `${capitalised(partsOf(subject, localParty).join(IN_SENTENCES))}${NBSP}: `;
  return message.startsWith(place) ? capitalised(message.slice(place.length)) : message;
}

/** Ids of those that the same words would tell of several rows, as where an action has a row for each operator. */
export function sameWords(findings: readonly Finding[]): ReadonlySet<string> {
  const rows = new Map<string, Set<number>>();
  const keyOf = ({ rule, subject, cells: [first] }: Finding): string =>
    JSON.stringify([rule, first?.sheet, partsOf(subject, "")]);
  for (const finding of findings) {
    const [first] = finding.cells;
    if (!first) continue;
    const key = keyOf(finding);
    rows.set(key, (rows.get(key) ?? new Set()).add(first.row));
  }
  return new Set(findings.filter((finding) => (rows.get(keyOf(finding))?.size ?? 0) > 1).map(({ id }) => id));
}

// Where a discrepancy stands, in the words of the contract: « Action 1 · 2025 · part Métropole ».
import { groupBy } from "../../../core/domain/group-by";
import type { CellRef } from "xlsx-model/cell-ref";
import { capitalised } from "../../../core/domain/words/typographie";
import { NBSP } from "../../../core/domain/words/format";
import type { NumeroAction } from "../../../core/domain/values/numero-action";
import type { Finding, Subject } from "../../../core/verification";

const SEPARATOR = " · ";
/** Between the parts of a place in the sentences of the rules. */
const IN_SENTENCES = " – ";

/** The widest first. */
function placesOf({ axe, action, indicator, year }: Subject): readonly string[] {
  const parts = [
    // The axe of an action follows from the action.
    action !== undefined ? `Action ${action}` : axe !== undefined ? `Axe ${axe}` : null,
    indicator === undefined ? null : `indicateur ${indicator}`,
    year === undefined ? null : String(year),
  ];
  return parts.filter((part) => part !== null);
}

/** `localParty` is the noun of the contract's local party: "Métropole". */
function partOf({ party }: Subject, localParty: string): readonly string[] {
  if (party === undefined) return [];
  return [party === "total" ? "Total" : `part ${party === "etat" ? "État" : localParty}`];
}

const partsOf = (subject: Subject, localParty: string): readonly string[] => [
  ...placesOf(subject),
  ...partOf(subject, localParty),
];

/** "" for what is about the whole workbook. */
export const placeOf = (subject: Subject, localParty: string): string =>
  capitalised(partsOf(subject, localParty).join(SEPARATOR));

const rowOf = (cell: CellRef | undefined): readonly string[] => (cell ? [`ligne ${cell.row + 1}`] : []);

export interface Line {
  /** What the heading of its group says already; "" for nothing. */
  readonly heard: string;
  readonly shown: string;
  /** What the line has no room for, and its problem says mostly; "" for nothing. */
  readonly after: string;
}

/**
 * A discrepancy in one line: where, then what. `said` is the action that the heading of its group names; `isAlike` where
 * another line has the same words for another part or another row.
 */
export function lineOf(
  { subject, problem, cells: [first] }: Pick<Finding, "subject" | "problem" | "cells">,
  localParty: string,
  said: NumeroAction | null,
  isAlike: boolean,
): Line {
  const parts = isAlike ? [...partsOf(subject, localParty), ...rowOf(first)] : placesOf(subject);
  const isSaid = said !== null && subject.action === said;
  return {
    heard: isSaid ? (parts[0] ?? "") : "",
    shown: capitalised([...parts.slice(isSaid ? 1 : 0), problem].join(SEPARATOR)),
    after: isAlike ? "" : partOf(subject, localParty).join(""),
  };
}

/** A finding's sentence without the place that stands above it in the same words. */
export function sentenceOf({ message, subject }: Pick<Finding, "message" | "subject">, localParty: string): string {
  const place = `${capitalised(partsOf(subject, localParty).join(IN_SENTENCES))}${NBSP}: `;
  return message.startsWith(place) ? capitalised(message.slice(place.length)) : message;
}

/** Ids of those that one line would tell of in the same words: of several parts, or of the rows of several operators. */
export function sameWords(findings: readonly Finding[]): ReadonlySet<string> {
  const lines = groupBy(findings, ({ rule, subject }) => JSON.stringify([rule, placesOf(subject)]));
  return new Set([...lines.values()].flatMap((group) => (group.length > 1 ? group.map(({ id }) => id) : [])));
}

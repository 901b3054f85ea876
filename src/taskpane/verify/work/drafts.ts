// Words begun in a card and not yet written in the workbook: kept on this machine, so that nothing that is looked at meanwhile loses them.
import { keep, recall } from "../../kept";
import { tabStores } from "../../tab-store";
import type { Said } from "./work-store";

/** By workbook, discrepancy and what is about to be said. */
type Drafts = Readonly<Record<string, string>>;

/** The oldest go first. */
const MOST = 50;

export function draftsFrom(kept: string): Drafts {
  try {
    const found = Object.entries(Object(JSON.parse(kept)) as object);
    return Object.fromEntries(found.filter((each): each is [string, string] => typeof each[1] === "string"));
  } catch {
    return {};
  }
}

export const draftsOf = tabStores<Drafts>(draftsFrom(recall("drafts")), (_, now) =>
  keep("drafts", JSON.stringify(now)),
);

export const draftKey = (workbook: string, finding: string, says: Said): string => `${workbook}|${finding}|${says}`;

/** Null for what is no draft any more. */
export function withDraft(drafts: Drafts, key: string, text: string | null): Drafts {
  const others = Object.entries(drafts).filter(([each]) => each !== key);
  return Object.fromEntries(text === null ? others : [...others, [key, text] as const].slice(-MOST));
}

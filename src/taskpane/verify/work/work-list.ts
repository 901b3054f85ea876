// The list to finish: one entry per cause, with what follows from it, grouped and filtered as the agent likes.
import { groupByCause } from "../../../core/why/consequences";
import type { Vue } from "../../../core/domain/a-qui";
import { etatDuMotif } from "../../../core/domain/justification";
import { foldText } from "../../../core/domain/words/fold-text";
import type { Finding, Severity } from "../../../core/verification";
import { compareNumeros } from "../../../core/domain/values/numero-action";
import { groupBy } from "../../../core/domain/group-by";

/** Where a discrepancy stands: to be settled, explained and waiting for the other party, or accepted by it. */
export type WorkState = "to-do" | "justified" | "accepted";

export interface WorkItem {
  readonly finding: Finding;
  readonly consequences: readonly Finding[];
  readonly state: WorkState;
  /**
   * The worst severity among the finding and what follows from it, so that an error that follows from a warning does
   * not sink.
   */
  readonly worst: Severity;
}

const STATES: readonly WorkState[] = ["to-do", "justified", "accepted"];

export const GROUPINGS = ["action", "sheet", "severity"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface WorkFilter {
  readonly grouping: Grouping;
  /** Never kept: each opens on what is to be done by him. */
  readonly view: Vue;
  readonly search: string;
}

export const NO_FILTER: WorkFilter = { grouping: "action", view: "a-traiter", search: "" };

/** As it was last, of what was kept; what is not understood of it hides nothing. */
export function firstFilter(kept: string): WorkFilter {
  const { grouping, search } = asFields(kept);
  return {
    grouping: GROUPINGS.find((each) => each === grouping) ?? NO_FILTER.grouping,
    view: NO_FILTER.view,
    search: typeof search === "string" ? search : "",
  };
}

function asFields(kept: string): Partial<Record<keyof WorkFilter, unknown>> {
  try {
    return Object(JSON.parse(kept)) as object;
  } catch {
    return {};
  }
}

export interface WorkGroup {
  readonly key: string;
  /** An action, a sheet or a severity; null for what is about none. */
  readonly of: string | number | null;
  readonly items: readonly WorkItem[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const STATE_OF = { "a-faire": "to-do", "en-attente": "justified", accepte: "accepted" } as const;

function stateOf({ justification }: Finding): WorkState {
  return STATE_OF[etatDuMotif(justification)];
}

const worstOf = (findings: readonly Finding[]): Severity =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? "info";

/** Discrepancies only: a remark (info) that causes none asks for nothing. */
export function workItems(findings: readonly Finding[]): readonly WorkItem[] {
  return groupByCause(findings).flatMap(({ cause, consequences }) => {
    const worst = worstOf([cause, ...consequences]);
    return worst === "info" ? [] : [{ finding: cause, consequences, state: stateOf(cause), worst }];
  });
}

/** Remarks that no discrepancy follows from. */
export function remarks(findings: readonly Finding[]): readonly Finding[] {
  return groupByCause(findings).flatMap(({ cause, consequences }) =>
    worstOf([cause, ...consequences]) === "info" ? [cause, ...consequences] : [],
  );
}

function wordsOf({ message, problem, cells, explanation, justification }: Finding): string {
  const sheets = new Set(cells.map(({ sheet }) => sheet));
  return foldText([message, problem, explanation, justification?.text, ...sheets].filter(Boolean).join(" "));
}

/** Every word typed must be somewhere in what is known of the discrepancy, whatever its case and accents. */
function matches(item: WorkItem, search: string): boolean {
  const wanted = foldText(search).split(" ").filter(Boolean);
  if (wanted.length === 0) return true;
  const words = [item.finding, ...item.consequences].map(wordsOf).join(" ");
  return wanted.every((word) => words.includes(word));
}

/** Of one view, those of a search. */
export function filterWork(items: readonly WorkItem[], { search }: WorkFilter): readonly WorkItem[] {
  return items.filter((item) => matches(item, search));
}

const KEY_OF: Readonly<Record<Grouping, (item: WorkItem) => string | number | null>> = {
  action: ({ finding: { subject } }) => subject.action ?? null,
  sheet: ({ finding: { cells } }) => cells[0]?.sheet ?? null,
  severity: ({ worst }) => worst,
};

const rankOf = (item: WorkItem): number =>
  STATES.indexOf(item.state) * SEVERITIES.length + SEVERITIES.indexOf(item.worst);

/** What is about the whole contract, then the actions in its order. */
const byNumber = (a: WorkGroup, b: WorkGroup): number => compareNumeros(a.of ?? -Infinity, b.of ?? -Infinity);

/** To do first, then the worst; groups of actions in the contract's order, the others by their worst item. */
export function groupWork(items: readonly WorkItem[], grouping: Grouping): readonly WorkGroup[] {
  const groups = groupBy(items, KEY_OF[grouping]);
  const sorted = [...groups].map(([of, group]): WorkGroup => ({
    key: String(of),
    of,
    items: [...group].sort((a, b) => rankOf(a) - rankOf(b)),
  }));
  const worst = ({ items: [first] }: WorkGroup): number => (first ? rankOf(first) : Infinity);
  return sorted.sort(grouping === "action" ? byNumber : (a, b) => worst(a) - worst(b));
}

/** The item after or before another in the order shown; past either end, none. */
export function neighbour(shown: readonly WorkItem[], current: string | null, step: 1 | -1): WorkItem | null {
  const at = current === null ? -1 : shown.findIndex(({ finding }) => finding.id === current);
  if (at < 0) return (step === 1 ? shown[0] : shown.at(-1)) ?? null;
  return shown[at + step] ?? null;
}

// The list to finish: one entry per cause, with what follows from it, grouped and filtered as the agent likes.
import { groupByCause } from "../../../core/why/consequences";
import type { Vue } from "../../../core/domain/a-qui";
import { etatDuMotif } from "../../../core/domain/justification";
import { foldText } from "../../../core/domain/words/fold-text";
import type { Finding, Severity } from "../../../core/verification";
import type { NumeroAction } from "../../../core/domain/values/numero-action";

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

export const GROUPINGS = ["problem", "action", "sheet", "axe"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface WorkFilter {
  readonly grouping: Grouping;
  /** Never kept: each opens on what is to be done by him. */
  readonly view: Vue;
  readonly severity: Exclude<Severity, "info"> | null;
  readonly action: NumeroAction | "none" | null;
  readonly axe: number | "none" | null;
  readonly search: string;
}

export const NO_FILTER: WorkFilter = {
  grouping: "problem",
  view: "a-traiter",
  severity: null,
  action: null,
  axe: null,
  search: "",
};

/** Whether it may hide something. */
export const isFiltering = (filter: WorkFilter): boolean =>
  countFilters(filter) > 0 || foldText(filter.search).trim() !== "";

/** How many filters are chosen in lists; the search has a field of its own, where it is seen. */
export const countFilters = ({ severity, axe, action }: WorkFilter): number =>
  [severity, axe, action].filter((chosen) => chosen !== null).length;

/** As it was last, of what was kept; what is not understood of it hides nothing. */
export function firstFilter(kept: string): WorkFilter {
  const { grouping, severity, action, axe, search } = asFields(kept);
  const isNumber = (given: unknown): given is number | "none" => given === "none" || Number.isInteger(given);
  return {
    grouping: GROUPINGS.find((each) => each === grouping) ?? NO_FILTER.grouping,
    view: NO_FILTER.view,
    severity: DISCREPANCIES.find((each) => each === severity) ?? null,
    action: isNumber(action) || typeof action === "string" ? action : null,
    axe: isNumber(axe) ? axe : null,
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
  /** A rule, an action, an axe or a sheet; null for what is about none. */
  readonly of: string | number | null;
  readonly items: readonly WorkItem[];
}

const DISCREPANCIES = ["error", "warning"] as const;
const SEVERITIES: readonly Severity[] = [...DISCREPANCIES, "info"];

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

/** Of one view. */
export function filterWork(items: readonly WorkItem[], filter: WorkFilter): readonly WorkItem[] {
  const { severity, action, axe, search } = filter;
  return items.filter(
    (item) =>
      (severity === null || item.worst === severity) &&
      (action === null || (item.finding.subject.action ?? "none") === action) &&
      (axe === null || (item.finding.subject.axe ?? "none") === axe) &&
      matches(item, search),
  );
}

const KEY_OF: Readonly<Record<Grouping, (finding: Finding) => string | number | null>> = {
  problem: ({ rule }) => rule,
  action: ({ subject }) => subject.action ?? null,
  axe: ({ subject }) => subject.axe ?? null,
  sheet: ({ cells: [first] }) => first?.sheet ?? null,
};

const rankOf = (item: WorkItem): number =>
  STATES.indexOf(item.state) * SEVERITIES.length + SEVERITIES.indexOf(item.worst);

const byNumber = (a: WorkGroup, b: WorkGroup): number =>
  (typeof a.of === "number" ? a.of : Infinity) - (typeof b.of === "number" ? b.of : Infinity);

/** To do first, then the worst; groups of actions and axes in the contract's order, the others by their worst item. */
export function groupWork(items: readonly WorkItem[], grouping: Grouping): readonly WorkGroup[] {
  const groups = new Map<string, { of: WorkGroup["of"]; items: WorkItem[] }>();
  for (const item of items) {
    const of = KEY_OF[grouping](item.finding);
    const key = String(of);
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { of, items: [item] });
  }
  const sorted = [...groups].map(([key, group]): WorkGroup => {
    return { key, of: group.of, items: [...group.items].sort((a, b) => rankOf(a) - rankOf(b)) };
  });
  const worst = ({ items: [first] }: WorkGroup): number => (first ? rankOf(first) : Infinity);
  return sorted.sort(grouping === "action" || grouping === "axe" ? byNumber : (a, b) => worst(a) - worst(b));
}

/** The item after or before another in the order shown; past either end, none. */
export function neighbour(shown: readonly WorkItem[], current: string | null, step: 1 | -1): WorkItem | null {
  const at = current === null ? -1 : shown.findIndex(({ finding }) => finding.id === current);
  if (at < 0) return (step === 1 ? shown[0] : shown.at(-1)) ?? null;
  return shown[at + step] ?? null;
}

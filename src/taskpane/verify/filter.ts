// Which findings are shown, and in which order: grouped by rule, the worst first, each with its consequences.
import { groupByCause, type CauseGroup } from "../../core/domain/explanations/consequences";
import type { Finding, RuleResult, Severity } from "../../core/verification";

/** A justified finding keeps its severity in the counts; its mark and its place say that it asks for nothing any more. */
export type FindingKind = Severity | "justified";

export interface Filter {
  readonly kind: FindingKind | null;
  /** Number of an action; "none" for findings about no action; null for all. */
  readonly action: number | "none" | null;
}

export const ALL: Filter = { kind: null, action: null };

/** Worst first. */
export const KINDS: readonly FindingKind[] = ["error", "warning", "info", "justified"];

export function kindOf(finding: Finding): FindingKind {
  return finding.justification ? "justified" : finding.severity;
}

export interface FindingGroup {
  readonly rule: string;
  readonly article: string;
  readonly title: string;
  readonly worst: FindingKind;
  /** Causes, each with what follows from it whatever its rule. */
  readonly causes: readonly CauseGroup<Finding>[];
}

function isOfKind(finding: Finding, kind: FindingKind): boolean {
  return kind === "justified" ? finding.justification !== null : finding.severity === kind;
}

export function filterFindings(findings: readonly Finding[], filter: Filter): readonly Finding[] {
  const { kind, action } = filter;
  if (kind === null && action === null) return findings;
  return findings.filter(
    (finding) =>
      (kind === null || isOfKind(finding, kind)) && (action === null || (finding.subject.action ?? "none") === action),
  );
}

/** Worst rule first; rules as bad as each other stay in the order of the contract's articles. */
export function groupByRule(findings: readonly Finding[], rules: readonly RuleResult[]): readonly FindingGroup[] {
  const byRule = new Map<string, CauseGroup<Finding>[]>(rules.map(({ rule }) => [rule, []]));
  for (const found of groupByCause(findings)) {
    const { rule } = found.cause;
    const group = byRule.get(rule);
    if (group) group.push(found);
    else byRule.set(rule, [found]);
  }
  const titles = new Map(rules.map(({ rule, title }) => [rule, title]));
  const groups: FindingGroup[] = [];
  for (const [rule, found] of byRule) {
    const sorted = [...found].sort((a, b) => rank(a) - rank(b));
    const [first] = sorted;
    const worst = KINDS[first ? rank(first) : -1];
    if (!first || !worst) continue;
    groups.push({
      rule,
      article: first.cause.article,
      title: titles.get(rule) ?? rule,
      worst,
      causes: sorted,
    });
  }
  return groups.sort((a, b) => KINDS.indexOf(a.worst) - KINDS.indexOf(b.worst));
}

/** An error that follows from a warning does not sink with it. */
function rank({ cause, consequences }: CauseGroup<Finding>): number {
  return [cause, ...consequences].reduce((worst, finding) => Math.min(worst, KINDS.indexOf(kindOf(finding))), Infinity);
}

/** The actions that findings are about, in order, with how many; "none" last. */
export function countByAction(findings: readonly Finding[]): readonly (readonly [number | "none", number])[] {
  const counts = new Map<number | "none", number>();
  for (const { subject } of findings) {
    const key = subject.action ?? "none";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const order = (key: number | "none") => (key === "none" ? Infinity : key);
  return [...counts].sort(([a], [b]) => order(a) - order(b));
}

/** How many findings of each severity, as in the summary; the justified ones among them apart. */
export function countByKind(findings: readonly Finding[]): Readonly<Record<FindingKind, number>> {
  const counts = { error: 0, warning: 0, info: 0, justified: 0 };
  for (const { severity, justification } of findings) {
    counts[severity] += 1;
    if (justification) counts.justified += 1;
  }
  return counts;
}

// Which findings are shown, and in which order: grouped by rule, the worst first.
import type { Finding, RuleResult, Severity } from "../core/verification";

/** A justified finding counts apart: it asks for nothing any more. */
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
  readonly findings: readonly Finding[];
}

export function filterFindings(findings: readonly Finding[], filter: Filter): readonly Finding[] {
  const { kind, action } = filter;
  if (kind === null && action === null) return findings;
  return findings.filter(
    (finding) =>
      (kind === null || kindOf(finding) === kind) && (action === null || (finding.subject.action ?? "none") === action),
  );
}

/** Worst rule first; rules as bad as each other stay in the order of the contract's articles. */
export function groupByRule(findings: readonly Finding[], rules: readonly RuleResult[]): readonly FindingGroup[] {
  const byRule = new Map<string, Finding[]>(rules.map(({ rule }) => [rule, []]));
  for (const finding of findings) {
    const group = byRule.get(finding.rule);
    if (group) group.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const titles = new Map(rules.map(({ rule, title }) => [rule, title]));
  const groups: FindingGroup[] = [];
  for (const [rule, found] of byRule) {
    const sorted = [...found].sort((a, b) => rank(a) - rank(b));
    const [first] = sorted;
    if (!first) continue;
    groups.push({
      rule,
      article: first.article,
      title: titles.get(rule) ?? rule,
      worst: kindOf(first),
      findings: sorted,
    });
  }
  return groups.sort((a, b) => KINDS.indexOf(a.worst) - KINDS.indexOf(b.worst));
}

function rank(finding: Finding): number {
  return KINDS.indexOf(kindOf(finding));
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

/** How many findings of each kind. */
export function countByKind(findings: readonly Finding[]): Readonly<Record<FindingKind, number>> {
  const counts = { error: 0, warning: 0, info: 0, justified: 0 };
  for (const finding of findings) counts[kindOf(finding)] += 1;
  return counts;
}

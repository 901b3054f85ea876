// The findings in the order in which an agent reads them, each cause with what follows from it.
import { groupByCause, type CauseGroup } from "../../why/consequences";
import { NBSP } from "../../domain/words/format";
import { remember } from "../../domain/remember";
import type { Finding, Verification } from "../../verification";
import { SEVERITY_RANK } from "../parts/sheet-style";

const NAMED = 8;

const worstOf = ({ cause, consequences }: CauseGroup<Finding>): number =>
  consequences.reduce(
    (rank, finding) => Math.min(rank, SEVERITY_RANK[finding.severity]),
    SEVERITY_RANK[cause.severity],
  );

/** Grouped by the cause's rule in the contract's order, the groups with the worst finding first. */
export const orderFindings = remember(({ findings, rules }: Verification): readonly CauseGroup<Finding>[] => {
  const position = new Map(rules.map(({ rule }, index) => [rule, index]));
  const worst = new Map<string, number>();
  const groups = groupByCause(findings).map((group) => {
    const { rule } = group.cause;
    const severity = worstOf(group);
    worst.set(rule, Math.min(worst.get(rule) ?? Infinity, severity));
    return { group, rule, severity, place: position.get(rule) ?? rules.length };
  });
  const rank = (rule: string): number => worst.get(rule) ?? 0;
  return groups
    .sort((a, b) => rank(a.rule) - rank(b.rule) || a.place - b.place || a.severity - b.severity)
    .map(({ group }) => group);
});

const COLON = `${NBSP}:`;

/** What a finding is about: its sentence up to the colon. */
export function nameFinding({ message }: Finding): string {
  const end = message.indexOf(COLON);
  return end < 0 ? message : message.slice(0, end);
}

/** "Entraîne aussi : TOTAL – 2024 – part État ; 2024 – part État."; null for a finding without consequences. */
export function describeConsequences(consequences: readonly Finding[]): string | null {
  if (consequences.length === 0) return null;
  const names = [...new Set(consequences.map(nameFinding))];
  const rest = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(`${NBSP}; `);
  return `Entraîne aussi${NBSP}: ${shown}${rest > 0 ? ` et ${rest} autre${rest > 1 ? "s" : ""}` : ""}.`;
}

// The findings in the order in which an agent reads them, each cause with what follows from it.
import { groupByCause, type CauseGroup } from "../../domain/explanations/consequences";
import { NBSP } from "../../domain/words/format";
import { remember } from "../../domain/remember";
import type { Finding, Verification } from "../../verification";
import { SEVERITY_RANK } from "../sheets/sheet-style";

const NAMED = 8;

/** Grouped by the cause's rule in the contract's order, the groups with the worst finding first. */
export const orderFindings = remember(({ findings, rules }: Verification): readonly CauseGroup<Finding>[] => {
  const groups = groupByCause(findings);
  const severity = ({ cause, consequences }: CauseGroup<Finding>): number =>
    consequences.reduce(
      (rank, finding) => Math.min(rank, SEVERITY_RANK[finding.severity]),
      SEVERITY_RANK[cause.severity],
    );
  const position = new Map(rules.map(({ rule }, index) => [rule, index]));
  const worst = new Map<string, number>();
  for (const group of groups) {
    const { rule } = group.cause;
    worst.set(rule, Math.min(worst.get(rule) ?? Infinity, severity(group)));
  }
  const rank = ({ cause }: CauseGroup<Finding>): number => worst.get(cause.rule) ?? 0;
  const place = ({ cause }: CauseGroup<Finding>): number => position.get(cause.rule) ?? rules.length;
  return [...groups].sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || severity(a) - severity(b));
});

/** What a finding is about: its sentence up to the colon. */
export function nameFinding({ message }: Finding): string {
  const end = message.indexOf(`${NBSP}:`);
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

// The rules of the catalogue that this version does not know yet: listed as such, never as passed.
import type { RuleResult } from "../verification";

const REASON = "Règle pas encore disponible dans cette version.";

function announced(rule: string, article: string, title: string): RuleResult {
  return { rule, article, title, status: "not-checkable", reason: REASON };
}

/** In the order of the catalogue. */
export const notYetAvailable: readonly RuleResult[] = [];

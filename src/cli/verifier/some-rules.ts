// The option --regle: some rules of a verification, which stays one of all of them.
import { accord } from "../../core/domain/words/accord";
import type { RuleId } from "../../core/rules/rule-id";
import type { Verification } from "../../core/verification";

/** All where none is named. A finding that follows from one of another rule stands by itself. */
export function ofRules(verification: Verification, regles: readonly RuleId[]): Verification {
  if (regles.length === 0) return verification;
  const isShown = ({ rule }: { readonly rule: RuleId }): boolean => regles.includes(rule);
  const findings = verification.findings.filter(isShown);
  const ids = new Set(findings.map(({ id }) => id));
  return {
    ...verification,
    rules: verification.rules.filter(isShown),
    findings: findings.map((finding) =>
      finding.causedBy !== null && !ids.has(finding.causedBy) ? { ...finding, causedBy: null } : finding,
    ),
  };
}

/** So that nobody takes what is shown for all there is. */
export function tellHidden({ findings, rules }: Verification, shown: Verification): string {
  const hidden = findings.length - shown.findings.length;
  const left = accord(
    rules.length - shown.rules.length,
    "autre règle n’est pas montrée",
    "autres règles ne sont pas montrées",
  );
  return `${left} (--regle) : ${accord(hidden, "écart")}. Le verdict est celui de toutes.`;
}

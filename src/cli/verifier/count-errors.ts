// The errors that the exit status speaks of: those left to do, or all of them.
import { etatDuMotif } from "../../core/domain/justification";
import type { Verification } from "../../core/verification";

/**
 * How many errors are left to do. One that the other party has accepted is done, and so is what only follows from it.
 */
export function countErrors(
  { findings, summary }: Pick<Verification, "findings" | "summary">,
  isStrict: boolean,
): number {
  if (isStrict) return summary.error;
  const accepted = new Set(
    findings.filter(({ justification }) => etatDuMotif(justification) === "accepte").map(({ id }) => id),
  );
  return findings.filter(
    ({ id, severity, causedBy }) =>
      severity === "error" && !accepted.has(id) && (causedBy === null || !accepted.has(causedBy)),
  ).length;
}

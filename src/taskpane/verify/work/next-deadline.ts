// The one deadline worth a line above the list: the one that is latest, else the next to come.
import type { ContractDeadline } from "../../../core/verification";

/** A workbook that keeps no deadlines cannot tell whether a past one was met: only those to come count there. */
export function nextDeadline(deadlines: readonly ContractDeadline[]): ContractDeadline | null {
  const due = deadlines.filter(
    ({ nature, done, daysLeft, cell }) => nature === "obligation" && !done && (daysLeft >= 0 || cell !== null),
  );
  return due.reduce<ContractDeadline | null>(
    (first, each) => (first === null || each.daysLeft < first.daysLeft ? each : first),
    null,
  );
}

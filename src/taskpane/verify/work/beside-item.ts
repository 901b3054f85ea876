// What a line of the list is held against: the others of its cell, those to go to once it is settled, all that can be corrected safely.
import { isSameCell, type CellRef } from "xlsx-model/cell-ref";
import type { CorrectionPlan } from "../../../core/why/correction";
import type { Finding, Verification } from "../../../core/verification";
import { workTexts } from "./texts";
import { remarks, type WorkItem } from "./work-list";

/** What a plan settles beside its own discrepancies, or leaves of them. */
export function describeRest({ chosen, findings }: CorrectionPlan, items: readonly WorkItem[]): readonly string[] {
  const asked = items.filter(({ finding: { id } }) => findings.includes(id));
  const consequences = asked.flatMap((item) => item.consequences);
  const only = chosen && consequences.find(({ id }) => id === chosen.settles);
  if (only) return [workTexts.settlesOnly(only.problem)];
  return consequences.length > 0 ? [workTexts.alsoSettles(consequences.length)] : [];
}

/** Where to go once an item is settled: those that follow it in the order shown, then those before it. */
export function after(shown: readonly WorkItem[], item: WorkItem): readonly string[] {
  const at = shown.indexOf(item);
  return [...shown.slice(at + 1), ...shown.slice(0, at)].map(({ finding: { id } }) => id);
}

/** Ids of what can be corrected safely: discrepancies still to be settled, and remarks of form. */
export function safeOf(toDo: readonly WorkItem[], findings: Verification["findings"]): readonly string[] {
  const asked = new Set([...toDo.map(({ finding: { id } }) => id), ...remarks(findings).map(({ id }) => id)]);
  return findings.flatMap(({ id, fix, justification }) => (fix && asked.has(id) && !justification ? [id] : []));
}

/** What else is said of its cell; not what its own correction settles. */
export function othersAt(findings: readonly Finding[], { finding, consequences }: WorkItem): readonly Finding[] {
  const [first] = finding.cells;
  if (!first) return [];
  const own = new Set([finding, ...consequences]);
  return findings.filter((each) => !own.has(each) && each.cells.some((cell) => isSameCell(cell, first)));
}

export function cellOf({ finding: { cells } }: WorkItem, selectedCell: CellRef | null): CellRef | null {
  return selectedCell !== null && cells.some((cell) => isSameCell(cell, selectedCell)) ? selectedCell : null;
}

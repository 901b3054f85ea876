// Writes sheets of ours over those that stand, after what somebody typed there has been put where it stays.
import { keepNotes } from "../core/sheets/kept-notes/keep-notes";
import type { ApplyReport, RawWorkbook, WorkbookPort, WritePlan } from "../core/workbook-port";

export interface KeepingReport extends ApplyReport {
  /** French sentences: what could not stay in its place, and where it now is. */
  readonly kept: readonly string[];
}

/** `raw` is what the plan was made from. Throws WorkbookError as `apply` does. */
export async function applyKeeping(workbook: WorkbookPort, plan: WritePlan, raw: RawWorkbook): Promise<KeepingReport> {
  const { plan: keeping, hasNotes, kept, refused } = keepNotes(plan, raw);
  const { refusals, sheetNames } = await workbook.apply(keeping, raw);
  return { refusals: [...refused, ...refusals], sheetNames: hasNotes ? sheetNames.slice(1) : sheetNames, kept };
}

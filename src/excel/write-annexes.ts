// Adds annexes as new sheets at the end of the workbook; each says that it is being written until it is whole.
import { quoteSheet } from "xlsx-model/cell-ref";
import type { AnnexePlan } from "../core/workbook-port";
import { RESULT_SHEET_MARKS, unfinishedMark } from "../core/sheets/parts/marks";
import type { SheetTarget } from "../core/sheets/parts/sheet-targets";
import { IN_PROGRESS } from "../core/sheets/parts/unfinished";
import { pointName } from "./names";
import { addOwnSheet } from "./own-sheets";
import type { RequestBudget } from "./request-budget";
import { writeEntries } from "./write-entries";
import { beginSheet, endSheet, fillSheet, type SheetWrite } from "./write-sheet";

const BYTES_PER_SHEET = 3000;

/** `marks` are the hidden names of ours that exist; `seal` writes what must stand before an annexe is whole. */
export async function writeAnnexes(
  budget: RequestBudget,
  targets: readonly SheetTarget<AnnexePlan>[],
  marks: ReadonlySet<string>,
  seal: () => Promise<void>,
): Promise<void> {
  if (targets.length === 0) return seal();
  const writes = await beginAnnexes(budget, targets, marks);
  for (const [index, write] of writes.entries()) {
    const annexe = targets[index]?.plan;
    await fillSheet(budget, write);
    if (annexe) await writeEntries(budget, write.key, write.name, annexe);
  }
  await seal();
  for (const [index, write] of writes.entries()) {
    const mark = targets[index]?.plan.mark;
    if (mark) await pointName(budget, RESULT_SHEET_MARKS[mark], `${quoteSheet(write.name)}!$A$1`, marks);
    await endSheet(budget, write);
  }
}

/** By requests of their own: from here on the sheets are known by what no agent can take from them. */
async function beginAnnexes(
  budget: RequestBudget,
  targets: readonly SheetTarget<AnnexePlan>[],
  marks: ReadonlySet<string>,
): Promise<readonly SheetWrite[]> {
  await budget.send();
  const begun: { readonly write: SheetWrite; readonly added: Excel.Worksheet | null }[] = [];
  for (const [index, { plan, name, sheet }] of targets.entries()) {
    await budget.reserve(BYTES_PER_SHEET);
    const added = sheet ? null : addOwnSheet(budget.context, name);
    added?.load({ id: true });
    const write: SheetWrite = {
      key: sheet?.id ?? name,
      name,
      plan,
      ...(sheet && { earlier: { rows: 0 } }),
      unfinishedMark: unfinishedMark("annexe", index + 1),
      notice: IN_PROGRESS.annexe,
    };
    await beginSheet(budget, write, marks);
    begun.push({ write, added });
  }
  await budget.send();
  return begun.map(({ write, added }) => (added ? { ...write, key: added.id } : write));
}

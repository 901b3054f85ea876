// Keeps texts in the workbook, as hidden names: the sealed contract, what was answered of its columns, rows and tables, the variants of an avenant.
import { planKept, type KeptText } from "../core/sheets/parts/kept-texts";
import { pointName, removeName } from "./names";
import type { RequestBudget } from "./request-budget";

/** `marks` are the hidden names of ours that exist. A write that stops on the way leaves the earlier text, none, or this one. */
export async function writeKept(
  budget: RequestBudget,
  kind: KeptText,
  text: string,
  marks: ReadonlySet<string>,
): Promise<void> {
  const { kept, gone } = planKept(kind, text, marks);
  for (const name of gone) await removeName(budget, name);
  const left = new Set([...marks].filter((name) => !gone.includes(name)));
  for (const { name, reference } of kept) await pointName(budget, name, reference, left);
}

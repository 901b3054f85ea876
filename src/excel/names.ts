// The hidden names of the workbook by which what is ours is found again.
import type { RequestBudget } from "./request-budget";

const BYTES_PER_NAME = 1000;

/** `marks` are the hidden names of ours that exist; one may have outlived what it pointed at, or have stayed visible. */
export async function pointName(
  budget: RequestBudget,
  name: string,
  reference: string,
  marks: ReadonlySet<string>,
): Promise<void> {
  await budget.reserve(BYTES_PER_NAME);
  const { names } = budget.context.workbook;
  if (!marks.has(name)) {
    names.add(name, `=${reference}`).visible = false;
    return;
  }
  const item = names.getItem(name);
  item.formula = `=${reference}`;
  item.visible = false;
}

export async function removeName(budget: RequestBudget, name: string): Promise<void> {
  await budget.reserve(BYTES_PER_NAME);
  budget.context.workbook.names.getItem(name).delete();
}

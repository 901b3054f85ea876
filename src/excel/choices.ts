// Keeps the agent's choices between tables in the workbook, as hidden names that follow the tables.
import type { WritePlan } from "../core/workbook-port";
import { planChoices } from "../core/writing/sheets/marks";
import type { RequestBudget } from "./request-budget";

const BYTES_PER_NAME = 800;

/** `marks` are the hidden names of ours that exist. */
export async function writeChoices(
  budget: RequestBudget,
  choices: NonNullable<WritePlan["choices"]>,
  marks: ReadonlySet<string>,
): Promise<void> {
  for (const choice of choices) {
    const { kept, gone } = planChoices(choice, marks);
    await budget.reserve(BYTES_PER_NAME * (kept.length + gone.length));
    const { names } = budget.context.workbook;
    for (const { name, reference } of kept) {
      if (marks.has(name)) names.getItem(name).formula = `=${reference}`;
      else names.add(name, `=${reference}`).visible = false;
    }
    for (const name of gone) names.getItem(name).delete();
  }
}

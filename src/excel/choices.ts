// Keeps the agent's choices between tables in the workbook, as hidden names that follow the tables.
import { absoluteCellRef } from "../core/domain/cell-ref";
import type { WritePlan } from "../core/workbook-port";
import { CHOICE_MARKS } from "../core/writing/marks";
import type { RequestBudget } from "./request-budget";

const BYTES_PER_NAME = 800;

/** `marks` are the hidden names of ours that exist. */
export async function writeChoices(
  budget: RequestBudget,
  choices: NonNullable<WritePlan["choices"]>,
  marks: ReadonlySet<string>,
): Promise<void> {
  for (const { kind, heading } of choices) {
    await budget.reserve(BYTES_PER_NAME);
    const { names } = budget.context.workbook;
    const mark = CHOICE_MARKS[kind];
    const reference = `=${absoluteCellRef(heading)}`;
    if (marks.has(mark)) names.getItem(mark).formula = reference;
    else names.add(mark, reference).visible = false;
  }
}

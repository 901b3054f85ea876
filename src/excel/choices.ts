// Keeps in the workbook, as hidden names, the agent's choices between tables, which follow the tables, and texts: the sealed contract, answers.
import type { WritePlan } from "../core/workbook-port";
import { planKept, type KeptText } from "../core/writing/sheets/kept-texts";
import { planChoices } from "../core/writing/sheets/marks";
import { pointName, removeName } from "./names";
import type { RequestBudget } from "./request-budget";

/** `marks` are the hidden names of ours that exist. */
export async function writeChoices(
  budget: RequestBudget,
  choices: NonNullable<WritePlan["choices"]>,
  marks: ReadonlySet<string>,
): Promise<void> {
  for (const choice of choices) await writeNames(budget, planChoices(choice, marks), marks);
}

/** `marks` are the hidden names of ours that exist. A write that stops on the way leaves the earlier text, none, or this one. */
export async function writeKept(
  budget: RequestBudget,
  kind: KeptText,
  text: string,
  marks: ReadonlySet<string>,
): Promise<void> {
  await writeNames(budget, planKept(kind, text, marks), marks);
}

async function writeNames(
  budget: RequestBudget,
  { kept, gone }: ReturnType<typeof planChoices>,
  marks: ReadonlySet<string>,
): Promise<void> {
  for (const name of gone) await removeName(budget, name);
  const left = new Set([...marks].filter((name) => !gone.includes(name)));
  for (const { name, reference } of kept) await pointName(budget, name, reference, left);
}

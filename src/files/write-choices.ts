// Keeps the agent's choices between tables in the workbook, as hidden names that follow the tables.
import type { WritePlan } from "../core/workbook-port";
import { planChoices } from "../core/writing/sheets/marks";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";

export function writeChoices(workbook: XlsxWorkbook, choices: NonNullable<WritePlan["choices"]>): void {
  for (const choice of choices) {
    const known = workbook.names.filter(({ scope }) => scope === null).map(({ name }) => name);
    const { kept, gone } = planChoices(choice, known);
    for (const { name, reference } of kept) {
      workbook.setName({ name, formula: reference, hidden: true, scope: null });
    }
    for (const name of gone) workbook.removeName(name, null);
  }
}

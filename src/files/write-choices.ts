// Keeps in the workbook, as hidden names, the agent's choices between tables, which follow the tables, and the sealed contract.
import type { WritePlan } from "../core/workbook-port";
import { planChoices, planSeal } from "../core/writing/sheets/marks";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";

export function writeChoices(workbook: XlsxWorkbook, choices: NonNullable<WritePlan["choices"]>): void {
  for (const choice of choices) writeNames(workbook, planChoices(choice, knownNames(workbook)));
}

export function writeSeal(workbook: XlsxWorkbook, seal: string): void {
  writeNames(workbook, planSeal(seal, knownNames(workbook)));
}

function knownNames({ names }: XlsxWorkbook): readonly string[] {
  return names.filter(({ scope }) => scope === null).map(({ name }) => name);
}

function writeNames(workbook: XlsxWorkbook, { kept, gone }: ReturnType<typeof planChoices>): void {
  for (const name of gone) workbook.removeName(name, null);
  for (const { name, reference } of kept) workbook.setName({ name, formula: reference, hidden: true, scope: null });
}

// Keeps in the workbook, as hidden names, the agent's choices between tables, which follow the tables, and texts: the sealed contract, answers.
import type { WritePlan } from "../core/workbook-port";
import { planKept, type KeptText } from "../core/writing/sheets/kept-texts";
import { planChoices } from "../core/writing/sheets/marks";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";

export function writeChoices(workbook: XlsxWorkbook, choices: NonNullable<WritePlan["choices"]>): void {
  for (const choice of choices) writeNames(workbook, planChoices(choice, knownNames(workbook)));
}

export function writeKept(workbook: XlsxWorkbook, kind: KeptText, text: string): void {
  writeNames(workbook, planKept(kind, text, knownNames(workbook)));
}

function knownNames({ names }: XlsxWorkbook): readonly string[] {
  return names.filter(({ scope }) => scope === null).map(({ name }) => name);
}

function writeNames(workbook: XlsxWorkbook, { kept, gone }: ReturnType<typeof planChoices>): void {
  for (const name of gone) workbook.removeName(name, null);
  for (const { name, reference } of kept) workbook.setName({ name, formula: reference, hidden: true, scope: null });
}

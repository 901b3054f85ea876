// Keeps the agent's choices between tables in the workbook, as hidden names that follow the tables.
import { absoluteCellRef } from "../core/domain/cell-ref";
import type { WritePlan } from "../core/workbook-port";
import { CHOICE_MARKS } from "../core/writing/marks";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";

export function writeChoices(workbook: XlsxWorkbook, choices: NonNullable<WritePlan["choices"]>): void {
  for (const { kind, heading } of choices) {
    workbook.setName({ name: CHOICE_MARKS[kind], formula: absoluteCellRef(heading), hidden: true, scope: null });
  }
}

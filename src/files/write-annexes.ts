// Adds annexes as new sheets at the end of the workbook, and shows the first one.
import { absoluteRange } from "../core/domain/cell-ref";
import type { AnnexePlan } from "../core/workbook-port";
import { freeSheetName } from "../core/writing/result-sheet-name";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";
import { layOutSheet } from "./write-result-sheets";

/** Answers the tab names that the annexes got. */
export function writeAnnexes(workbook: XlsxWorkbook, annexes: readonly AnnexePlan[]): readonly string[] {
  const sheets = annexes.map((annexe) => {
    const sheet = workbook.addSheet(freeSheetName(annexe.name, workbook.tabNames()));
    layOutSheet(sheet, annexe);
    for (const control of annexe.controls) sheet.addEntryControl(control);
    for (const { name, range } of annexe.names) {
      const formula = absoluteRange({ sheet: sheet.name, ...range });
      workbook.setName({ name, formula, hidden: false, scope: sheet.id });
    }
    return sheet;
  });
  const [first] = sheets;
  if (first) workbook.activeSheet = first;
  return sheets.map(({ name }) => name);
}

// The tab name of a new result sheet: the planned one, or with a number when the workbook already has it.
import { sheetKey } from "xlsx-model/cell-ref";

/** Excel's limit on tab names. */
const MAX_LENGTH = 31;

/** "Écarts", else "Écarts (2)" and so on; Excel compares tab names without case. */
export function freeSheetName(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map(sheetKey));
  if (!lower.has(sheetKey(name))) return name;
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const candidate = `${name.slice(0, MAX_LENGTH - suffix.length)}${suffix}`;
    if (!lower.has(sheetKey(candidate))) return candidate;
  }
}

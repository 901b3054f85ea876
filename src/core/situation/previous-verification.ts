// What the workbook's own « Écarts » listed last time, so that what is new, settled or still there can be told.
import type { RawWorkbook } from "../workbook-port";
import { lastVerification } from "./last-verification";
import type { PreviousVerification } from "./since-last";

/** Null where the workbook has no « Écarts » of ours, or one whose first lines were changed. */
export function previousVerification(raw: RawWorkbook): PreviousVerification | null {
  const last = lastVerification(raw);
  return last && { asOf: last.asOf, causes: last.causes };
}

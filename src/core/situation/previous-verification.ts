// What the workbook's own « Écarts » listed last time, so that what is new, settled or still there can be told.
import { isConsequenceRow } from "../domain/consequence-line";
import { listedFindings } from "../domain/justification-saisie";
import type { RawWorkbook } from "../workbook-port";
import { lastVerification } from "./last-verification";
import type { PreviousVerification } from "./since-last";

const REMARK = "Information";

/** Null where the workbook has no « Écarts » of ours, or one whose first lines were changed. */
export function previousVerification(raw: RawWorkbook): PreviousVerification | null {
  const last = lastVerification(raw);
  const sheet = raw.sheets.find(({ resultSheet }) => resultSheet === "ecarts");
  if (!last || !sheet) return null;
  const causes = listedFindings(sheet.blocks).filter(
    ({ severity, message }) => severity !== REMARK && !isConsequenceRow(message),
  );
  return { asOf: last.asOf, causes: [...new Set(causes.map(({ id }) => id))] };
}

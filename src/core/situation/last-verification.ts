// What the workbook's own « Écarts » says of its last verification.
import { isConsequenceRow } from "../domain/consequence-line";
import { listedFindings } from "../domain/justification-saisie";
import { readVerifiedBy } from "../domain/verified-by";
import type { RawWorkbook } from "../workbook-port";

export interface LastVerification {
  /** ISO date that the verification was made for. */
  readonly asOf: string;
  /** The name that he gave; null where nobody gave one: nothing else tells who it was. */
  readonly by: string | null;
  /** Ids of the discrepancies that followed from no other, remarks left aside: those of the list. */
  readonly causes: readonly string[];
  readonly sheet: string;
}

const SITUATION = /Situation au (\d{2})\/(\d{2})\/(\d{4})/;
const LINES = 6;
const REMARK = "Information";

/** Null where the workbook has no « Écarts » of ours, or one whose first lines were changed. */
export function lastVerification({ sheets }: RawWorkbook): LastVerification | null {
  const ecarts = sheets.find(({ resultSheet }) => resultSheet === "ecarts");
  const head =
    ecarts?.blocks
      .flatMap(({ values }) => values)
      .slice(0, LINES)
      .flat() ?? [];
  const lines = head.filter((value) => typeof value === "string");
  const line = lines.find((text) => SITUATION.test(text));
  if (!ecarts || line === undefined) return null;
  const [, day, month, year] = SITUATION.exec(line) ?? [];
  const causes = listedFindings(ecarts.blocks).filter(
    ({ severity, message }) => severity !== REMARK && !isConsequenceRow(message),
  );
  return {
    asOf: `${year}-${month}-${day}`,
    by: readVerifiedBy(line),
    causes: [...new Set(causes.map(({ id }) => id))],
    sheet: ecarts.name,
  };
}

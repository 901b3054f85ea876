// What the workbook's own « Écarts » says of its last verification.
import { readVerifiedBy } from "../domain/verified-by";
import type { RawWorkbook } from "../workbook-port";

export interface LastVerification {
  /** ISO date that the verification was made for. */
  readonly asOf: string;
  /** The name that he gave; null where nobody gave one: nothing else tells who it was. */
  readonly by: string | null;
  /** As the sheet counts them: "2 erreurs, 4 avertissements". */
  readonly counts: string;
  readonly sheet: string;
}

const SITUATION = /Situation au (\d{2})\/(\d{2})\/(\d{4})/;
const COUNTS = /^\d[\d\s]* erreurs?\b/;
const LINES = 6;

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
  const counts = lines.find((line) => COUNTS.test(line)) ?? "";
  return {
    asOf: `${year}-${month}-${day}`,
    by: readVerifiedBy(line),
    counts: counts.split(/\s?;/)[0] ?? "",
    sheet: ecarts.name,
  };
}

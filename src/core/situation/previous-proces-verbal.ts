// What the workbook's procès-verbal listed, so that what is new, settled or still there since it can be told.
import { isUnfinished, lireProcesVerbal } from "../reports/proces-verbal/lire-proces-verbal";
import type { RawWorkbook } from "../workbook-port";
import type { PreviousVerification } from "./since-last";

export interface PreviousProcesVerbal extends Omit<PreviousVerification, "causes"> {
  /** Null for one drawn up before it kept them. */
  readonly causes: PreviousVerification["causes"] | null;
}

/** Null where the workbook has none, half of one, or one whose date cannot be read any more. */
export function previousProcesVerbal(raw: RawWorkbook): PreviousProcesVerbal | null {
  const sheet = raw.sheets.find(({ resultSheet }) => resultSheet === "proces-verbal");
  if (!sheet || isUnfinished(raw)) return null;
  const { situation, ecarts } = lireProcesVerbal(sheet);
  return situation === null ? null : { asOf: situation, causes: ecarts };
}

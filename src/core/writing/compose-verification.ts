// From a verification to everything that is written back into the workbook: highlights and the two result sheets.
import type { Dossier } from "../domain/dossier";
import type { BeyondCalculation, Verification } from "../verification";
import type { RawWorkbook, WritePlan } from "../workbook-port";
import { composeEcartsSheet } from "./ecarts/ecarts-sheet";
import { composeHighlights } from "./highlights/highlights";
import { placeJustifications } from "./ecarts/place-justifications";
import { composeSyntheseSheet } from "./synthese/synthese-sheet";

/** `beyond` is what the contract asks and no calculation can check, for the reader of the sheets. */
export function composeVerification(
  verification: Verification,
  dossier: Dossier,
  raw: RawWorkbook,
  beyond: readonly BeyondCalculation[] = [],
): WritePlan {
  const justifications = placeJustifications(verification.findings, raw);
  const ecarts = composeEcartsSheet(verification, dossier.convention.intitule, justifications, beyond);
  return {
    highlights: composeHighlights(verification, raw),
    sheets: [ecarts, composeSyntheseSheet(verification, dossier, raw)],
  };
}

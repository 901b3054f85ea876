// From a verification to everything that is written back into the workbook: highlights and the two result sheets.
import type { Dossier } from "../domain/dossier";
import type { Verification } from "../verification";
import type { RawWorkbook, WritePlan } from "../workbook-port";
import { composeEcartsSheet } from "./ecarts/ecarts-sheet";
import { composeHighlights } from "./highlights/highlights";
import { keptRows } from "./ecarts/kept-rows";
import { placeJustifications } from "./ecarts/place-justifications";
import { composeSyntheseSheet } from "./synthese/synthese-sheet";

/** `by` is who verifies, if known. */
export function composeVerification(
  verification: Verification,
  dossier: Dossier,
  raw: RawWorkbook,
  by: string | null = null,
): WritePlan {
  const justifications = placeJustifications(verification.findings, raw, dossier, verification);
  const ecarts = composeEcartsSheet(verification, dossier.convention, justifications, by);
  const kept = keptRows(raw);
  const seal = dossier.contratSigne?.aSceller ?? null;
  return {
    highlights: composeHighlights(verification, raw),
    sheets: [{ ...ecarts, ...(kept && { kept }) }, composeSyntheseSheet(verification, dossier, raw)],
    // A sheet « Contrat » that is used for the first time is sealed with what it was held against.
    ...(seal !== null && { seal }),
  };
}

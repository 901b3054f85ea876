// From a verification to everything that is written back into the workbook: highlights and the two result sheets.
import { sceller } from "../contract/signed/sceau";
import type { Dossier } from "../domain/dossier";
import { completer, declarer, ecrireRegistre, NOTHING_SAID, type Qui, type Registre } from "../domain/registre";
import type { Verification } from "../verification";
import type { RawWorkbook, WritePlan } from "../workbook-port";
import { composeEcartsSheet } from "./ecarts/ecarts-sheet";
import { composeHighlights } from "./highlights/highlights";
import { keptRows } from "./ecarts/kept-rows";
import { placeJustifications } from "./ecarts/place-justifications";
import { composeSyntheseSheet } from "./synthese/synthese-sheet";

/** `qui` is who verifies, if known. */
export function composeVerification(
  verification: Verification,
  dossier: Dossier,
  raw: RawWorkbook,
  qui: Qui | null = null,
): WritePlan {
  const justifications = placeJustifications(verification.findings, raw, dossier, verification);
  const ecarts = composeEcartsSheet(verification, dossier.convention, justifications, qui?.name ?? null);
  const kept = keptRows(raw);
  const registre = completeRegistre(verification, raw, qui);
  const toSeal = dossier.contratSigne?.aSceller ?? null;
  return {
    highlights: composeHighlights(verification, raw),
    sheets: [{ ...ecarts, ...(kept && { kept }) }, composeSyntheseSheet(verification, dossier, raw)],
    // A sheet « Contrat » that is used for the first time is sealed with what it was held against.
    ...(toSeal && { seal: sceller(toSeal.convention, toSeal.depuisLaFeuille, verification.today).texte }),
    ...(registre && { registre }),
  };
}

/** What was typed since, and who verifies, are added to what was said before; null where nothing is. */
function completeRegistre(
  { findings, asOf, today = asOf }: Verification,
  { registre = NOTHING_SAID }: RawWorkbook,
  qui: Qui | null,
): Registre | null {
  const paroles = completer(registre.paroles, findings);
  const seen = qui?.party ? { ...registre.seen, [qui.party]: paroles.length } : registre.seen;
  const next = { declarations: declarer(registre.declarations, qui, today), paroles, seen };
  const isNothing = paroles.length + next.declarations.length === 0;
  return isNothing || ecrireRegistre(next) === ecrireRegistre(registre) ? null : next;
}

// From a report to its four sheets.
import type { Bilan } from "../../reports/bilan/bilan";
import type { Dossier } from "../../domain/dossier";
import type { RawWorkbook, WritePlan } from "../../workbook-port";
import { withOwnWords } from "../parts/own-words";
import { createBilanSource } from "./bilan-source";
import { composeEcartsBilanSheet } from "./ecarts-bilan-sheet";
import { composeFinancierSheet } from "./financier-sheet";
import { composeIndicateursSheet } from "./indicateurs-sheet";
import { composeSyntheseBilanSheet } from "./synthese-sheet";

/** `raw` and `dossier` are those that the report was computed from. */
export function composeBilan(bilan: Bilan, dossier: Dossier, raw: RawWorkbook): WritePlan {
  const source = createBilanSource(bilan, dossier, raw);
  const { alerteSousConsommation, alerteCible } = dossier.convention.reglages;
  return {
    highlights: null,
    sheets: [
      composeFinancierSheet(source, alerteSousConsommation),
      composeIndicateursSheet(source, alerteCible),
      composeSyntheseBilanSheet(source),
      composeEcartsBilanSheet(source),
    ].map(withOwnWords),
  };
}

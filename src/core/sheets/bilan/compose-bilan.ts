// From a report to its four sheets, and to the one page of a report on the whole contract.
import type { Bilan } from "../../reports/bilan/bilan";
import type { Dossier } from "../../domain/dossier";
import type { RawWorkbook, SheetPlan, WritePlan } from "../../workbook-port";
import { direEmpreinte } from "../../contract/signed/sceau";
import { footText } from "../parts/paper";
import { createBilanSource } from "./bilan-source";
import { composeEcartsBilanSheet } from "./ecarts-bilan-sheet";
import { composeFinancierSheet } from "./financier-sheet";
import { composeIndicateursSheet } from "./indicateurs-sheet";
import { composeUnePageSheet } from "./une-page-sheet";
import { composeSyntheseBilanSheet } from "./synthese-sheet";

/** The fingerprint of the contract is at the foot of each page of what is signed or handed over. */
const withFoot = (plan: SheetPlan, { entete: { empreinte } }: Bilan): SheetPlan =>
  empreinte === null ? plan : { ...plan, page: { ...plan.page, footer: footText(direEmpreinte(empreinte)) } };

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
      ...(bilan.annees.length === dossier.convention.annees.length ? [composeUnePageSheet(source, dossier)] : []),
    ].map((plan) => withFoot(plan, bilan)),
  };
}

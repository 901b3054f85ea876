// From a workbook as it was read to what was found and what is then written: all of Vérifier that touches no workbook.
import type { SourceContrat } from "../core/domain/dossier";
import { NOTHING_SAID, nouvelles, type Qui } from "../core/domain/registre";
import type { Parole } from "../core/domain/parole";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { refuseEcriture } from "../core/refuse-ecriture";
import { previousProcesVerbal, type PreviousProcesVerbal } from "../core/situation/previous-proces-verbal";
import { previousVerification } from "../core/situation/previous-verification";
import type { PreviousVerification } from "../core/situation/since-last";
import type { Verification } from "../core/verification";
import { verify, type VerifyOptions } from "../core/verify";
import type { RawWorkbook, WritePlan } from "../core/workbook-port";
import { composeVerification } from "../core/sheets/compose-verification";

export interface Composed {
  readonly verification: Verification;
  /** Null where nothing is written: the workbook is not this contract's, or only the agent can say whose it is. */
  readonly plan: WritePlan | null;
  /** What « Écarts » said; null where there was none. */
  readonly previous: PreviousVerification | null;
  /** What the workbook's procès-verbal lists; null where there is none. */
  readonly procesVerbal: PreviousProcesVerbal | null;
  /** What the other party said since that of `qui` last verified. */
  readonly news: readonly Parole[];
}

/** `qui` verifies, null where it is not known. */
export function verifyAndCompose(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  source: Exclude<SourceContrat, "workbook">,
  qui: Qui | null,
  said: Pick<VerifyOptions, "today" | "speaksFor"> = {},
): Composed {
  const { verification, dossier } = verify(raw, contrats, asOf, source, said);
  return {
    verification,
    plan: refuseEcriture(raw, dossier) !== null ? null : composeVerification(verification, dossier, raw, qui),
    previous: previousVerification(raw),
    procesVerbal: previousProcesVerbal(raw),
    news: nouvelles(raw.registre ?? NOTHING_SAID, qui),
  };
}

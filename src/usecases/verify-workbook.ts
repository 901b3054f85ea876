// The main job, from end to end: read the workbook, verify it, write the highlights and the result sheets back.
import type { Convention } from "../core/domain/contrat/convention";
import { beyondCalculation } from "../core/rules/beyond-calculation";
import { verify } from "../core/verify";
import type { Verification } from "../core/verification";
import { WorkbookError, type WorkbookPort } from "../core/workbook-port";
import { composeVerification } from "../core/writing/compose-verification";

export type Step = "read" | "check" | "write";

export interface VerifiedWorkbook {
  readonly verification: Verification;
  /** French sentences: what could not be written, and why. The verification holds all the same. */
  readonly refusals: readonly string[];
}

/**
 * A "built-in" convention serves where the workbook has no sheet « Contrat », a "given" one in any case.
 * Throws WorkbookError when the workbook cannot be read; a workbook that cannot be written is a refusal.
 */
export async function verifyWorkbook(
  workbook: WorkbookPort,
  convention: Convention,
  asOf: string,
  onStep: (step: Step) => void = () => {},
  source: "built-in" | "given" = "built-in",
): Promise<VerifiedWorkbook> {
  onStep("read");
  const raw = await workbook.read();
  onStep("check");
  const { verification, dossier } = verify(raw, convention, asOf, source);
  onStep("write");
  const plan = composeVerification(verification, dossier, raw, beyondCalculation);
  try {
    const { refusals } = await workbook.apply(plan, raw);
    return { verification, refusals };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { verification, refusals: [error.message] };
  }
}

// Correcting cells of the workbook as the list to finish needs it.
import type { CorrectionPlan } from "../../../core/why/correction";
import type { Corrected } from "../../../usecases/correct-findings";

/** Every failure the agent can act on is a WorkbookError. */
export interface CorrectionsService {
  /** Changes nothing. `findings` are ids. Several plans are a choice. */
  preview(asOf: string, findings: readonly string[], onWaitingForCell: () => void): Promise<readonly CorrectionPlan[]>;
  /** All of the preview or nothing. */
  apply(asOf: string, accepted: CorrectionPlan, onWaitingForCell: () => void): Promise<Corrected>;
  undo(corrected: Corrected, onWaitingForCell: () => void): Promise<void>;
}

// What the tab « Contrat » asks to be written.
import type { AvenantSaisi } from "../../core/avenants/avenant-saisi";
import type { AvenantPlan } from "../../core/avenants/plan-avenant";

export interface ContratService {
  /** Reads the workbook and writes nothing; a WorkbookError says why the avenant has nowhere to go. */
  preview(asOf: string, saisi: AvenantSaisi, onWaitingForCell: () => void): Promise<AvenantPlan>;
  /** Writes what was shown; a WorkbookError says why nothing was. */
  record(asOf: string, saisi: AvenantSaisi, accepted: AvenantPlan, onWaitingForCell: () => void): Promise<void>;
}

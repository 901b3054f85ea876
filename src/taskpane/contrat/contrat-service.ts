// What the tab « Contrat » asks to be written, and of the file that it compares the workbook with.
import type { AvenantSaisi } from "../../core/avenants/avenant-saisi";
import type { AvenantPlan } from "../../core/avenants/plan-avenant";
import type { ComparaisonMontree, WrittenComparaison } from "../../usecases/compare-workbook";

export interface ContratService {
  /** Reads the workbook and writes nothing; a WorkbookError says why the avenant has nowhere to go. */
  preview(asOf: string, saisi: AvenantSaisi, onWaitingForCell: () => void): Promise<AvenantPlan>;
  /** Writes what was shown; a WorkbookError says why nothing was. */
  record(asOf: string, saisi: AvenantSaisi, accepted: AvenantPlan, onWaitingForCell: () => void): Promise<void>;
  /** Changes nothing in either; a WorkbookError says why they cannot be compared. */
  compare(
    asOf: string,
    file: { readonly bytes: Uint8Array; readonly name: string },
    onWaitingForCell: () => void,
  ): Promise<ComparaisonMontree>;
  /** The sheet of what was shown. */
  writeComparison(shown: ComparaisonMontree, onWaitingForCell: () => void): Promise<WrittenComparaison>;
}

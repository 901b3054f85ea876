// What the tab « Contrat » asks for.
import type { AvenantSaisi } from "../../core/avenants/avenant-saisi";
import type { AvenantPlan } from "../../core/avenants/plan-avenant";
import type { Convention } from "../../core/contract/convention";
import type { Drafted, SignedFile } from "../../signed-files/draft-files";
import type { ComparaisonMontree, WrittenComparaison } from "../../usecases/compare-workbook";
import type { Choix, RepriseMontree } from "../../usecases/reprendre-reponses";
import type { Seen } from "../../signed-files/reading-task";

export interface ContratService {
  /** Reads the workbook and writes nothing; a WorkbookError says why the avenant has nowhere to go. */
  preview(asOf: string, saisi: AvenantSaisi, onWaitingForCell: () => void): Promise<AvenantPlan>;
  /** Writes what was shown; a WorkbookError says why nothing was. */
  record(asOf: string, saisi: AvenantSaisi, accepted: AvenantPlan, onWaitingForCell: () => void): Promise<void>;
  /** Changes nothing in either; a WorkbookError says why they cannot be compared. */
  compare(asOf: string, file: SignedFile, onWaitingForCell: () => void): Promise<ComparaisonMontree>;
  /** What another copy says, changing nothing in either; a WorkbookError says why that cannot be taken. */
  previewReprise(asOf: string, file: SignedFile, onWaitingForCell: () => void): Promise<RepriseMontree>;
  /** Joins what was shown to what this one says; a WorkbookError says why nothing was written. */
  reprendre(
    asOf: string,
    file: SignedFile,
    shown: RepriseMontree,
    choix: Choix,
    onWaitingForCell: () => void,
  ): Promise<void>;
  /** The sheet of what was shown. */
  writeComparison(shown: ComparaisonMontree, onWaitingForCell: () => void): Promise<WrittenComparaison>;
  /** What a file of a signed contract holds; a French sentence where it cannot be read. */
  look(file: SignedFile): Promise<Seen | string>;
  /** Reads them together; a WorkbookError says why that cannot be done. */
  draft(files: readonly SignedFile[], signal: AbortSignal): Promise<Drafted>;
  /** Writes the sheet « Contrat » and its seal; a WorkbookError says why nothing was written. */
  seal(asOf: string, convention: Convention, onWaitingForCell: () => void): Promise<void>;
}

// What the tab « Annexes » asks of the workbook.
import type { AnnexeChoices } from "../../usecases/annexe-choices";
import type { AnnexeRequest } from "../../core/writing/annexes/annexe-request";

export type Place = "new-sheets" | "selected-cell";

export interface AnnexesService {
  /** What there is to choose from in the contract in force. */
  choices(asOf: string): Promise<AnnexeChoices>;
  /** Answers the tab names of the sheets that hold what was inserted; a WorkbookError says why nothing was. */
  insert(
    requests: readonly AnnexeRequest[],
    place: Place,
    asOf: string,
    onWaitingForCell: () => void,
  ): Promise<readonly string[]>;
}

// What the tab « Annexes » asks of the workbook.
import type { AnnexeRequest } from "../../core/writing/annexes/annexe-request";

export type Place = "new-sheets" | "selected-cell";

export interface AnnexesService {
  /**
   * Answers the tab names of the sheets that hold what was inserted; a WorkbookError says why nothing was. Without `again`
   * nothing is inserted a second time.
   */
  insert(
    requests: readonly AnnexeRequest[],
    place: Place,
    asOf: string,
    again: boolean,
    onWaitingForCell: () => void,
  ): Promise<readonly string[]>;
}

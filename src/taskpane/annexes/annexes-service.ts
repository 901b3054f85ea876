// What the tab « Annexes » asks of the workbook.
import type { ApplyReport } from "../../core/workbook-port";
import type { AnnexeRequest } from "../../core/sheets/annexes/annexe-request";

export type Place = "new-sheets" | "selected-cell";

export interface AnnexesService {
  /**
   * Answers the tab names of the sheets that hold what was inserted, with what of their look Excel refused; a WorkbookError says why nothing was. `again` are the
   * sheets that were shown to hold it already; where others do by now it is DiffersFromShown.
   */
  insert(
    requests: readonly AnnexeRequest[],
    place: Place,
    asOf: string,
    again: readonly string[],
    onWaitingForCell: () => void,
  ): Promise<ApplyReport>;
}

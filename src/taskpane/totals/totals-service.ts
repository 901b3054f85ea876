// What the tab « Totaux » asks of the workbook.
import type { TotalsPlan } from "../../core/why/totals/total-change";
import type { RefreshedTotals, TotalsPreview } from "../../usecases/refresh-totals";

export interface TotalsService {
  /** Changes nothing. */
  preview(asOf: string, onWaitingForCell: () => void): Promise<TotalsPreview>;
  /** Writes the accepted changes, all or none. */
  apply(asOf: string, accepted: Pick<TotalsPlan, "changes">, onWaitingForCell: () => void): Promise<RefreshedTotals>;
}

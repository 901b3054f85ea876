// Totals shown and refreshed, over whatever holds the workbook.
import type { TotalsService } from "../taskpane/totals/totals-service";
import { applyTotals, previewTotals } from "../usecases/refresh-totals";
import type { Given } from "./given";

export const paneTotals = ({ host, contrats }: Given): TotalsService => ({
  preview: (asOf, onWaitingForCell) => host.run(({ port }) => previewTotals(port, contrats, asOf), onWaitingForCell),
  apply: (asOf, accepted, onWaitingForCell) =>
    host.run(({ port }) => applyTotals(port, contrats, asOf, accepted), onWaitingForCell),
});

// Reports and the procès-verbal, over whatever holds the workbook.
import type { ReportsService } from "../taskpane/reports/reports-service";
import { bilanPeriods } from "../usecases/bilan-periods";
import { checkProcesVerbal } from "../usecases/check-proces-verbal";
import { establishProcesVerbal } from "../usecases/establish-proces-verbal";
import { computeWorkbookBilan, writeBilan } from "../usecases/write-bilan";
import type { Given } from "./given";

export const paneReports = ({ host, contrats, today }: Given): ReportsService => ({
  periods: (asOf) => host.run(({ port }) => bilanPeriods(port, contrats, asOf)),
  writeBilan: (periode, asOf, onWaitingForCell) =>
    host.run(({ port }) => writeBilan(port, contrats, { periode, asOf, today }), onWaitingForCell),
  async wordBilan(periode, asOf, onWaitingForCell) {
    const { bilanDocx } = await import(/* webpackChunkName: "word" */ "../word/bilan-docx");
    const bilan = await host.run(
      ({ port }) => computeWorkbookBilan(port, contrats, { periode, asOf, today }),
      onWaitingForCell,
    );
    return { bilan, bytes: await bilanDocx(bilan) };
  },
  establish: (asOf, replace, onWaitingForCell) =>
    host.run(({ port }) => establishProcesVerbal(port, contrats, asOf, replace, "built-in", today), onWaitingForCell),
  check: (onWaitingForCell) =>
    host.run(({ port }) => checkProcesVerbal(port, contrats, "built-in", today), onWaitingForCell),
});

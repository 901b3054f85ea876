// What the tab « Rapports » asks of the workbook.
import type { Bilan } from "../../core/reports/bilan/bilan";
import type { Controle } from "../../core/reports/proces-verbal/controler";
import type { BilanPeriods } from "../../usecases/bilan-periods";
import type { Establishment } from "../../usecases/establish-proces-verbal";
import type { BilanRequest, WrittenBilan } from "../../usecases/write-bilan";

/** The mid-term report, the whole contract, or a year. */
export type WantedPeriode = BilanRequest["periode"];

export interface ReportsService {
  periods(asOf: string): Promise<BilanPeriods>;
  writeBilan(periode: WantedPeriode, asOf: string, onWaitingForCell: () => void): Promise<WrittenBilan>;
  /** Changes nothing in the workbook. */
  wordBilan(
    periode: WantedPeriode,
    asOf: string,
    onWaitingForCell: () => void,
  ): Promise<{ readonly bilan: Bilan; readonly bytes: Uint8Array }>;
  /** `replace` is the `standing` of the procès-verbal that was shown; DiffersFromShown where another stands there by now. */
  establish(asOf: string, replace: string | null, onWaitingForCell: () => void): Promise<Establishment>;
  /** At the date of the procès-verbal. Changes nothing in the workbook. */
  check(onWaitingForCell: () => void): Promise<Controle>;
}

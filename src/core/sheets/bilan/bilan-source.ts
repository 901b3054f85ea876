// What the sheets of a report are written from: its figures, and how they stand in the agent's cells, which they follow.
import type { Bilan } from "../../reports/bilan/bilan";
import type { Dossier } from "../../domain/dossier";
import type { RawWorkbook } from "../../workbook-port";
import { createLiveAmounts, type LiveAmounts } from "../parts/live-amounts";

export interface BilanSource extends LiveAmounts {
  readonly bilan: Bilan;
}

export function createBilanSource(bilan: Bilan, dossier: Dossier, raw: RawWorkbook): BilanSource {
  return { bilan, ...createLiveAmounts(dossier, raw) };
}

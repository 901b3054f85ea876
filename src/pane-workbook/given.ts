// What each part of the pane's work is given: the workbook, the known contracts, and where it computes.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Compute } from "../usecases/compute";
import type { PaneHost } from "./pane-host";

export interface Given {
  readonly host: PaneHost;
  readonly contrats: Contrats;
  readonly compute: Compute;
  /** ISO date. */
  readonly today: string;
}

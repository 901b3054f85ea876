// What the pane knows of a workbook before anything is asked: read once, nothing written.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { situate, type Situation } from "../core/situation/situation";
import type { WorkbookPort } from "../core/workbook-port";
import { computeHere, type Compute } from "./compute";

/** Throws WorkbookError when the workbook cannot be read. */
export async function situateWorkbook(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  compute: Compute = computeHere,
): Promise<Situation> {
  return compute("situate", situate, await workbook.read(), contrats, asOf);
}

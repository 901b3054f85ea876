// The justifications that the agent gave in the « Écarts » sheet of an earlier run, by the finding they are for.
import { readSaisies } from "../domain/justification-saisie";
import type { EcartJustifie } from "../domain/justification-tient";
import type { RawWorkbook } from "../workbook-port";

export interface WrittenJustification extends EcartJustifie {
  readonly text: string;
  readonly by: string | null;
  /** ISO date when the cell holds a date, else as typed. */
  readonly on: string | null;
}

/** By id of finding. Where several rows bear one id the first counts: the table stands above what is to be reviewed. */
export function readJustifications(raw: RawWorkbook): ReadonlyMap<string, WrittenJustification> {
  const byFinding = new Map<string, WrittenJustification>();
  for (const sheet of raw.sheets) {
    if (sheet.resultSheet !== "ecarts") continue;
    for (const { id, text, by, on, found, expected, message } of readSaisies(sheet.blocks)) {
      if (id && text && !byFinding.has(id)) byFinding.set(id, { text, by, on, found, expected, message });
    }
  }
  return byFinding;
}

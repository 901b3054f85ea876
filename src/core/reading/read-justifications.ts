// The justifications that the agents gave in the « Écarts » sheet of an earlier run, by the finding they are for.
import { addUnder } from "../domain/group-by";
import { readSaisies, type JustificationSaisie } from "../domain/justification-saisie";
import type { RawWorkbook } from "../workbook-port";

export interface JustificationLue {
  readonly saisie: JustificationSaisie;
  readonly sheet: string;
}

/** By id of finding, each from top to bottom: the table stands above what is to be reviewed. */
export function readJustifications(raw: RawWorkbook): ReadonlyMap<string, readonly JustificationLue[]> {
  const byFinding = new Map<string, JustificationLue[]>();
  for (const sheet of raw.sheets) {
    if (sheet.resultSheet !== "ecarts") continue;
    for (const saisie of readSaisies(sheet.blocks)) {
      const { id } = saisie;
      if (id) addUnder(byFinding, id, { saisie, sheet: sheet.name });
    }
  }
  return byFinding;
}

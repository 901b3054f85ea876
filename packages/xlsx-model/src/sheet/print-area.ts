// What prints of a sheet, as Excel's own name for it says: "'Feuil 1'!$A$1:$G$45,'Feuil 1'!$A:$C".
import { parseLocalRange } from "../cell-ref";
import { tokenize } from "../formula-text/formula-tokens";
import type { GridRange } from "../plan";

export const PRINT_AREA = "_xlnm.Print_Area";

/** Null when all of the sheet prints, or an area that is computed. */
export function readPrintArea(formula: string | undefined): GridRange[] | null {
  const tokens = tokenize(formula ?? "").filter(({ kind }) => kind !== "space");
  const areas = tokens.flatMap(({ kind, text }, at) => {
    const range = at % 2 === 0 && kind === "reference" ? parseLocalRange(text) : null;
    return range ?? [];
  });
  const isList = tokens.every(({ text }, at) => at % 2 === 0 || text === ",");
  return isList && areas.length > 0 && areas.length * 2 - 1 === tokens.length ? areas : null;
}

// One highlight per cell that a finding points at; where several meet, the worst severity shows.
import { LAST_COLUMN } from "../../domain/cell-ref";
import type { Severity, Verification } from "../../verification";
import type { Highlight, RawSheet, RawWorkbook } from "../../workbook-port";
import { SEVERITY_RANK } from "../sheets/sheet-style";

/** Its severity becomes that of the worst finding. */
type Marked = Omit<Highlight, "severity"> & { severity: Severity };

export function composeHighlights(verification: Verification, raw: RawWorkbook): Highlight[] {
  const isAgents = ({ resultSheet }: RawSheet): boolean => resultSheet === null || resultSheet === "contrat";
  const marked = new Map(raw.sheets.filter(isAgents).map(({ name }) => [name, new Map<number, Marked>()]));
  const highlights: Marked[] = [];
  for (const { cells, severity } of verification.findings) {
    // One finding may be about thousands of cells.
    cells.forEach(({ sheet, row, column }) => {
      const ofSheet = marked.get(sheet);
      if (!ofSheet) return;
      const cell = row * (LAST_COLUMN + 1) + column;
      const known = ofSheet.get(cell);
      if (!known) {
        const first = { severity, range: { sheet, top: row, left: column, bottom: row, right: column } };
        ofSheet.set(cell, first);
        highlights.push(first);
      } else if (SEVERITY_RANK[severity] < SEVERITY_RANK[known.severity]) known.severity = severity;
    });
  }
  return highlights;
}

// The cells that findings point at, as rectangles of one severity; where several findings meet, the worst severity shows.
import type { Severity, Verification } from "../../verification";
import type { Highlight, RawSheet, RawWorkbook } from "../../workbook-port";
import { SEVERITY_RANK } from "../sheets/sheet-style";
import { areasOf, cellNumber } from "./cell-areas";

export function composeHighlights(verification: Verification, raw: RawWorkbook): Highlight[] {
  const isAgents = ({ resultSheet }: RawSheet): boolean => resultSheet === null || resultSheet === "contrat";
  const marked = new Map(raw.sheets.filter(isAgents).map(({ name }) => [name, new Map<number, Severity>()]));
  for (const { cells, severity } of verification.findings) {
    // One finding may be about thousands of cells.
    for (const { sheet, row, column } of cells) {
      const ofSheet = marked.get(sheet);
      if (!ofSheet) continue;
      const cell = cellNumber(row, column);
      const known = ofSheet.get(cell);
      if (known === undefined || SEVERITY_RANK[severity] < SEVERITY_RANK[known]) ofSheet.set(cell, severity);
    }
  }
  return [...marked].flatMap(([sheet, ofSheet]) => {
    const bySeverity = new Map<Severity, number[]>();
    ofSheet.forEach((severity, cell) => {
      const cells = bySeverity.get(severity);
      if (cells) cells.push(cell);
      else bySeverity.set(severity, [cell]);
    });
    return [...bySeverity].flatMap(([severity, cells]) =>
      areasOf(cells).map((area): Highlight => ({ severity, range: { sheet, ...area } })),
    );
  });
}

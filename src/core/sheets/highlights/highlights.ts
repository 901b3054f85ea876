// The cells that findings point at, as rectangles of one severity; where several findings meet, the worst severity shows.
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Severity, Verification } from "../../verification";
import type { Highlight, RawSheet, RawWorkbook } from "../../workbook-port";
import { SEVERITY_RANK } from "../parts/sheet-style";
import { areasOf, type GridCell } from "./cell-areas";

/** From the worst one on. */
const SEVERITIES = (Object.keys(SEVERITY_RANK) as Severity[]).sort((a, b) => SEVERITY_RANK[a] - SEVERITY_RANK[b]);

interface Marked extends GridCell {
  readonly severity: Severity;
}

export function composeHighlights(verification: Verification, raw: RawWorkbook): Highlight[] {
  const isAgents = ({ resultSheet }: RawSheet): boolean => resultSheet === null || resultSheet === "contrat";
  /** Of each sheet its cells by their address, with the worst severity so far. */
  const bySheet = new Map(raw.sheets.filter(isAgents).map(({ name }) => [name, new Map<string, Marked>()]));
  for (const { cells, severity } of verification.findings) {
    for (const { sheet, row, column } of cells) {
      const marked = bySheet.get(sheet);
      const address = formatLocalCell(row, column);
      const known = marked?.get(address);
      if (known && SEVERITY_RANK[known.severity] <= SEVERITY_RANK[severity]) continue;
      marked?.set(address, { row, column, severity });
    }
  }
  return [...bySheet].flatMap(([sheet, marked]) =>
    SEVERITIES.flatMap((severity) =>
      areasOf([...marked.values()].filter((cell) => cell.severity === severity)).map((area): Highlight => ({
        severity,
        range: { sheet, ...area },
      })),
    ),
  );
}

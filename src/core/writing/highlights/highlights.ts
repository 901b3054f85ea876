// The cells that findings point at, as rectangles of one severity; where several findings meet, the worst severity shows.
import type { Severity, Verification } from "../../verification";
import type { Highlight, RawSheet, RawWorkbook } from "../../workbook-port";
import { SEVERITY_RANK } from "../sheets/sheet-style";
import { areasOf, cellNumber } from "./cell-areas";

/** From the worst one on. */
const SEVERITIES = (Object.keys(SEVERITY_RANK) as Severity[]).sort((a, b) => SEVERITY_RANK[a] - SEVERITY_RANK[b]);

export function composeHighlights(verification: Verification, raw: RawWorkbook): Highlight[] {
  const isAgents = ({ resultSheet }: RawSheet): boolean => resultSheet === null || resultSheet === "contrat";
  /** Of each sheet the cells with their severity, of which one that stands in order before another of its cell is worse. */
  const marked = new Map<string, number[]>(raw.sheets.filter(isAgents).map(({ name }) => [name, []]));
  let name: string | null = null;
  let ofSheet: number[] | undefined;
  for (const { cells, severity } of verification.findings) {
    const rank = SEVERITY_RANK[severity];
    // The cells of one finding are nearly always on the sheet of the finding before.
    cells.forEach(({ sheet, row, column }) => {
      if (sheet !== name) ofSheet = marked.get((name = sheet));
      ofSheet?.push(cellNumber(row, column) * SEVERITIES.length + rank);
    });
  }
  return [...marked].flatMap(([sheet, all]) => {
    const bySeverity = SEVERITIES.map((): number[] => []);
    let last = -1;
    new Float64Array(all).sort().forEach((each) => {
      const rank = each % SEVERITIES.length;
      const cell = (each - rank) / SEVERITIES.length;
      if (cell !== last) bySeverity[rank]?.push(cell);
      last = cell;
    });
    return SEVERITIES.flatMap((severity, rank) =>
      areasOf(bySeverity[rank] ?? []).map((area): Highlight => ({ severity, range: { sheet, ...area } })),
    );
  });
}

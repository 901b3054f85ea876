// One highlight per cell that a finding points at; where several meet, the worst severity shows.
import { LAST_COLUMN, type CellRef } from "../../domain/cell-ref";
import type { Severity, Verification } from "../../verification";
import type { Highlight, RawSheet, RawWorkbook } from "../../workbook-port";
import { SEVERITY_RANK } from "../sheets/sheet-style";

export function composeHighlights(verification: Verification, raw: RawWorkbook): Highlight[] {
  const worst: { ref: CellRef; severity: Severity }[] = [];
  const bySheet = new Map<string, Map<number, (typeof worst)[number]>>();
  for (const { cells, severity } of verification.findings) {
    for (const ref of cells) {
      let marked = bySheet.get(ref.sheet);
      if (!marked) bySheet.set(ref.sheet, (marked = new Map()));
      const cell = ref.row * (LAST_COLUMN + 1) + ref.column;
      const known = marked.get(cell);
      if (!known) {
        const first = { ref, severity };
        marked.set(cell, first);
        worst.push(first);
      } else if (SEVERITY_RANK[severity] < SEVERITY_RANK[known.severity]) {
        known.ref = ref;
        known.severity = severity;
      }
    }
  }
  const isAgents = ({ resultSheet }: RawSheet): boolean => resultSheet === null || resultSheet === "contrat";
  const agentSheets = new Set(raw.sheets.filter(isAgents).map((sheet) => sheet.name));
  const highlights: Highlight[] = [];
  for (const { ref, severity } of worst) {
    const { sheet, row, column } = ref;
    if (agentSheets.has(sheet))
      highlights.push({ severity, range: { sheet, top: row, left: column, bottom: row, right: column } });
  }
  return highlights;
}

// One highlight per cell that a finding points at; where several meet, the worst severity shows.
import { formatCellRef, type CellRef } from "../../domain/cell-ref";
import type { Severity, Verification } from "../../verification";
import type { Highlight, RawSheet, RawWorkbook } from "../../workbook-port";
import { SEVERITY_RANK } from "../sheets/sheet-style";

export function composeHighlights(verification: Verification, raw: RawWorkbook): Highlight[] {
  const worst = new Map<string, { readonly ref: CellRef; readonly severity: Severity }>();
  for (const { cells, severity } of verification.findings) {
    for (const ref of cells) {
      const cell = formatCellRef(ref);
      const known = worst.get(cell);
      if (!known || SEVERITY_RANK[severity] < SEVERITY_RANK[known.severity]) worst.set(cell, { ref, severity });
    }
  }
  const isAgents = ({ resultSheet }: RawSheet): boolean => resultSheet === null || resultSheet === "contrat";
  const agentSheets = new Set(raw.sheets.filter(isAgents).map((sheet) => sheet.name));
  return [...worst.values()].flatMap(({ ref, severity }) => {
    if (!agentSheets.has(ref.sheet)) return [];
    const { sheet, row, column } = ref;
    return [{ severity, range: { sheet, top: row, left: column, bottom: row, right: column } }];
  });
}

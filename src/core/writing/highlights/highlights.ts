// One highlight per cell that a finding points at; where several meet, the worst severity shows.
import { parseCellRef } from "../../domain/cell-ref";
import type { Severity, Verification } from "../../verification";
import type { Highlight, RawSheet, RawWorkbook } from "../../workbook-port";
import { SEVERITY_RANK } from "../sheets/sheet-style";

export function composeHighlights(verification: Verification, raw: RawWorkbook): Highlight[] {
  const worst = new Map<string, Severity>();
  for (const { cells, severity } of verification.findings) {
    for (const cell of cells) {
      const known = worst.get(cell);
      if (!known || SEVERITY_RANK[severity] < SEVERITY_RANK[known]) worst.set(cell, severity);
    }
  }
  const isAgents = ({ resultSheet }: RawSheet): boolean => resultSheet === null || resultSheet === "contrat";
  const agentSheets = new Set(raw.sheets.filter(isAgents).map((sheet) => sheet.name));
  return [...worst].flatMap(([cell, severity]) => {
    const ref = parseCellRef(cell);
    if (!ref || !agentSheets.has(ref.sheet)) return [];
    const { sheet, row, column } = ref;
    return [{ severity, range: { sheet, top: row, left: column, bottom: row, right: column } }];
  });
}

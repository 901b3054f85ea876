// An error value that a formula shows follows from the one cell that the formula stumbles over.
import { amountTables } from "../../domain/lines/amount-tables";
import { formatCellRef, parseCellRef } from "../../domain/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { errorSources, isErrorValue } from "../../domain/explanations/error-sources";
import { sumsOf } from "../../domain/lines/table-sums";
import type { Finding } from "../../verification";

/** The rules that speak of a cell without a number: what stands in it, then what should. */
const RULES = ["montant-lisible", "montant-contractualise", "execution-renseignee"] as const;

/** By cell, what speaks of it; of two findings the one whose rule comes first. */
function indexByCell(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  for (const rule of RULES) {
    for (const finding of findings) {
      if (finding.rule !== rule) continue;
      for (const cell of finding.cells) if (!found.has(cell)) found.set(cell, finding);
    }
  }
  return found;
}

export function* errorCauses(findings: readonly Finding[], dossier: Dossier): Generator<readonly [Finding, Finding]> {
  const tables = amountTables(dossier).map(({ tableau }) => sumsOf(tableau));
  const byCell = indexByCell(findings);
  for (const finding of findings) {
    const ref = finding.rule === "montant-lisible" ? parseCellRef(finding.cells[0] ?? "") : null;
    if (!ref) continue;
    for (const sums of tables) {
      const entree = sums.entries.at(ref);
      if (!entree || entree.cell.formula === null || !isErrorValue(entree.cell)) continue;
      // Two of them settle it only together.
      const [source, another] = errorSources(sums, entree);
      const cause = source && !another ? byCell.get(formatCellRef(source.cell.ref)) : undefined;
      if (cause && cause !== finding) yield [finding, cause];
    }
  }
}

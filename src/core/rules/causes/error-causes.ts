// An error value that a formula shows follows from the one cell that the formula stumbles over.
import type { Entree } from "../../domain/lines/amount-entries";
import { amountTables } from "../../domain/lines/amount-tables";
import { formatCellRef, parseCellRef } from "../../domain/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { errorSources, isErrorValue } from "../../domain/explanations/error-sources";
import { sumsOf } from "../../domain/lines/table-sums";
import type { Finding } from "../../verification";

/** The rules that speak of a cell without a number: what stands in it, then what should. */
const RULES = ["montant-lisible", "montant-contractualise", "execution-renseignee"] as const;

function findAt({ cell }: Entree, findings: readonly Finding[]): Finding | null {
  const address = formatCellRef(cell.ref);
  const there = findings.filter(({ cells }) => cells.includes(address));
  for (const rule of RULES) {
    const found = there.find((finding) => finding.rule === rule);
    if (found) return found;
  }
  return null;
}

export function* errorCauses(findings: readonly Finding[], dossier: Dossier): Generator<readonly [Finding, Finding]> {
  const tables = amountTables(dossier).map(({ tableau }) => sumsOf(tableau));
  for (const finding of findings) {
    const ref = finding.rule === "montant-lisible" ? parseCellRef(finding.cells[0] ?? "") : null;
    if (!ref) continue;
    for (const sums of tables) {
      const entree = sums.entries.at(ref);
      if (!entree || entree.cell.formula === null || !isErrorValue(entree.cell)) continue;
      // Two of them settle it only together.
      const [source, another] = errorSources(sums, entree);
      const cause = source && !another ? findAt(source, findings) : null;
      if (cause && cause !== finding) yield [finding, cause];
    }
  }
}

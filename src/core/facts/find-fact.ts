// The amount that stands in a cell, among the parts of the budget table or of the execution table.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../domain/dossier";
import { bandsOf, factAt } from "./bands";
import type { YearFact } from "./fact";
import { tablesOf, type FactTable } from "./fact-tables";

/** Null for a cell of anything else. */
export function findFact(
  dossier: Dossier,
  cell: CellRef,
): { readonly table: FactTable; readonly fact: YearFact } | null {
  for (const table of tablesOf(dossier).amounts) {
    const fact = factAt(bandsOf(table).parts, cell);
    if (fact) return { table, fact };
  }
  return null;
}

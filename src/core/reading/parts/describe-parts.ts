// Says what was understood of fiches, imputation and deadlines, to be shown to the agent.
import { formatLocalRange, type RangeRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import type { ReadTable } from "../../verification";

function describePart(
  kind: ReadTable["kind"],
  range: RangeRef,
  { unit, actions = 0, axes, years = [], ignoredRows = [] }: Partial<ReadTable>,
): ReadTable {
  const place = { kind, sheet: range.sheet, range: formatLocalRange(range) };
  return { ...place, ...(unit && { unit }), actions, ...(axes !== undefined && { axes }), years, ignoredRows };
}

export function describeParts({
  fiches,
  imputation,
  versements = [],
  decisions = [],
  echeancier,
}: Dossier): ReadTable[] {
  const tables = (fiches ?? []).map(({ range }) => describePart("fiche", range, { actions: 1 }));
  if (imputation) {
    const { range, unit, annees, lignes, lignesIgnorees: ignoredRows } = imputation;
    const years = annees.map(({ annee }) => annee).sort((a, b) => a - b);
    tables.push(describePart("imputation", range, { unit, axes: lignes.length, years, ignoredRows }));
  }
  for (const { range, unit, lignes, lignesIgnorees: ignoredRows } of versements) {
    const years = [...new Set(lignes.flatMap(({ annee }) => annee ?? []))].sort((a, b) => a - b);
    tables.push(describePart("payments", range, { unit, years, ignoredRows }));
  }
  for (const { range, lignes } of decisions) {
    if (lignes.length === 0) continue;
    const years = [...new Set(lignes.map(({ annee }) => annee))].sort((a, b) => a - b);
    tables.push(describePart("decisions", range, { years }));
  }
  if (echeancier) {
    const { range, lignesIgnorees: ignoredRows } = echeancier;
    tables.push(describePart("deadlines", range, { ignoredRows }));
  }
  return tables;
}

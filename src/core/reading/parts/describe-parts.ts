// Says what was understood of fiches, imputation and deadlines, to be shown to the agent.
import { formatLocalRange } from "../../domain/cell-ref";
import type { Dossier } from "../../domain/dossier";
import type { ReadTable } from "../../verification";

export function describeParts({ fiches, imputation, echeancier }: Dossier): ReadTable[] {
  const tables: ReadTable[] = (fiches ?? []).map(({ range }) => ({
    kind: "fiche",
    sheet: range.sheet,
    range: formatLocalRange(range),
    actions: 1,
    years: [],
    ignoredRows: [],
  }));
  if (imputation) {
    const { range, unit, annees, lignes, lignesIgnorees } = imputation;
    tables.push({
      kind: "imputation",
      sheet: range.sheet,
      range: formatLocalRange(range),
      unit,
      actions: 0,
      axes: lignes.length,
      years: annees.map(({ annee }) => annee).sort((a, b) => a - b),
      ignoredRows: lignesIgnorees,
    });
  }
  if (echeancier) {
    const { range, lignesIgnorees } = echeancier;
    tables.push({
      kind: "deadlines",
      sheet: range.sheet,
      range: formatLocalRange(range),
      actions: 0,
      years: [],
      ignoredRows: lignesIgnorees,
    });
  }
  return tables;
}

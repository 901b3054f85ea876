// Says what was understood of a workbook, to be shown to the agent.
import { formatLocalRange } from "../domain/cell-ref";
import type { Dossier } from "../domain/dossier";
import type { ReadTable } from "../verification";

const byYear = (years: readonly { readonly annee: number }[]): number[] =>
  years.map(({ annee }) => annee).sort((a, b) => a - b);

export function describeRead({ budget, indicators }: Dossier): ReadTable[] {
  const tables: ReadTable[] = [];
  if (budget) {
    tables.push({
      kind: "budget",
      sheet: budget.range.sheet,
      range: formatLocalRange(budget.range),
      unit: budget.unit,
      actions: budget.lignesAction.length,
      axes: budget.lignesAxe.length,
      years: byYear(budget.annees),
      ignoredRows: budget.lignesIgnorees,
    });
  }
  if (indicators) {
    tables.push({
      kind: "indicators",
      sheet: indicators.range.sheet,
      range: formatLocalRange(indicators.range),
      actions: indicators.lignesAction.length,
      indicators: indicators.lignesIndicateur.length,
      years: byYear(indicators.annees),
      ignoredRows: indicators.lignesIgnorees,
    });
  }
  return tables;
}

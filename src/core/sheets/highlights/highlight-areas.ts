// Highlights gathered for writing: one area per sheet and severity.
import type { Severity } from "../../verification";
import type { Highlight } from "../../workbook-port";
import type { GridRange } from "xlsx-model/plan";
import { SEVERITY_RANK } from "../parts/sheet-style";

export interface HighlightArea {
  readonly sheet: string;
  readonly severity: Severity;
  readonly ranges: readonly GridRange[];
}

/**
 * The areas to highlight on each sheet, the slightest severity first: where ranges overlap, what is added last wins.
 */
export function highlightAreas(highlights: readonly Highlight[]): HighlightArea[] {
  const groups: { sheet: string; severity: Severity; ranges: GridRange[] }[] = [];
  const bySheet = new Map<string, Partial<Record<Severity, (typeof groups)[number]>>>();
  for (const { severity, range } of highlights) {
    const { sheet, top, left, bottom, right } = range;
    const ofSheet = bySheet.get(sheet) ?? {};
    bySheet.set(sheet, ofSheet);
    let group = ofSheet[severity];
    if (!group) groups.push((group = ofSheet[severity] = { sheet, severity, ranges: [] }));
    group.ranges.push({ top, left, bottom, right });
  }
  return groups.sort((a, b) => SEVERITY_RANK[b.severity] - SEVERITY_RANK[a.severity]);
}

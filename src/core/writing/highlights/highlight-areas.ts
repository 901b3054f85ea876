// Highlights gathered for writing: one area per sheet and severity, its neighbouring cells merged into rectangles.
import type { Severity } from "../../verification";
import type { GridRange, Highlight } from "../../workbook-port";
import { SEVERITY_RANK } from "../sheets/sheet-style";

export interface HighlightArea {
  readonly sheet: string;
  readonly severity: Severity;
  /** From top to bottom, then from left to right. */
  readonly ranges: readonly GridRange[];
}

/** Of each sheet the slightest severity first: what is added last wins where ranges overlap. */
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
  return groups
    .sort((a, b) => SEVERITY_RANK[b.severity] - SEVERITY_RANK[a.severity])
    .map((group) => ({ ...group, ranges: mergeNeighbours(group.ranges) }));
}

type Area = { -readonly [Side in keyof GridRange]: GridRange[Side] };

/** Joins ranges side by side, then one above the other. */
function mergeNeighbours(ranges: readonly GridRange[]): GridRange[] {
  const rows = joined(
    [...ranges].sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left),
    (last, next) => last.top === next.top && last.bottom === next.bottom && next.left <= last.right + 1,
    "right",
  );
  const columns = joined(
    [...rows].sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top),
    (last, next) => last.left === next.left && last.right === next.right && next.top <= last.bottom + 1,
    "bottom",
  );
  return [...columns].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Each with those after it that touch it, which reach it on that side. */
function joined(
  ranges: readonly GridRange[],
  touch: (last: GridRange, next: GridRange) => boolean,
  side: "right" | "bottom",
): GridRange[] {
  const out: Area[] = [];
  for (const range of ranges) {
    const last = out[out.length - 1];
    if (last && touch(last, range)) last[side] = Math.max(last[side], range[side]);
    else out.push({ ...range });
  }
  return out;
}

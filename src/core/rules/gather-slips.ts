// Makes one finding, with all its cells, of a slip that was made at many places.
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { Compared } from "./collect";
import { SEVERAL, type Report, type RuleMeta } from "./rule";
import type { Fix } from "../verification";

/** What is to be told, with the comparisons that made it. */
export interface Told {
  readonly report: Report<RuleMeta>;
  readonly sources: readonly Compared[];
}

function gather(told: readonly Told[]): Told {
  const cells = new Map<string, CellRef>();
  const fix: Fix[] = [];
  for (const { report } of told) {
    for (const ref of report.cells) cells.set(formatCellRef(ref), ref);
    fix.push(...(report.fix ?? []));
  }
  const [first, ...others] = cells.values();
  const slip = told[0]?.report.slip;
  if (!first || !slip) throw new Error("a slip is made at a cell");
  const reports = told.map(({ report }) => report);
  return { report: slip.together([first, ...others], fix, reports), sources: told.flatMap(({ sources }) => sources) };
}

/** In the order in which the rule said them, each slip at the place of its first report. */
export function gatherSlips(apart: readonly Compared[]): readonly Told[] {
  const groups: Told[][] = [];
  const bySlip = new Map<string, Told[]>();
  for (const one of apart) {
    const { outcome } = one;
    if (!("report" in outcome)) continue;
    const told = { report: outcome.report, sources: [one] };
    const key = told.report.slip?.key;
    const known = key === undefined ? undefined : bySlip.get(key);
    if (known) {
      known.push(told);
      continue;
    }
    const group = [told];
    groups.push(group);
    if (key !== undefined) bySlip.set(key, group);
  }
  return groups.flatMap((group) =>
    group.length < (group[0]?.report.slip?.least ?? SEVERAL) ? group : [gather(group)],
  );
}

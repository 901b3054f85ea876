// How far the work on a workbook has come: of all the discrepancies that it had, those that ask for nothing more.
import { useEffect, useMemo } from "react";
import type { Vue } from "../../../core/domain/a-qui";
import { keep, recall } from "../../kept";

/** Workbooks that are remembered; the oldest go first. */
const MOST = 30;

type Begun = Readonly<Record<string, number>>;

function begun(): Begun {
  try {
    return Object(JSON.parse(recall("begun"))) as Begun;
  } catch {
    return {};
  }
}

export interface Progress {
  readonly all: number;
  readonly settled: number;
  readonly awaiting: number;
}

/** Of a workbook by its name. What was corrected is no longer found: the number that the list was begun with is kept on this machine. */
export function useProgress(workbook: string, counts: Readonly<Record<Vue, number>>): Progress {
  const open = counts["a-traiter"] + counts.attend;
  const found = open + counts.regles;
  const all = useMemo(() => Math.max(Number(begun()[workbook]) || 0, found), [workbook, found]);
  useEffect(() => {
    const others = Object.entries(begun()).filter(([name]) => name !== workbook);
    // Once all is settled, what is found later begins another list.
    const now = open === 0 ? found : all;
    keep("begun", JSON.stringify(Object.fromEntries([...others, [workbook, now] as const].slice(-MOST))));
  }, [workbook, open, found, all]);
  return { all, settled: all - open, awaiting: counts.attend };
}

// Straight lines of a page, put together: a border is often drawn in as many pieces as it has cells.
import { checkLimit } from "../limits";

export interface Rule {
  readonly isVertical: boolean;
  /** From the left for a vertical one, from the top for the others. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Two lines that a reader sees as one, and the gap that joints leave. */
const SAME = 1.5;
export const JOINT = 3;
/** Shorter ones are parts of a drawing, or underline a letter. */
const SHORTEST = 6;

export function joinRules(found: readonly Rule[]): readonly Rule[] {
  const joined = [true, false].flatMap((isVertical) =>
    joinAlong(found.filter((rule) => rule.isVertical === isVertical)),
  );
  checkLimit("rules", joined.length);
  return joined;
}

function joinAlong(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort((left, right) => left.at - right.at);
  const groups: Rule[][] = [];
  for (const rule of sorted) {
    const group = groups.at(-1);
    if (group && rule.at - (group[0]?.at ?? 0) <= SAME) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap((group) => {
    const joined: { isVertical: boolean; at: number; from: number; to: number }[] = [];
    for (const rule of group.sort((left, right) => left.from - right.from)) {
      const last = joined.at(-1);
      if (last && rule.from - last.to <= JOINT) last.to = Math.max(last.to, rule.to);
      else joined.push({ ...rule });
    }
    return joined.filter(({ from, to }) => to - from >= SHORTEST);
  });
}

/** The middle of each group of places that lie close together. */
export function clusters(places: readonly number[], apart: number): readonly number[] {
  const found: { sum: number; count: number; last: number }[] = [];
  for (const each of [...places].sort((left, right) => left - right)) {
    const group = found.at(-1);
    if (group && each - group.last <= apart) {
      group.sum += each;
      group.count += 1;
      group.last = each;
    } else found.push({ sum: each, count: 1, last: each });
  }
  return found.map(({ sum, count }) => sum / count);
}

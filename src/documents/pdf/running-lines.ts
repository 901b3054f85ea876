// What is printed again on each page, above or below the text, and is no part of it: titles that run along, numbers of pages.
import type { Line } from "./lines";
import { textOf } from "./lines";

export interface PageOfLines {
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Of the height of a page, above and below. */
const ZONE = 0.12;
const FEWEST_PAGES = 3;
const PAGE_NUMBER = /^(?:[-–—] ?)?(?:p(?:age|\.)? ?)?\d{1,3}(?: ?(?:\/|sur|de) ?\d{1,3})?(?: ?[-–—])?$/iu;

const isAbove = ({ base }: Line, height: number): boolean => base < height * ZONE;
const isBelow = ({ base }: Line, height: number): boolean => base > height * (1 - ZONE);

/** The same words as far from the edge. Above the text they are the same to the figure: "Fiche action 2" is a title of its own. */
function trace(line: Line, height: number): string {
  const text = textOf(line);
  return isAbove(line, height)
    ? `${text} ${Math.round(line.base / 6)}`
    : `${text.replace(/\d+/g, "#")} ${Math.round((height - line.base) / 6)}`;
}

/** The lines of each page that run along. */
export function runningLines(pages: readonly PageOfLines[]): readonly ReadonlySet<Line>[] {
  const edges = pages.map(({ height, lines }) =>
    lines
      .filter((line) => isAbove(line, height) || isBelow(line, height))
      .map((line) => [line, trace(line, height)] as const),
  );
  const times = new Map<string, number>();
  for (const edge of edges)
    for (const each of new Set(edge.map(([, text]) => text))) times.set(each, (times.get(each) ?? 0) + 1);
  const enough = Math.max(Math.min(FEWEST_PAGES, pages.length), pages.length * 0.4, 2);
  return pages.map(({ lines }, index) => {
    const ends: readonly (Line | undefined)[] = [lines[0], lines.at(-1)];
    const running = (edges[index] ?? []).filter(
      ([line, text]) => (times.get(text) ?? 0) >= enough || (ends.includes(line) && PAGE_NUMBER.test(textOf(line))),
    );
    return new Set(running.map(([line]) => line));
  });
}

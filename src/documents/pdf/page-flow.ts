// One page of a PDF in reading order: paragraphs, tables, and the notes at its foot.
import { addUnder } from "../../core/domain/group-by";
import { findAlignedTables } from "./aligned-tables";
import { textOf, toLines, type Line } from "./lines";
import { toParagraphs, type Vocabulary } from "./paragraphs";
import type { PageContent, Piece } from "./page-content";
import { fillTable, findRuledTables, holds, type RuledTable, type TextRow } from "./ruled-tables";

export interface FlowText {
  readonly kind: "text";
  text: string;
}

export interface FlowTable {
  readonly kind: "table";
  readonly rows: TextRow[];
  /** Edges, or null for a table that none are drawn of. */
  columns: readonly number[] | null;
}

export type Flow = FlowText | FlowTable;

/** A page whose tables are known, before it is known what all pages repeat. */
export interface SortedPage {
  readonly content: PageContent;
  readonly tables: readonly { readonly table: RuledTable; readonly pieces: readonly Piece[] }[];
  readonly free: readonly Piece[];
}

export function sortPage(content: PageContent): SortedPage {
  const found = findRuledTables(content).map((table) => ({ table, pieces: [] as Piece[] }));
  const free: Piece[] = [];
  for (const piece of content.pieces) {
    const own = found.find(({ table }) => holds(table, piece));
    if (own) own.pieces.push(piece);
    else free.push(piece);
  }
  return { content, tables: found.filter(({ pieces }) => pieces.length > 0), free };
}

export interface Around {
  /** Where lines end at most, on pages as wide as this one. */
  readonly right: number;
  /** Of the letters of most of the text. */
  readonly size: number;
  readonly running: ReadonlySet<Line>;
  readonly words: Vocabulary;
}

export interface PageFlow {
  readonly flow: readonly Flow[];
  readonly notes: readonly string[];
}

/** `lines`: those that stand in no table. */
export function readFlow(page: SortedPage, lines: readonly Line[], around: Around): PageFlow {
  const kept = lines.filter((line) => !around.running.has(line));
  const notes = linesOfNotes(kept, page.content, around.size);
  const numbers = new Set(notes.flatMap((line) => NOTE.exec(textOf(line))?.[1] ?? []));
  const said = new Set(notes);
  const body = numbers.size > 0 ? withoutCalls(page, kept, said, numbers) : kept.filter((line) => !said.has(line));
  const placed = [
    ...page.tables.map(({ table, pieces }) => ({
      top: table.rows[0] ?? 0,
      flow: [
        { kind: "table", rows: [...fillTable(table, pieces, numbers, around.words)], columns: table.columns },
      ] as Flow[],
    })),
    ...bands(body, page.tables).map((band) => ({ top: band[0]?.base ?? 0, flow: flowOf(band, page.content, around) })),
  ];
  return {
    flow: placed.sort((left, right) => left.top - right.top).flatMap(({ flow }) => flow),
    notes: textsOfNotes(notes, around),
  };
}

function withoutCalls(
  page: SortedPage,
  kept: readonly Line[],
  notes: ReadonlySet<Line>,
  numbers: ReadonlySet<string>,
): readonly Line[] {
  const bases = new Set(kept.filter((line) => !notes.has(line)).map(({ base }) => base));
  return toLines(page.free, numbers).filter(({ base }) => [...bases].some((each) => Math.abs(each - base) < 1));
}

const NOTE = /^\(?(\d{1,2})\)? ?\p{L}/u;
const CALL = /^\(?\d{1,2}\)? ?/u;

/** Under the short line that is drawn above notes, or smaller than the text at the foot of the page. */
function linesOfNotes(lines: readonly Line[], { rules, width, height }: PageContent, size: number): readonly Line[] {
  const separator = rules.find(
    ({ isVertical, at, from, to }) => !isVertical && at > height * 0.4 && to - from < width * 0.45 && to - from > 40,
  );
  const first = lines.findIndex(
    (line, index) =>
      NOTE.test(textOf(line)) &&
      (separator ? line.base > separator.at : line.base > height * 0.6) &&
      lines.slice(index).every((each) => each.size < size * (separator ? 1.03 : 0.97)),
  );
  return first < 0 ? [] : lines.slice(first);
}

function textsOfNotes(notes: readonly Line[], { right, words }: Around): readonly string[] {
  const groups: Line[][] = [];
  for (const line of notes) {
    const group = groups.at(-1);
    if (group && !NOTE.test(textOf(line))) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) =>
    toParagraphs(group, right, words)
      .map(({ text }) => text)
      .join(" ")
      .replace(CALL, ""),
  );
}

/** Lines between two tables. */
function bands(lines: readonly Line[], tables: SortedPage["tables"]): readonly (readonly Line[])[] {
  const tops = tables.map(({ table }) => table.rows[0] ?? 0).sort((left, right) => left - right);
  const found = new Map<number, Line[]>();
  for (const line of lines) {
    const rank = tops.filter((top) => top < line.base).length;
    addUnder(found, rank, line);
  }
  return [...found.values()];
}

function flowOf(lines: readonly Line[], { width }: PageContent, around: Around): Flow[] {
  const gutter = findGutter(lines, width);
  if (gutter === null) return columnOf(lines, around.right, around.words);
  return inColumns(lines, gutter).flatMap((column) => {
    const right = Math.max(...column.map((line) => line.right));
    return columnOf(column, right, around.words);
  });
}

function columnOf(lines: readonly Line[], right: number, words: Vocabulary): Flow[] {
  const flow: Flow[] = [];
  let run: Line[] = [];
  const close = (): void => {
    flow.push(...toParagraphs(run, right, words).map(({ text }): Flow => ({ kind: "text", text })));
    run = [];
  };
  for (const each of findAlignedTables(lines)) {
    if ("segments" in each) run.push(each);
    else {
      close();
      flow.push({ kind: "table", rows: each.rows.map((texts) => ({ texts, cells: texts.length })), columns: null });
    }
  }
  close();
  return flow;
}

const FEWEST_LINES = 8;

/** The empty strip between two columns of text, if there is one: each is full lines, and hardly any runs over it. */
function findGutter(lines: readonly Line[], width: number): number | null {
  const segments = lines.flatMap((line) => line.segments);
  for (let x = width * 0.4; x <= width * 0.6; x += 4) {
    const over = segments.filter(({ left, right }) => left < x && right > x).length;
    const [before, after] = [segments.filter(({ right }) => right <= x), segments.filter(({ left }) => left >= x)];
    const isText = (side: typeof segments): boolean =>
      side.length >= FEWEST_LINES && median(side.map(({ left, right }) => right - left)) > width * 0.22;
    if (over <= segments.length * 0.2 && isText(before) && isText(after)) return x;
  }
  return null;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** Left, then right, between the lines that run over both. */
function inColumns(lines: readonly Line[], gutter: number): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  let [left, right]: [Line[], Line[]] = [[], []];
  const close = (): void => {
    found.push(left, right);
    [left, right] = [[], []];
  };
  for (const line of lines) {
    if (line.segments.some((segment) => segment.left < gutter && segment.right > gutter)) {
      close();
      found.push([line]);
      continue;
    }
    const [before, after] = [
      line.segments.filter((segment) => segment.right <= gutter),
      line.segments.filter((segment) => segment.left >= gutter),
    ];
    if (before.length > 0) left.push(part(line, before));
    if (after.length > 0) right.push(part(line, after));
  }
  close();
  return found.filter((column) => column.length > 0);
}

const part = (line: Line, segments: Line["segments"]): Line => ({
  ...line,
  segments,
  left: segments[0]?.left ?? line.left,
  right: segments.at(-1)?.right ?? line.right,
});

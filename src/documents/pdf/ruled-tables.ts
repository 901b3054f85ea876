// Tables that a page draws with lines: which lines make one, where its cells are, and what stands in each.
import { textOf, toLines, type Line } from "./lines";
import { toParagraphs, type Vocabulary } from "./paragraphs";
import type { PageContent, Piece } from "./page-content";
import { clusters, JOINT, type Rule } from "./rules";

export interface RuledTable {
  /** Edges of the columns, from the left, and of the rows, from the top. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly rules: readonly Rule[];
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From here on an edge is another one. */
const EDGE = 4;

/** Those with more than one column: the others are frames. The smallest first, as one may stand in a cell of another. */
export function findRuledTables({ rules }: PageContent): readonly RuledTable[] {
  return connected(rules)
    .flatMap((group) => {
      const [vertical, horizontal] = [
        group.filter((rule) => rule.isVertical),
        group.filter((rule) => !rule.isVertical),
      ];
      const columns = edges(vertical, horizontal);
      const rows = edges(horizontal, vertical);
      return columns.length > 2 && rows.length > 1 ? [{ columns, rows, rules: group }] : [];
    })
    .sort((left, right) => area(left) - area(right));
}

const span = (edges: readonly number[]): number => (edges.at(-1) ?? 0) - (edges[0] ?? 0);
const area = ({ columns, rows }: RuledTable): number => span(columns) * span(rows);

/** Where the lines stand, and where those across begin and end: a table need not be closed at its sides. */
function edges(own: readonly Rule[], across: readonly Rule[]): readonly number[] {
  const found = clusters(
    own.map(({ at }) => at),
    EDGE,
  );
  const ends = [Math.min(...across.map(({ from }) => from)), Math.max(...across.map(({ to }) => to))];
  const open = ends.filter((end) => !found.some((edge) => Math.abs(edge - end) < 12));
  return [...found, ...open].sort((left, right) => left - right);
}

function connected(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const group = new Map<Rule, Set<Rule>>(rules.map((rule) => [rule, new Set([rule])]));
  const [vertical, horizontal] = [rules.filter((rule) => rule.isVertical), rules.filter((rule) => !rule.isVertical)];
  const meets = (at: number, { from, to }: Rule): boolean => at >= from - JOINT && at <= to + JOINT;
  for (const down of vertical) {
    for (const across of horizontal) {
      const [one, other] = [group.get(down), group.get(across)];
      if (!one || !other || one === other || !meets(across.at, down) || !meets(down.at, across)) continue;
      const [large, small] = one.size > other.size ? [one, other] : [other, one];
      for (const rule of small) {
        large.add(rule);
        group.set(rule, large);
      }
    }
  }
  return [...new Set(group.values())].map((each) => [...each]).filter((each) => each.length > 3);
}

export const holds = ({ columns, rows }: RuledTable, { left, right, base, size }: Piece): boolean => {
  const [x, y] = [(left + right) / 2, base - size * 0.3];
  return x > (columns[0] ?? 0) && x < (columns.at(-1) ?? 0) && y > (rows[0] ?? 0) && y < (rows.at(-1) ?? 0);
};

export const countCells = ({ columns, rows }: RuledTable): number => (columns.length - 1) * (rows.length - 1);

/** The cells, a merged one as one. */
function cellsOf({ columns, rows, rules }: RuledTable): readonly Cell[] {
  const [width, height] = [columns.length - 1, rows.length - 1];
  const at = (edges: readonly number[], index: number): number => edges[index] ?? 0;
  const middle = (edges: readonly number[], index: number): number => (at(edges, index) + at(edges, index + 1)) / 2;
  const isDrawn = (isVertical: boolean, edge: number, along: number): boolean =>
    rules.some(
      (rule) =>
        rule.isVertical === isVertical && Math.abs(rule.at - edge) < EDGE && rule.from <= along && rule.to >= along,
    );
  const taken = new Set<number>();
  const cells: Cell[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue;
      let [right, bottom] = [column + 1, row + 1];
      while (right < width && !taken.has(row * width + right) && !isDrawn(true, at(columns, right), middle(rows, row)))
        right += 1;
      while (bottom < height && !isDrawn(false, at(rows, bottom), middle(columns, column))) bottom += 1;
      for (let y = row; y < bottom; y += 1) for (let x = column; x < right; x += 1) taken.add(y * width + x);
      cells.push({
        row,
        column,
        left: at(columns, column),
        right: at(columns, right),
        top: at(rows, row),
        bottom: at(rows, bottom),
      });
    }
  }
  return cells;
}

/** Two cells whose texts are close came as one: a figure, or a word that begins with a capital, is cut off at the line. Other words that run over a line are of the cell where they begin. */
function cutAtEdges(pieces: readonly Piece[], cellsAt: (y: number) => readonly Cell[]): readonly Piece[] {
  return pieces.flatMap((piece) => {
    const y = piece.base - piece.size * 0.3;
    const cuts = cellsAt(y)
      .filter(({ top, bottom, left }) => y > top && y < bottom && left > piece.left + 2 && left < piece.right - 2)
      .map(({ left }) => left)
      .sort((left, right) => left - right);
    const parts: Piece[] = [];
    let rest = piece;
    for (const edge of cuts) {
      const letter = (rest.right - rest.left) / Math.max(1, rest.text.length);
      const near = Math.round((edge - rest.left) / letter);
      const joints = [...rest.text.matchAll(JOINTS)];
      const joint = joints.sort((left, right) => Math.abs(left.index - near) - Math.abs(right.index - near))[0];
      if (!joint || Math.abs(joint.index - near) > 3) continue;
      const [at, end] = [joint.index, joint.index + joint[0].length];
      if (joint[0] !== "" && !BESIDE_FIGURE.test(rest.text.slice(at - 1, at + 2))) continue;
      parts.push({ ...rest, text: rest.text.slice(0, at), right: edge - 0.5 });
      rest = { ...rest, text: rest.text.slice(end), left: edge + 0.5 };
    }
    return [...parts, rest];
  });
}

/** A space, or where a word begins right after the last letter of another: « MétropoleTotal ». */
const JOINTS = /\s|(?<=\p{Ll})(?=\p{Lu})/gu;
const BESIDE_FIGURE = /^[\d€%]|\d$/u;

/** The cells at a height, in their order, by the row of the table that it falls in. */
function byHeight({ rows }: RuledTable, cells: readonly Cell[]): (y: number) => readonly Cell[] {
  const bands = rows.slice(1).map((): Cell[] => []);
  for (const cell of cells)
    for (let row = cell.row; row < bands.length && (rows[row + 1] ?? 0) <= cell.bottom; row += 1)
      bands[row]?.push(cell);
  return (y) => bands[Math.max(0, rows.findIndex((edge) => edge >= y) - 1)] ?? [];
}

interface FilledCell extends Cell {
  readonly lines: readonly Line[];
}

export interface TextRow {
  /** A merged cell's stands in its first place. */
  readonly texts: readonly string[];
  /** As many as are drawn. */
  readonly cells: number;
}

export function fillTable(
  table: RuledTable,
  pieces: readonly Piece[],
  notes: ReadonlySet<string>,
  words: Vocabulary,
): readonly TextRow[] {
  const cells = cellsOf(table);
  const cellsAt = byHeight(table, cells);
  const within = new Map<Cell, Piece[]>(cells.map((cell) => [cell, []]));
  for (const piece of cutAtEdges(pieces, cellsAt)) {
    const [x, y] = [piece.left + Math.min((piece.right - piece.left) / 2, 8), piece.base - piece.size * 0.3];
    const cell = cellsAt(y).find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
    if (cell) within.get(cell)?.push(piece);
  }
  const filled = cells.map((cell) => ({ ...cell, lines: toLines(within.get(cell) ?? [], notes) }));
  const width = table.columns.length - 1;
  return table.rows.slice(1).flatMap((_, row) => {
    const own = filled.filter((cell) => cell.row === row);
    return splitRow(own, table.rows[row + 1] ?? 0).map((part) => {
      const texts = new Array<string>(width).fill("");
      for (const { column, left, right, lines } of part) texts[column] = textOfCell(lines, left, right, words);
      return { texts, cells: part.length };
    });
  });
}

function textOfCell(lines: readonly Line[], left: number, right: number, words: Vocabulary): string {
  // A figure that is wider than its column goes on below, wherever it was cut.
  if (lines.length > 1 && isFigures(lines)) return lines.map(textOf).reduce(joinFigures);
  const margin = Math.min(8, Math.max(0, Math.min(...lines.map((line) => line.left - left), right - left)));
  return toParagraphs(lines, right - margin, words)
    .map(({ text }) => text)
    .join("\n");
}

/** "65 0" and "00", "130" and "000", "12,5" and "%". */
function joinFigures(before: string, after: string): string {
  const isGroup = /(?:^\d{1,3}|\s\d{3})$/u.test(before) && /^\d{3}(?!\d)/.test(after);
  return `${before}${isGroup || /^[€%]/.test(after) ? " " : ""}${after}`;
}

const FIGURES = /^[-\d\s.,€%]+$/u;
const FIGURE = /^-?(?:0|[1-9]\d{0,2}(?:\s?\d{3})*)(?:,\d+)?(?:\s?[€%])?$/u;

const isFigures = (lines: readonly Line[]): boolean =>
  lines.some((line) => /\d/.test(textOf(line))) && lines.every((line) => FIGURES.test(textOf(line)));

/** Whether each line is a figure by itself, and the next would have had room beside it. */
function areRows({ lines, left, right }: FilledCell): boolean {
  if (lines.length < 2 || !lines.every((line) => FIGURE.test(textOf(line)))) return false;
  const widths = lines.map((line) => line.right - line.left);
  return lines.slice(1).every((_, rank) => (widths[rank] ?? 0) + (widths[rank + 1] ?? 0) < right - left - 4);
}

/** Rows that nothing divides: figures under each other in several columns are as many rows. */
function splitRow(cells: readonly FilledCell[], bottom: number): readonly (readonly FilledCell[])[] {
  const figures = cells.filter((cell) => cell.bottom <= bottom + EDGE && areRows(cell));
  const [first] = figures;
  const isAligned = figures.every(
    ({ lines }) =>
      lines.length === first?.lines.length &&
      lines.every(({ base }, rank) => Math.abs(base - (first.lines[rank]?.base ?? 0)) < 2),
  );
  if (!first || figures.length < 2 || !isAligned) return [cells];
  return first.lines.map(({ base, size }, rank) => {
    const from = rank === 0 ? -Infinity : base - size;
    const next = first.lines[rank + 1];
    const to = next ? next.base - next.size : Infinity;
    return cells.map((cell) => ({ ...cell, lines: cell.lines.filter((line) => line.base >= from && line.base < to) }));
  });
}

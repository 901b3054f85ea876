// Pieces of text as lines, in reading order.
import type { Piece } from "./page-content";

/** Pieces with more than this of empty space between them, in heights of letters, are apart. */
const APART = 1.8;

export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface Line {
  /** What stands apart on it, from left to right. */
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

export const textOf = ({ segments }: Line): string => segments.map(({ text }) => text).join(" ");

/** `notes`: numbers of notes at the foot of the page; the small figure that points at one is no part of a text. */
export function toLines(pieces: readonly Piece[], notes: ReadonlySet<string> = new Set()): readonly Line[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((left, right) => left.base - right.base)) {
    const row = rows.at(-1);
    const first = row?.[0];
    // What is raised or lowered stands on the same line.
    const near = Math.max(piece.size, first?.size ?? 0) * 0.45;
    if (row && first && piece.base - first.base <= near) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => toLine(row, notes) ?? []);
}

function toLine(row: readonly Piece[], notes: ReadonlySet<string>): Line | null {
  const size = Math.max(...row.map((piece) => piece.size));
  const main = row.filter((piece) => piece.size > size * 0.8);
  const base = Math.max(...main.map((piece) => piece.base));
  const isCall = (piece: Piece): boolean =>
    piece.size <= size * 0.8 && piece.base < base - size * 0.1 && notes.has(piece.text.trim());
  const segments: { text: string; left: number; right: number }[] = [];
  for (const piece of [...row].sort((left, right) => left.left - right.left)) {
    const last = segments.at(-1);
    if (isCall(piece)) {
      if (last) last.right = Math.max(last.right, piece.right);
      continue;
    }
    const gap = last ? piece.left - last.right : Infinity;
    if (last && gap <= size * APART) {
      const isBroken = gap > size * 0.12 && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
      last.text += `${isBroken ? " " : ""}${piece.text}`;
      last.right = Math.max(last.right, piece.right);
    } else segments.push({ text: piece.text, left: piece.left, right: piece.right });
  }
  const plain = segments.map((segment) => ({ ...segment, text: segment.text.replace(/[ \t\r\n]+/g, " ").trim() }));
  const [first, last] = [plain[0], plain.at(-1)];
  if (!first || !last) return null;
  return { segments: plain, left: first.left, right: last.right, base, size };
}

// Where a key takes the active cell.
import type { SheetTracks } from "./sheet-tracks";

export interface Position {
  readonly row: number;
  readonly column: number;
}

interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
}

const PAGE = 20;

/** What the sheet holds, for the keys that run to the end of what is filled. */
export interface Filled {
  has(row: number, column: number): boolean;
  /** Null for an empty sheet. */
  readonly last: Position | null;
}

/** Null when the key does not move; hidden rows and columns are stepped over. */
export function moveBy(
  { key, ctrlKey }: Keystroke,
  from: Position,
  tracks: SheetTracks,
  filled: Filled,
): Position | null {
  if (ctrlKey) return jump(key, from, tracks, filled);
  const down = (steps: number): Position => ({ ...from, row: step(tracks.rows, from.row, steps) });
  const right = (steps: number): Position => ({ ...from, column: step(tracks.columns, from.column, steps) });
  switch (key) {
    case "ArrowDown":
      return down(1);
    case "ArrowUp":
      return down(-1);
    case "ArrowRight":
      return right(1);
    case "ArrowLeft":
      return right(-1);
    case "PageDown":
      return down(PAGE);
    case "PageUp":
      return down(-PAGE);
    case "Home":
      return { ...from, column: 0 };
    default:
      return null;
  }
}

function step(track: SheetTracks["rows"], from: number, steps: number): number {
  const direction = Math.sign(steps);
  let index = from;
  for (let left = Math.abs(steps); left > 0; left--) {
    let next = index + direction;
    while (next >= 0 && next < track.count && track.size(next) === 0) next += direction;
    if (next < 0 || next >= track.count) break;
    index = next;
  }
  return index;
}

const JUMPS: Readonly<Record<string, Position>> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
};

function jump(key: string, from: Position, tracks: SheetTracks, filled: Filled): Position | null {
  if (key === "Home") return { row: 0, column: 0 };
  if (key === "End") return filled.last ?? from;
  const by = JUMPS[key];
  if (!by) return null;
  const after = ({ row, column }: Position): Position => ({
    row: by.row === 0 ? row : step(tracks.rows, row, by.row),
    column: by.column === 0 ? column : step(tracks.columns, column, by.column),
  });
  const isFilled = ({ row, column }: Position) => filled.has(row, column);
  const isSame = (one: Position, other: Position) => one.row === other.row && one.column === other.column;
  let at = from;
  // Within a block to its end; from its end, or from nothing, to the next one.
  const isInside = isFilled(from) && isFilled(after(from));
  for (let next = after(at); !isSame(next, at); next = after(at)) {
    if (isInside && !isFilled(next)) break;
    at = next;
    if (!isInside && isFilled(at)) break;
  }
  return at;
}

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

/** Null when the key does not move; hidden rows and columns are stepped over. */
export function moveBy({ key, ctrlKey }: Keystroke, from: Position, tracks: SheetTracks): Position | null {
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
      return ctrlKey ? { row: 0, column: 0 } : { ...from, column: 0 };
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

// How one of our highlights is known again: by its id, and by its condition too where ids are places that the next one takes.
import { HIGHLIGHT_TURNS } from "../core/sheets/parts/marks";

interface Found {
  readonly id: string;
  /** As `ConditionalFormat.id` is documented: the format's place among those of the sheet. */
  readonly arePlaces: boolean;
  readonly formula: string;
}

const SEPARATOR = " ";

export const highlightHandle = ({ id, arePlaces, formula }: Found): string =>
  arePlaces ? `${id}${SEPARATOR}${formula}` : id;

export const idOfHighlight = (handle: string): string => handle.split(SEPARATOR, 1)[0] ?? handle;

/** The next ones are told by their conditions from those that stand. */
export function nextTurn(handles: readonly string[]): number {
  const isTaken = (turn: number): boolean =>
    handles.some((handle) => handle.includes(SEPARATOR) && handle.endsWith(`>${turn}`));
  return HIGHLIGHT_TURNS.find((turn) => !isTaken(turn)) ?? 0;
}

// What the keyboard does in the grid, as in Excel: moving, selecting, editing, taking back.
import { showForEditing } from "../formula/typed-content";
import type { GridActions, SheetView } from "./sheet-view";
import { moveBy, type Filled, type Position } from "./keys";
import type { SheetTracks } from "./sheet-tracks";

interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

interface KeyScene {
  readonly view: SheetView;
  /** The end of the selection that is not the active cell. */
  readonly end: Position;
  readonly tracks: SheetTracks;
  readonly actions: GridActions;
}

/** False for a key that the grid leaves to the page. */
export function gridKey(event: Keystroke, { view, end, tracks, actions }: KeyScene): boolean {
  if (event.altKey) return false;
  const { sheet, active } = view;
  const isControl = event.ctrlKey || event.metaKey;
  const moved = moveBy({ key: event.key, ctrlKey: isControl }, event.shiftKey ? end : active, tracks, filledOf(view));
  if (moved && event.shiftKey) actions.extend(moved.row, moved.column);
  else if (moved) actions.select(moved.row, moved.column);
  else if (isControl) return shortcut(event.key.toLowerCase(), view, actions);
  else if (event.key === "Enter" || event.key === "F2")
    actions.startEditing(showForEditing(sheet.content(active.row, active.column)));
  else if (event.key === "Delete") actions.clear();
  else if (event.key === "Backspace") actions.startEditing("");
  else if (event.key.length === 1) actions.startEditing(event.key);
  else return false;
  return true;
}

function shortcut(key: string, { sheet }: SheetView, actions: GridActions): boolean {
  if (key === "z") actions.undo();
  else if (key === "y") actions.redo();
  else if (key === "a") {
    const used = sheet.usedRange(true);
    actions.select(0, 0);
    if (used) actions.extend(used.bottom, used.right);
  } else return false;
  return true;
}

function filledOf({ sheet }: SheetView): Filled {
  const used = sheet.usedRange(true);
  return {
    has: (row, column) => sheet.content(row, column).value !== null,
    last: used && { row: used.bottom, column: used.right },
  };
}

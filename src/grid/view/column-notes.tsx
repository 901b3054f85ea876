// A row under the column letters with what is said of some columns: one stop for the keyboard, arrows from one to the next.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import type { GridRange } from "xlsx-model/plan";

export interface ColumnNote {
  readonly id: string;
  readonly column: number;
  readonly text: string;
  /** In whole, for who hears it. */
  readonly name: string;
  /** Its border tells it apart. */
  readonly isOpen: boolean;
  /** What is spoken of now: it is brought into sight. */
  readonly isHere: boolean;
  /** Null where nothing can be done about it. */
  readonly onPress: (() => void) | null;
}

/** What stands beside the workbook and says something of the sheet. */
export interface SheetNotes {
  readonly label: string;
  readonly columns: readonly ColumnNote[];
  /** The cells that are spoken of now. */
  readonly marked: readonly GridRange[];
}

export const NOTES_HEIGHT = 38;

/** Within the sheet alone: in a narrow page, where the pane stands below it, the question that is read stays where it is. */
function showSideways(cell: Element): void {
  const sheet = cell.closest(".grid-scroller");
  if (!sheet) return;
  const { left, right } = cell.getBoundingClientRect();
  const within = sheet.getBoundingClientRect();
  const names = cell.parentElement?.querySelector(".row-name")?.getBoundingClientRect().width ?? 0;
  if (left < within.left + names) sheet.scrollLeft -= within.left + names - left;
  else if (right > within.right) sheet.scrollLeft += right - within.right;
}

interface ColumnNotesProps {
  readonly label: string;
  readonly notes: readonly ColumnNote[];
  readonly columns: readonly number[];
}

export function ColumnNotes({ label, notes, columns }: ColumnNotesProps): ReactElement {
  const row = useRef<HTMLTableRowElement>(null);
  const [stop, setStop] = useState<number | null>(null);
  const open = notes.filter(({ onPress, column }) => onPress && columns.includes(column));
  const here = notes.find(({ isHere }) => isHere)?.column ?? null;
  // Where the keyboard stops: where it was, else at what is spoken of.
  const current = open.some(({ column }) => column === stop)
    ? stop
    : (open.find(({ isHere }) => isHere) ?? open[0])?.column;
  useEffect(() => {
    if (here === null) return;
    const cell = row.current?.querySelector(`[data-column="${here}"]`);
    if (cell) showSideways(cell);
  }, [here]);

  function onKeyDown(event: KeyboardEvent): void {
    // A letter typed here is not typed into the cell that is selected.
    event.stopPropagation();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = open.findIndex(({ column }) => column === current);
    const next = step === undefined ? undefined : open[at + step];
    if (!next) return;
    event.preventDefault();
    setStop(next.column);
    row.current?.querySelector<HTMLElement>(`[data-column="${next.column}"] button`)?.focus();
  }

  return (
    <tr ref={row} className="column-notes" style={{ height: NOTES_HEIGHT }} onKeyDown={onKeyDown}>
      <th scope="row" className="row-name">
        {label}
      </th>
      <td className="spacer" aria-hidden="true" />
      {columns.map((column) => {
        const note = notes.find((one) => one.column === column);
        const classes = ["note", note?.isOpen && "open", note?.isHere && "here"].filter(Boolean).join(" ");
        return (
          <td key={column} data-column={column} className={note ? classes : "no-note"}>
            {note &&
              (note.onPress ? (
                <button
                  id={note.id}
                  type="button"
                  title={note.name}
                  aria-label={note.name}
                  tabIndex={column === current ? 0 : -1}
                  onFocus={() => {
                    setStop(column);
                  }}
                  onClick={note.onPress}
                >
                  {note.text}
                </button>
              ) : (
                <span title={note.name}>{note.text}</span>
              ))}
          </td>
        );
      })}
    </tr>
  );
}

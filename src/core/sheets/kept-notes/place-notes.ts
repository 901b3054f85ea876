// Where what somebody typed on a sheet of ours can stay, beside the same row or below the sheet, once it is written again.
import { digestOfMark } from "../../domain/row-mark";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import type { GridRange } from "xlsx-model/plan";
import { isContent } from "../parts/planned-contents";
import type { FollowedRows } from "./follow-rows";
import { asPlanned, type Note, type NoteCell } from "./note";

/** Farther away it would make a sheet of millions of cells. */
const COLUMNS_BESIDE = 40;
const ROWS_BELOW = 400;

export interface PlacedNotes {
  /** With the notes that stay. */
  readonly plan: SheetPlan;
  /** Those that do not. */
  readonly moved: readonly Note[];
}

interface Room extends FollowedRows {
  readonly width: number;
  readonly height: number;
}

/** `plan` bears its marks. */
export function placeNotes(plan: SheetPlan, notes: readonly Note[], followed: FollowedRows): PlacedNotes {
  const room = { width: plan.cells[0]?.length ?? 0, height: plan.cells.length, ...followed };
  const stay = new Map<string, NoteCell>();
  const moved: Note[] = [];
  for (const note of notes) {
    const cell = placeOf(note, room);
    const key = `${cell?.row} ${cell?.column}`;
    if (cell && !stay.has(key)) stay.set(key, cell);
    else moved.push(...(note.isBeside ? [note] : narrowed(note, plan, room)));
  }
  return { plan: withCells(plan, [...stay.values()]), moved };
}

function placeOf({ cells: [cell], rowSaid, isBeside }: Note, { width, height, newRow }: Room): NoteCell | null {
  if (!cell || !isBeside || cell.column >= width + COLUMNS_BESIDE) return null;
  if (rowSaid === null) return cell.row >= height && cell.row < height + ROWS_BELOW ? cell : null;
  const row = newRow(cell.row);
  if (row === null || cell.column < width) return null;
  // A formula that moves would point elsewhere.
  return row === cell.row || cell.formula === null ? { ...cell, row } : null;
}

/** Where the same row is written again, what it does not say in any column is what somebody typed; nothing where a column went. */
function narrowed(note: Note, { cells }: SheetPlan, { newRow }: Room): readonly Note[] {
  const again = cells[newRow(note.cells[0]?.row ?? -1) ?? -1];
  if (!again || digestOfMark(again.at(-1)?.value) !== note.rowSaid) return [note];
  const own = note.cells.filter(({ value, formula }) => !again.some((said) => isContent(formula ?? value, said)));
  return own.length === 0 ? [] : [{ ...note, cells: own }];
}

function withCells(plan: SheetPlan, stay: readonly NoteCell[]): SheetPlan {
  if (stay.length === 0) return plan;
  const width = Math.max(plan.cells[0]?.length ?? 0, ...stay.map(({ column }) => column + 1));
  const height = Math.max(plan.cells.length, ...stay.map(({ row }) => row + 1));
  const cells = Array.from({ length: height }, (_, row): PlannedCell[] => {
    const line = plan.cells[row] ?? [];
    return [...line, ...Array<PlannedCell>(width - line.length).fill({ value: null })];
  });
  for (const note of stay) (cells[note.row] ?? [])[note.column] = asPlanned(note);
  const at = ({ row, column }: NoteCell): GridRange => ({ top: row, bottom: row, left: column, right: column });
  const formats = stay.map((note) => ({ range: at(note), style: { numberFormat: note.numberFormat } }));
  return { ...plan, cells, styles: [...plan.styles, ...formats] };
}

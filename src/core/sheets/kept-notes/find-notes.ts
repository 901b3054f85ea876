// What somebody typed on a sheet of ours since it was written: beside it, below it, or over what it said.
import { typedColumns } from "../../domain/justification-saisie";
import { digestOfMark } from "../../domain/row-mark";
import type { RawSheet } from "../../workbook-port";
import { cellRows } from "./cell-rows";
import type { Note, NoteCell } from "./note";
import { rowDigest, type Said } from "./row-digest";

/** None for a sheet that an earlier version wrote: what is ours there cannot be told. */
export function findNotes(sheet: Pick<RawSheet, "blocks" | "resultSheet">): readonly Note[] {
  const rows = cellRows(sheet);
  if (![...rows.values()].some((cells) => cells.some(isMark))) return [];
  // Reasons and decisions are read and kept apart.
  const entries = sheet.resultSheet === "ecarts" ? typedColumns(sheet.blocks) : new Map<number, ReadonlySet<number>>();
  return [...rows]
    .sort(([one], [other]) => one - other)
    .flatMap(([row, cells]) => notesOfRow(cells.filter(({ column }) => entries.get(row)?.has(column) !== true)));
}

const isMark = ({ value }: Said): boolean => digestOfMark(value) !== null;

function notesOfRow(cells: readonly NoteCell[]): readonly Note[] {
  const mark = cells.find(isMark);
  const rowSaid = digestOfMark(mark?.value);
  if (!mark || rowSaid === null) {
    return cells.map((cell) => ({ cells: [cell], rowSaid: null, isBeside: true, context: [] }));
  }
  const ours = cells.filter(({ column }) => column < mark.column);
  const within = changedCells(ours, rowSaid);
  const context = ours.flatMap((cell) =>
    typeof cell.value === "string" && !within.includes(cell) ? [cell.value] : [],
  );
  const beside = cells
    .filter(({ column }) => column > mark.column)
    .map((cell) => ({ cells: [cell], rowSaid, isBeside: true, context }));
  return within.length === 0 ? beside : [{ cells: within, rowSaid, isBeside: false, context }, ...beside];
}

/** One cell more is told from the others; anything else may be any of them. */
function changedCells(ours: readonly NoteCell[], said: string): readonly NoteCell[] {
  if (rowDigest(ours) === said) return [];
  const added = ours.find((each) => rowDigest(ours.filter((other) => other !== each)) === said);
  return added ? [added] : ours;
}

// Tables that a page draws without lines: rows whose texts stand under each other, in three columns or more.
import { textOf, type Line } from "./lines";

export interface AlignedTable {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly Line[];
}

const FEWEST_COLUMNS = 3;

/** Runs of lines in the order of the page: a table each, or a line that is none. */
export function findAlignedTables(lines: readonly Line[]): readonly (AlignedTable | Line)[] {
  const found: (AlignedTable | Line)[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfRun(lines, at);
    const run = lines.slice(at, end);
    const table = toTable(run);
    if (table) found.push(table);
    else found.push(...run);
    at = end;
  }
  return found;
}

const isRow = ({ segments }: Line): boolean => segments.length >= FEWEST_COLUMNS;

/** A line of one or two texts goes on with a table where it stands close under it, and is not as wide as a paragraph. */
function endOfRun(lines: readonly Line[], from: number): number {
  const first = lines[from];
  if (!first || !isRow(first)) return from + 1;
  let end = from + 1;
  let [left, right] = [first.left, first.right];
  for (let line = lines[end]; line; line = lines[end]) {
    const before = lines[end - 1] ?? line;
    const isClose = line.base - before.base < line.size * 2.6;
    const isWithin = line.left >= left - 6 && line.right <= right + 6;
    if (!isClose || (!isRow(line) && !isWithin)) break;
    [left, right] = [Math.min(left, line.left), Math.max(right, line.right)];
    end += 1;
  }
  while (end > from + 1 && !isRow(lines[end - 1] ?? first) && (lines[end - 1]?.segments.length ?? 0) < 2) end -= 1;
  return end;
}

/** Columns are what no text of a row with several of them crosses. */
function toTable(run: readonly Line[]): AlignedTable | null {
  const rows = run.filter(isRow);
  if (rows.length < 2) return null;
  const spans = rows.flatMap(({ segments }) => segments).sort((left, right) => left.left - right.left);
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of spans) {
    const last = columns.at(-1);
    if (last && left <= last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  if (columns.length < FEWEST_COLUMNS) return null;
  const columnOf = (left: number, right: number): number => {
    const overlaps = columns.map((column) => Math.min(right, column.right) - Math.max(left, column.left));
    return overlaps.indexOf(Math.max(...overlaps));
  };
  const texts: string[][] = [];
  for (const line of run) {
    const cells = new Array<string>(columns.length).fill("");
    for (const { text, left, right } of line.segments) {
      const at = columnOf(left, right);
      cells[at] = cells[at] === "" ? text : `${cells[at] ?? ""} ${text}`;
    }
    const before = texts.at(-1);
    // The second line of a label, under it and with nothing beside it.
    if (before && line.segments.length === 1 && /^\p{Ll}/u.test(textOf(line)) && cells[0] !== "")
      before[0] = `${before[0] ?? ""} ${cells[0] ?? ""}`;
    else texts.push(cells);
  }
  return { rows: texts, lines: run };
}

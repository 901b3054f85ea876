// The rows of an avenant that a write left half-filled: written again in place, never beside themselves.
import { formatCellRef } from "xlsx-model/cell-ref";
import type { CellChange, RawWorkbook } from "../workbook-port";
import { withCells } from "./with-cells";

/** Everything that stands in those rows of the sheet, emptied. */
function emptied(raw: RawWorkbook, sheet: string, from: number, rows: number) {
  const blocks = raw.sheets.find(({ name }) => name === sheet)?.blocks ?? [];
  return blocks.flatMap(({ row, column, values }) =>
    values.flatMap((line, index) =>
      row + index < from || row + index >= from + rows
        ? []
        : line.flatMap((value, at) =>
            value === null ? [] : [{ cell: { sheet, row: row + index, column: column + at }, value }],
          ),
    ),
  );
}

/**
 * The workbook without the half that stands just above `cells`, in as many rows; null where what stands there is none of theirs.
 * `plan` says what would be written over it: a half holds some of that, and nothing else.
 */
export function withoutHalf(
  raw: RawWorkbook,
  cells: readonly CellChange[],
  plan: (from: RawWorkbook) => readonly CellChange[],
): RawWorkbook | null {
  const rows = cells.map(({ cell }) => cell.row);
  const [first, last, [one]] = [Math.min(...rows), Math.max(...rows), cells];
  if (!one) return null;
  const height = last - first + 1;
  const standing = emptied(raw, one.cell.sheet, first - height, height);
  // The number is written first, in all its rows at once.
  const { column } = one.cell;
  const numbered = standing.filter(({ cell, value }) => cell.column === column && value === one.content.value);
  if (numbered.length < height) return null;
  const without = withCells(
    raw,
    standing.map(({ cell }) => ({ cell, content: { value: null } })),
  );
  const wanted = new Map(plan(without).map(({ cell, content }) => [formatCellRef(cell), content.value]));
  const isHalf =
    standing.length < wanted.size && standing.every(({ cell, value }) => wanted.get(formatCellRef(cell)) === value);
  return isHalf ? without : null;
}

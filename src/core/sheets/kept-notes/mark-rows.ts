// Adds the hidden column in which a planned sheet keeps what each of its rows says.
import { rowMark } from "../../domain/row-mark";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import { isSaid, rowDigest, type Said } from "./row-digest";

const MARK_WIDTH = 4;

/** The column of the marks is the first one after those of the sheet. */
export function markRows(plan: SheetPlan): SheetPlan {
  const { cells, columnWidths, hiddenColumns = [], controls = [] } = plan;
  const isEntry = (row: number, column: number): boolean =>
    controls.some(
      ({ range }) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
    );
  const marked = cells.map((line, row): readonly PlannedCell[] => {
    const own = line.flatMap((cell, column) => (isEntry(row, column) ? [] : [asSaid(cell)]));
    // The last one tells how far the sheet is ours, whatever it says.
    const isMarked = own.some(isSaid) || row === cells.length - 1;
    return [...line, { value: isMarked ? rowMark(rowDigest(own)) : null }];
  });
  return {
    ...plan,
    cells: marked,
    columnWidths: [...columnWidths, MARK_WIDTH],
    hiddenColumns: [...hiddenColumns, columnWidths.length],
  };
}

const asSaid = ({ value, formula }: PlannedCell): Said => ({ value, formula: formula ?? null });

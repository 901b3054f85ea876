// How each cell of a plan is to look in the end: later styles win over earlier ones, and a line between two cells belongs to both.
import type { SheetLayout } from "../../core/workbook-port";
import type { CellStyle, GridRange } from "xlsx-model/plan";

type Side = "top" | "bottom" | "left" | "right";

export interface PlannedLook {
  readonly style: CellStyle;
  /** Colours of each line that styles draw: of the cell's own last one, then of its neighbour's, which one shows being Excel's choice. */
  readonly lines: Readonly<Partial<Record<Side, readonly string[]>>>;
}

/** Cells that a merged area covers have no look of their own; its first cell has the lines that are not within it. */
export function plannedLooks(
  { styles, merges }: Pick<SheetLayout, "styles" | "merges">,
  { top, left, bottom, right }: GridRange,
): (PlannedLook | null)[][] {
  const own = new Map<string, CellStyle>();
  for (const { range, style } of styles)
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1) {
        const before = own.get(`${row}/${column}`) ?? {};
        own.set(`${row}/${column}`, { ...before, ...style, font: { ...before.font, ...style.font } });
      }
  const line = (row: number, column: number, down: number, across: number): readonly string[] => {
    const both = [own.get(`${row}/${column}`)?.border, own.get(`${row + down}/${column + across}`)?.border];
    return both.filter((color) => color !== undefined);
  };
  const looks: (PlannedLook | null)[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const shown: (PlannedLook | null)[] = [];
    for (let column = left; column <= right; column += 1) {
      const merged = merges.find((each) => isWithin(each, row, column));
      const isCovered = merged !== undefined && (merged.top !== row || merged.left !== column);
      const lines = {
        top: line(row, column, -1, 0),
        left: line(row, column, 0, -1),
        ...(merged?.bottom === merged?.top && { bottom: line(row, column, 1, 0) }),
        ...(merged?.right === merged?.left && { right: line(row, column, 0, 1) }),
      };
      shown.push(isCovered ? null : { style: own.get(`${row}/${column}`) ?? {}, lines });
    }
    looks.push(shown);
  }
  return looks;
}

const isWithin = ({ top, left, bottom, right }: GridRange, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right;

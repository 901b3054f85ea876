// A written sheet against its plan: cells, merged areas, sizes, what is hidden, what stays visible, and that nothing else is there.
import type { SheetLayout } from "../../core/workbook-port";
import { widthInPoints } from "../../excel/column-width";
import { formatLocalRange, LAST_COLUMN, LAST_ROW, splitAddress } from "xlsx-model/cell-ref";
import { columnName } from "xlsx-model/local-cell";
import { compareCells } from "./compare-cells";
import { within, type Comparison } from "./comparison";

/** A pixel. */
const TOLERANCE = 0.8;

export async function compareSheet(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  plan: SheetLayout,
): Promise<void> {
  await compareCells(seen, sheet, name, plan, { row: 0, column: 0 }, true);
  await compareExtent(seen, sheet, name, plan);
  const columns = plan.columnWidths.map((characters, column) => ({ column, characters }));
  await compareSizes(seen, sheet, name, { columns, rowHeights: plan.rowHeights, hidden: plan.hiddenColumns ?? [] });
}

/** Every merged area that there is, and that nothing stands beside or below what is planned. */
async function compareExtent(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  { cells, merges }: SheetLayout,
): Promise<void> {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const merged = sheet.getRangeByIndexes(0, 0, Math.max(1, rows), Math.max(1, columns)).getMergedAreasOrNullObject();
  merged.load({ address: true });
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load({ rowIndex: true, rowCount: true, columnIndex: true, columnCount: true });
  const hidden = sheet.getRangeByIndexes(0, 0, Math.max(1, rows), 1);
  hidden.load({ rowHidden: true });
  sheet.autoFilter.load({ enabled: true });
  await sheet.context.sync();
  const areas = merged.isNullObject ? [] : merged.address.split(/[,;]/).map(localOf);
  for (const area of new Set([...areas, ...merges.map(formatLocalRange)])) {
    const isPlanned = merges.some((each) => formatLocalRange(each) === area);
    seen.see(isPlanned ? "Range.merge" : "Range.unmerge", `${name} ${area}`, isPlanned, areas.includes(area));
  }
  const [bottom, right] = used.isNullObject
    ? [0, 0]
    : [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
  seen.see("Range.clear", `${name}, sous la ligne ${rows}`, 0, Math.max(0, bottom - rows));
  seen.see(
    "Range.clear",
    `${name}, à droite de la colonne ${columnName(columns - 1)}`,
    0,
    Math.max(0, right - columns),
  );
  seen.see("Range.rowHidden", name, false, hidden.rowHidden);
  seen.see("AutoFilter.remove", name, false, sheet.autoFilter.enabled);
}

const localOf = (address: string): string => splitAddress(address).local.replaceAll("$", "").trim();

interface PlannedSizes {
  readonly columns: readonly { readonly column: number; readonly characters: number }[];
  readonly rowHeights: SheetLayout["rowHeights"];
  readonly hidden: readonly number[];
}

export async function compareSizes(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  { columns, rowHeights, hidden }: PlannedSizes,
): Promise<void> {
  const widths = columns.map(({ column }) => {
    const range = sheet.getRangeByIndexes(0, column, 1, 1);
    range.load({ columnHidden: true, format: { columnWidth: true } });
    return range;
  });
  const heights = rowHeights.map(({ row }) => {
    const range = sheet.getRangeByIndexes(row, 0, 1, 1);
    range.load({ format: { rowHeight: true } });
    return range;
  });
  await sheet.context.sync();
  for (const [index, { column, characters }] of columns.entries()) {
    const where = `${name}, colonne ${columnName(column)}`;
    const isHidden = hidden.includes(column);
    seen.see("Range.columnHidden", where, isHidden, widths[index]?.columnHidden);
    if (isHidden) continue;
    seen.see(
      "RangeFormat.columnWidth",
      where,
      widthInPoints(characters),
      widths[index]?.format.columnWidth,
      within(TOLERANCE),
    );
  }
  for (const [index, { row, height }] of rowHeights.entries())
    seen.see(
      "RangeFormat.rowHeight",
      `${name}, ligne ${row + 1}`,
      height,
      heights[index]?.format.rowHeight,
      within(TOLERANCE),
    );
}

export async function compareFrozen(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  { frozenRows, frozenColumns = 0 }: SheetLayout,
): Promise<void> {
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load({ rowCount: true, columnCount: true });
  await sheet.context.sync();
  const counted = (count: number, all: number) => (count > all ? 0 : count);
  const read = frozen.isNullObject
    ? [0, 0]
    : [counted(frozen.rowCount, LAST_ROW), counted(frozen.columnCount, LAST_COLUMN)];
  const both = frozenRows > 0 && frozenColumns > 0;
  const method = both ? "freezeAt" : frozenRows > 0 ? "freezeRows" : frozenColumns > 0 ? "freezeColumns" : "unfreeze";
  seen.see(`WorksheetFreezePanes.${method}`, name, [frozenRows, frozenColumns], read);
}

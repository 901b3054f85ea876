// The pixel sizes of a sheet's rows and columns, as Excel shows them at 100 %.
import type { SheetModel } from "xlsx-model/workbook-model";
import { Track } from "./track";

const EXCEL_ROWS = 1_048_576;
const EXCEL_COLUMNS = 16_384;
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 6;
const FEWEST_ROWS = 50;
const FEWEST_COLUMNS = 20;
const DEFAULT_WIDTH = 64;
const DEFAULT_HEIGHT = 20;

export interface SheetTracks {
  readonly rows: Track;
  readonly columns: Track;
}

export function measureSheet(sheet: SheetModel): SheetTracks {
  const used = sheet.usedRange(true);
  const charts = sheet.charts.map(({ plan }) => plan?.place.bottom ?? 0);
  const rowCount = Math.min(
    Math.max((used?.bottom ?? 0) + SPARE_ROWS, FEWEST_ROWS, ...charts.map((bottom) => bottom + 2)),
    EXCEL_ROWS,
  );
  const columnCount = Math.min(Math.max((used?.right ?? 0) + SPARE_COLUMNS, FEWEST_COLUMNS), EXCEL_COLUMNS);
  return {
    rows: new Track(rowCount, (row) => (sheet.isRowHidden(row) ? 0 : rowPixels(sheet.rowHeight(row)))),
    columns: new Track(columnCount, (column) =>
      sheet.isColumnHidden(column) ? 0 : columnPixels(sheet.columnWidth(column)),
    ),
  };
}

function rowPixels(points: number | null): number {
  return points === null ? DEFAULT_HEIGHT : Math.round((points * 4) / 3);
}

// Seven pixels a character of Excel's default font, and five of padding.
function columnPixels(characters: number | null): number {
  return characters === null ? DEFAULT_WIDTH : Math.round(characters * 7 + 5);
}

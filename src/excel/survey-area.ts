// Looks for what an area of the agent's sheet holds beside values: never asks for merged cells while anything else refuses.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { AreaSurvey, Obstacle } from "../core/workbook-port";
import type { GridRange } from "xlsx-model/plan";
import { loadNotes } from "./sheet-notes";

export async function surveyArea(context: Excel.RequestContext, area: RangeRef): Promise<AreaSurvey> {
  const sheet = context.workbook.worksheets.getItem(area.sheet);
  const { names: sheetNames, comments } = sheet;
  const { names } = context.workbook;
  sheetNames.load({ name: true });
  names.load({ name: true });
  comments.load({ id: true });
  const notes = loadNotes(sheet);
  const found = askObstacles(sheet, rangeOf(sheet, area));
  await context.sync();

  const known = [...sheetNames.items, ...names.items].map(({ name }) => name);
  const obstacles = found();
  if (obstacles.length > 0) return { obstacles, names: known };
  const remarks = [
    ...comments.items.map((each) => ({ kind: "comment" as const, place: each.getLocation() })),
    ...notes().map((each) => ({ kind: "note" as const, place: each.getLocation() })),
  ];
  for (const { place } of remarks) place.load({ rowIndex: true, columnIndex: true });
  // Excel for Windows forgets what could be undone when it is asked this.
  const merged = rangeOf(sheet, area).getMergedAreasOrNullObject();
  merged.areas.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
  await context.sync();
  const merges = merged.isNullObject ? [] : merged.areas.items.map(boundsOf);
  return {
    obstacles: [
      ...remarks
        .map(({ kind, place }) => obstacle(kind, null, cellOf(place)))
        .filter(({ range }) => range !== null && isWithin(range, area)),
      ...merges.map((range) => obstacle("merge", null, range)),
    ],
    names: known,
  };
}

/** Asks with the next request; the answer reads what came. */
function askObstacles(sheet: Excel.Worksheet, cells: Excel.Range): () => Obstacle[] {
  const tables = cells.getTables(false);
  const pivots = cells.getPivotTables(false);
  const { dataValidation } = cells;
  const { charts, shapes } = sheet;
  const box = { left: true, top: true, width: true, height: true } as const;
  cells.load(box);
  dataValidation.load({ type: true });
  tables.load({ name: true });
  pivots.load({ name: true });
  charts.load({ name: true, ...box });
  shapes.load({ name: true, ...box });
  return () => [
    ...tables.items.map(({ name }) => obstacle("table", name)),
    ...pivots.items.map(({ name }) => obstacle("pivot", name)),
    ...[...charts.items, ...shapes.items]
      .filter((drawing) => overlaps(drawing, cells))
      .map(({ name }) => obstacle("drawing", name)),
    ...(dataValidation.type === Excel.DataValidationType.none ? [] : [obstacle("entry-control", null)]),
  ];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

const obstacle = (kind: Obstacle["kind"], name: string | null, range: GridRange | null = null): Obstacle => ({
  kind,
  name,
  range,
});

export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: GridRange): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
}

function boundsOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): GridRange {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

const cellOf = ({ rowIndex, columnIndex }: Excel.Range): GridRange => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex,
  right: columnIndex,
});

const isWithin = ({ top, left }: GridRange, area: GridRange): boolean =>
  top >= area.top && top <= area.bottom && left >= area.left && left <= area.right;

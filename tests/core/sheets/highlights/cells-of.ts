import type { GridRange } from "xlsx-model/plan";

/** The cells of a range, row by row. */
export function cellsOf({ top, left, bottom, right }: GridRange): { readonly row: number; readonly column: number }[] {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => ({ row: top + down, column: left + across })),
  ).flat();
}

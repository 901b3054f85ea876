// The colours that somebody gave to cells of a sheet of ours go with their rows when it is written again.
import type { RawSheet, SheetPlan } from "../../workbook-port";
import { SEVERITY_STYLES, STYLES } from "../parts/sheet-style";
import { followRows } from "./follow-rows";

export interface Fill {
  readonly row: number;
  readonly column: number;
  /** "#RRGGBB". */
  readonly color: string;
}

export interface FollowedFills {
  /** Null for a cell that is to have none. */
  readonly fills: readonly (Omit<Fill, "color"> & { readonly color: string | null })[];
  /** Those of rows that have gone. */
  readonly lost: readonly Fill[];
}

const WHITE = "#FFFFFF";
const SHARED = [...Object.values(STYLES), ...Object.values(SEVERITY_STYLES)];

/** `found` are the fills as the sheet stands; which of them are ours is known by their colours. */
export function followFills(found: readonly Fill[], standing: RawSheet, plan: SheetPlan): FollowedFills {
  const styles = [...SHARED, ...plan.styles.map(({ style }) => style)];
  const ours = new Set([WHITE, ...styles.flatMap((style) => ("fill" in style ? [style.fill?.toUpperCase()] : []))]);
  const { rows = 0, columns = 0 } = plan.own ?? {};
  const given = found.filter(({ row, color }) => row < rows && color !== "" && !ours.has(color.toUpperCase()));
  if (given.length === 0) return { fills: [], lost: [] };
  const { newRow } = followRows(standing, plan);
  const placed = given.flatMap((fill) => {
    const row = newRow(fill.row);
    return row === null ? [] : [{ ...fill, row }];
  });
  const keys = new Set(placed.map(keyOf));
  // Beside what is ours a colour that moves leaves its place, and one whose row has gone stays.
  const left = given.filter((fill) => fill.column >= columns && newRow(fill.row) !== null && !keys.has(keyOf(fill)));
  return {
    fills: [...left.map((fill) => ({ ...fill, color: null })), ...placed],
    lost: given.filter(({ row, column }) => newRow(row) === null && column < columns),
  };
}

const keyOf = ({ row, column }: Omit<Fill, "color">): string => `${row} ${column}`;

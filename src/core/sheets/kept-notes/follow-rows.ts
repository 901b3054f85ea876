// Where each row of a sheet of ours stands once it is written again: what somebody put on it, or reads of it, goes with what it says.
import { addUnder } from "../../domain/group-by";
import { ecartsColumn } from "../../domain/ecarts-columns";
import { digestOfMark } from "../../domain/row-mark";
import type { PlannedCell, RawSheet, SheetPlan } from "../../workbook-port";
import { cellRows } from "./cell-rows";

export interface FollowedRows {
  /** Null for a row that has gone, or of which it cannot be told. */
  readonly newRow: (row: number) => number | null;
  /** Whether something else now stands where that row stood. */
  readonly isReplaced: (row: number) => boolean;
}

type Line = ReadonlyMap<number, unknown>;

/** `plan` bears its marks. */
export function followRows(standing: Pick<RawSheet, "blocks">, { kind, cells }: SheetPlan): FollowedRows {
  const before = [...cellRows(standing)].map(([row, line]) => [row, lineOf(line)] as const);
  const after = cells.map((line, row) => [row, plannedLine(line)] as const);
  const [to, from] = [new Map<number, number>(), new Map<number, number>()];
  // What a row said whole, then whose it is, then how it begins: each among the rows that are not found yet.
  for (const name of [digestOf, kind === "ecarts" ? findingOf : firstOf]) {
    const olds = rowsBy(before, to, name);
    const news = rowsBy(after, from, name);
    for (const [said, rows] of olds) {
      const now = news.get(said) ?? [];
      // Rows that say the same are told apart by their order, as long as none came or went.
      if (rows.length !== now.length) continue;
      for (const [index, row] of rows.entries()) {
        const place = now[index] ?? row;
        to.set(row, place);
        from.set(place, row);
      }
    }
  }
  return {
    newRow: (row) => to.get(row) ?? null,
    isReplaced: (row) => (to.get(row) ?? row) !== row || (from.get(row) ?? row) !== row,
  };
}

const lineOf = (cells: readonly { readonly column: number; readonly value: unknown }[]): Line =>
  new Map(cells.map(({ column, value }) => [column, value]));

const plannedLine = (cells: readonly PlannedCell[]): Line =>
  new Map([...cells.entries()].map(([column, { value }]) => [column, value]));

const digestOf = (line: Line): unknown => [...line.values()].find((value) => digestOfMark(value) !== null);
const findingOf = (line: Line): unknown => line.get(ecartsColumn("identifiant"));
const firstOf = (line: Line): unknown => [...line.values()].find((value) => typeof value === "string" && value !== "");

function rowsBy(
  rows: readonly (readonly [number, Line])[],
  known: ReadonlyMap<number, unknown>,
  name: (line: Line) => unknown,
): ReadonlyMap<unknown, readonly number[]> {
  const found = new Map<unknown, number[]>();
  for (const [row, line] of rows) {
    const said = name(line) ?? "";
    if (said !== "" && !known.has(row)) addUnder(found, said, row);
  }
  return found;
}

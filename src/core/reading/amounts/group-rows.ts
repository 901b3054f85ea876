// Puts together the rows that say the same thing in different years.
import { groupBy } from "../../domain/group-by";

/** A row of one year, or of one sheet; rows of one slot never go together, or a row that comes twice would be lost. */
export interface SlottedRow {
  readonly slot: number;
  readonly key: string;
}

/** The second row of a key in its slot goes with the second rows of the other slots. */
export function groupRows<Row extends SlottedRow>(rows: readonly Row[]): readonly (readonly [Row, ...Row[]])[] {
  const ranks = new Map<string, number>();
  const groups = groupBy(rows, (row) => {
    const place = `${row.slot}/${row.key}`;
    const rank = (ranks.get(place) ?? 0) + 1;
    ranks.set(place, rank);
    return `${rank}/${row.key}`;
  });
  return [...groups.values()];
}

/** The first of those that have the same key. */
export function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string | number): readonly Item[] {
  const first = new Map<string | number, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}

/** The entries of all maps; the first wins. */
export const mergeMaps = <Value>(maps: readonly ReadonlyMap<number, Value>[]): ReadonlyMap<number, Value> =>
  new Map(
    firstOfEach(
      maps.flatMap((map) => [...map]),
      ([annee]) => annee,
    ),
  );

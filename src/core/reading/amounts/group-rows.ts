// Puts together the rows that say the same thing in different years.

/** A row of one year, or of one sheet; rows of one slot never go together, or a row that comes twice would be lost. */
export interface SlottedRow {
  readonly slot: number;
  readonly key: string;
}

/** The second row of a key in its slot goes with the second rows of the other slots. */
export function groupRows<Row extends SlottedRow>(rows: readonly Row[]): readonly (readonly [Row, ...Row[]])[] {
  const ranks = new Map<string, number>();
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const place = `${row.slot}/${row.key}`;
    const rank = (ranks.get(place) ?? 0) + 1;
    ranks.set(place, rank);
    const key = `${rank}/${row.key}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The entries of all maps; the first wins. */
export function mergeMaps<Value>(maps: readonly ReadonlyMap<number, Value>[]): ReadonlyMap<number, Value> {
  const merged = new Map<number, Value>();
  for (const map of maps) for (const [annee, value] of map) if (!merged.has(annee)) merged.set(annee, value);
  return merged;
}

// Where a value stands, or would stand, in a sorted list.

/** Position of the first that does not come before the value; the list's length where all do. */
export function lowerBound<Value extends number | string>(sorted: readonly Value[], value: Value): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = sorted[middle];
    if (at !== undefined && at < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

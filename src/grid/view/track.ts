// The rows or the columns of a sheet laid end to end in pixels, to know which of them a window shows.

export class Track {
  readonly #offsets: Float64Array;

  /** `sizeOf` is in pixels; 0 for what is hidden. */
  constructor(
    readonly count: number,
    sizeOf: (index: number) => number,
  ) {
    this.#offsets = new Float64Array(count + 1);
    for (let index = 0; index < count; index++) this.#offsets[index + 1] = this.offset(index) + sizeOf(index);
  }

  /** Pixels before the index; the whole length at `count`. */
  offset(index: number): number {
    return this.#offsets[Math.min(Math.max(index, 0), this.count)] ?? 0;
  }

  size(index: number): number {
    return this.offset(index + 1) - this.offset(index);
  }

  /** The last index that starts at or before the position. */
  indexAt(position: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offset(middle) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Visible indexes from `first` to `last`, inclusive. */
  shown(first: number, last: number): readonly number[] {
    const indexes: number[] = [];
    for (let index = Math.max(first, 0); index <= Math.min(last, this.count - 1); index++) {
      if (this.size(index) > 0) indexes.push(index);
    }
    return indexes;
  }
}

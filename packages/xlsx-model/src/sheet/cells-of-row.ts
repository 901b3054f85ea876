// The cells of one row from left to right: they are looked over far more often than one is put between others.
import type { Cell } from "./cell";

export class CellsOfRow implements Iterable<readonly [number, Cell]> {
  private readonly columns: number[] = [];
  private readonly cells: Cell[] = [];

  get size(): number {
    return this.columns.length;
  }

  get(column: number): Cell | undefined {
    const place = this.place(column);
    return this.columns[place] === column ? this.cells[place] : undefined;
  }

  set(column: number, cell: Cell): void {
    const place = this.place(column);
    if (this.columns[place] === column) this.cells[place] = cell;
    else if (place === this.columns.length) {
      this.columns.push(column);
      this.cells.push(cell);
    } else {
      this.columns.splice(place, 0, column);
      this.cells.splice(place, 0, cell);
    }
  }

  delete(column: number): void {
    const place = this.place(column);
    if (this.columns[place] !== column) return;
    this.columns.splice(place, 1);
    this.cells.splice(place, 1);
  }

  forEach(visit: (cell: Cell, column: number) => void): void {
    this.cells.forEach((cell, place) => visit(cell, this.columns[place] ?? 0));
  }

  some(isSought: (cell: Cell) => boolean): boolean {
    return this.cells.some(isSought);
  }

  *[Symbol.iterator](): Generator<readonly [number, Cell]> {
    for (const [place, cell] of this.cells.entries()) yield [this.columns[place] ?? 0, cell];
  }

  /** The place in the list of the first cell at that column or right of it. */
  private place(column: number): number {
    let low = 0;
    let high = this.columns.length;
    // They are mostly put one after the other.
    if ((this.columns[high - 1] ?? -1) < column) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.columns[middle] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

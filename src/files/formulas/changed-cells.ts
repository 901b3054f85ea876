// The cells that changed since formulas were last computed. In a new sheet that is every cell, and hardly one of them is asked for.
import type { HowChanged, XlsxSheet } from "../sheet/xlsx-sheet";
import { cellKey } from "./formula-cells";

export interface Position {
  readonly sheet: XlsxSheet;
  readonly row: number;
  readonly column: number;
}

/** The changed cells of one sheet, each with how it changed last. */
export class ChangedCells {
  /** In the order in which they changed, twice the key of each, and one more where it is settled. */
  private readonly noted: number[] = [];
  private sorted: { readonly settled: ReadonlySet<number>; readonly open: ReadonlySet<number> } | null = null;
  private readonly settledFormulas = new Set<number>();
  /** Whether there are any, which is told without sorting them. */
  readonly has = { settled: false, open: false };
  private wasEmptied = false;

  /** The whole sheet was emptied: only what is noted from here on stands in it. */
  noteEmptied(): void {
    this.wasEmptied = true;
  }

  /** All that the sheet holds came together. */
  get areAllSettled(): boolean {
    return this.wasEmptied && !this.has.open;
  }

  note(row: number, column: number, how: HowChanged): void {
    const key = cellKey(row, column);
    this.noted.push(2 * key + (how === "open" ? 0 : 1));
    this.sorted = null;
    this.has[how === "open" ? "open" : "settled"] = true;
    if (how === "settled formula") this.settledFormulas.add(key);
    else if (how === "open") this.settledFormulas.delete(key);
  }

  isSettledFormula(row: number, column: number): boolean {
    return this.settledFormulas.has(cellKey(row, column));
  }

  get settled(): ReadonlySet<number> {
    return this.sort().settled;
  }

  get open(): ReadonlySet<number> {
    return this.sort().open;
  }

  private sort() {
    if (this.sorted) return this.sorted;
    const [settled, open] = [new Set<number>(), new Set<number>()];
    for (const noted of this.noted) {
      const isSettled = noted % 2 === 1;
      const key = (noted - (isSettled ? 1 : 0)) / 2;
      (isSettled ? settled : open).add(key);
      (isSettled ? open : settled).delete(key);
    }
    return (this.sorted = { settled, open });
  }
}

export type Changes = ReadonlyMap<XlsxSheet, ChangedCells>;

/** Changes at these cells, of which none brings its value with it. */
export function openChanges(positions: Iterable<Position>): Changes {
  const changes = new Map<XlsxSheet, ChangedCells>();
  for (const { sheet, row, column } of positions) {
    const cells = changes.get(sheet) ?? new ChangedCells();
    changes.set(sheet, cells);
    cells.note(row, column, "open");
  }
  return changes;
}

// The cells that changed since formulas were last computed.
import type { HowChanged, XlsxSheet } from "../sheet/xlsx-sheet";
import { cellKey } from "./formula-cells";

export interface Position {
  readonly sheet: XlsxSheet;
  readonly row: number;
  readonly column: number;
}

/** The changed cells of one sheet, each with how it changed last. */
export class ChangedCells {
  readonly settled = new Set<number>();
  readonly open = new Set<number>();
  private readonly settledFormulas = new Set<number>();
  private wasEmptied = false;

  /** The whole sheet was emptied: only what is noted from here on stands in it. */
  noteEmptied(): void {
    this.wasEmptied = true;
  }

  /** All that the sheet holds came together. */
  get areAllSettled(): boolean {
    return this.wasEmptied && this.open.size === 0;
  }

  note(row: number, column: number, how: HowChanged): void {
    const key = cellKey(row, column);
    const [own, other] = how === "open" ? [this.open, this.settled] : [this.settled, this.open];
    own.add(key);
    other.delete(key);
    if (how === "settled formula") this.settledFormulas.add(key);
    else if (how === "open") this.settledFormulas.delete(key);
  }

  isSettledFormula(row: number, column: number): boolean {
    return this.settledFormulas.has(cellKey(row, column));
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

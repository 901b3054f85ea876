// The dynamic arrays of a sheet: formulas whose result fills the cells beside them, as long as nothing stands there.
import { parseLocalRange } from "../cell-ref";
import type { CellValue, GridRange } from "../plan";
import { encodeXml } from "../xml/escape";
import { BLANK_CELL, readFormula, type Cell } from "./cell";
import type { CellGrid } from "./cell-grid";
import { contains, formatRanges } from "./ranges";

/** By the cell of the formula, and all the cells that its result fills, its own included. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly range: GridRange;
}

interface SpillOwner {
  dynamicArrayMark(): number;
  /** What depends on the cell is to be computed anew. */
  noteChange(row: number, column: number): void;
}

const keyOf = (row: number, column: number): number => row * 16_384 + column;
const MARK = ' cm="';

export class SheetSpills {
  private known: Map<number, Spill> | null = null;
  /** Entered where a formula may give several values, and so far giving one or none: files hold them as ordinary ones. */
  private readonly entered = new Set<number>();

  constructor(
    private readonly grid: CellGrid,
    private readonly prefix: string,
    private readonly owner: SpillOwner,
  ) {}

  list(): readonly Spill[] {
    return [...this.all().values()];
  }

  /** The one that fills the cell, also its own. */
  over(row: number, column: number): Spill | null {
    const all = this.all();
    // Nearly no sheet has any: this is asked before each cell that changes.
    if (all.size === 0) return null;
    for (const spill of all.values()) if (contains(spill.range, row, column)) return spill;
    return null;
  }

  isDynamic(row: number, column: number): boolean {
    return this.entered.has(keyOf(row, column)) || this.all().has(keyOf(row, column));
  }

  /** As files say it, too. */
  isMarked(row: number, column: number): boolean {
    return this.all().has(keyOf(row, column));
  }

  /** It can give one value alone, whatever its figures. */
  settle(row: number, column: number): void {
    this.entered.delete(keyOf(row, column));
  }

  enter(row: number, column: number): void {
    this.entered.add(keyOf(row, column));
  }

  /** Before a cell gets another content: what fills it is calculated anew, or goes with its formula. */
  detach(row: number, column: number): void {
    this.entered.delete(keyOf(row, column));
    const spill = this.over(row, column);
    if (!spill) return;
    this.collapse(spill);
    if (spill.row === row && spill.column === column) this.all().delete(keyOf(row, column));
  }

  /** Before cells move. */
  collapseAll(): void {
    for (const spill of this.list()) this.collapse(spill);
    this.entered.clear();
  }

  /** After cells have gone. */
  forget(): void {
    this.known = null;
    this.entered.clear();
  }

  /** After cells have moved, each array having had one cell left. */
  moved(): void {
    const cells: { row: number; column: number; cell: Cell }[] = [];
    this.grid.forEachCell((row, column, cell) => {
      if (cell.extra.includes(MARK) && readFormula(cell)?.kind === "array") cells.push({ row, column, cell });
    });
    this.known = new Map();
    for (const { row, column } of cells) this.setRange(row, column, single(row, column));
  }

  /** Gives the result its cells, those of the one before included, and answers the cells that are filled now and were not, or no more. */
  land(row: number, column: number, range: GridRange, values: readonly (readonly CellValue[])[]) {
    const before = this.all().get(keyOf(row, column))?.range ?? single(row, column);
    const changed: { row: number; column: number }[] = [];
    for (const place of cellsOf(before, row, column)) {
      if (contains(range, place.row, place.column)) continue;
      this.put(place.row, place.column, null);
      changed.push(place);
    }
    this.setRange(row, column, range);
    for (const place of cellsOf(range, row, column)) {
      this.put(place.row, place.column, values[place.row - range.top]?.[place.column - range.left] ?? null);
      if (!contains(before, place.row, place.column)) changed.push(place);
    }
    return changed;
  }

  private all(): Map<number, Spill> {
    return (this.known ??= this.find());
  }

  private find(): Map<number, Spill> {
    const known = new Map<number, Spill>();
    this.grid.forEachCell((row, column, cell) => {
      if (!cell.extra.includes(MARK)) return;
      const formula = readFormula(cell);
      const range = formula?.kind === "array" ? parseLocalRange(formula.ref ?? "") : null;
      if (range && contains(range, row, column)) known.set(keyOf(row, column), { row, column, range });
    });
    return known;
  }

  private collapse({ row, column, range }: Spill): void {
    for (const place of cellsOf(range, row, column)) {
      this.put(place.row, place.column, null);
      this.owner.noteChange(place.row, place.column);
    }
    if (range.top !== range.bottom || range.left !== range.right) this.setRange(row, column, single(row, column));
    this.owner.noteChange(row, column);
  }

  private setRange(row: number, column: number, range: GridRange): void {
    const cell = this.grid.cell(row, column);
    const formula = cell && readFormula(cell);
    if (!cell || !formula) return;
    const before = this.all().get(keyOf(row, column));
    this.all().set(keyOf(row, column), { row, column, range });
    if (before && isSame(before.range, range)) return;
    const extra = cell.extra.includes(MARK) ? cell.extra : `${cell.extra}${MARK}${this.owner.dynamicArrayMark()}"`;
    const name = `${this.prefix}f`;
    const formulaXml = `<${name} t="array" ref="${formatRanges([range])}">${encodeXml(formula.text)}</${name}>`;
    this.grid.set(row, column, { ...cell, formulaXml, extra, xml: null });
    this.entered.delete(keyOf(row, column));
  }

  private put(row: number, column: number, value: CellValue): void {
    const cell = this.grid.cell(row, column) ?? BLANK_CELL;
    if (cell.value !== value) this.grid.set(row, column, { ...cell, value, xml: null });
  }
}

const single = (row: number, column: number): GridRange => ({ top: row, left: column, bottom: row, right: column });

function isSame(a: GridRange, b: GridRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** But for the one of the formula itself. */
function* cellsOf({ top, left, bottom, right }: GridRange, ownRow: number, ownColumn: number) {
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++)
      if (row !== ownRow || column !== ownColumn) yield { row, column };
}

// Which formulas a change reaches, through other formulas, names and tables.
import type { GridRange } from "../plan";
import { contains } from "../sheet/ranges";
import type { XlsxSheet } from "../sheet/xlsx-sheet";
import { NO_ROOM } from "./spilled-results";
import type { Changes, Position } from "./changed-cells";
import { cellAt, cellKey, type FormulaCells } from "./formula-cells";
import type { FormulaCell } from "./formula-cell";

const BLOCK = 64;
const WIDE = 32;

function addUnder<Item>(lists: Map<number, Item[]>, key: number, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Formulas by the cells of one sheet that they refer to. */
class ReferenceIndex {
  private readonly single = new Map<number, FormulaCell[]>();
  private readonly blocks = new Map<number, { range: GridRange; formula: FormulaCell }[]>();
  private readonly wide: { range: GridRange; formula: FormulaCell }[] = [];

  add(range: GridRange, formula: FormulaCell): void {
    if (range.top === range.bottom && range.left === range.right)
      return addUnder(this.single, cellKey(range.top, range.left), formula);
    const first = Math.floor(range.top / BLOCK);
    const last = Math.floor(range.bottom / BLOCK);
    if (last - first > WIDE) this.wide.push({ range, formula });
    else for (let block = first; block <= last; block++) addUnder(this.blocks, block, { range, formula });
  }

  /** Formulas that refer to the cell, and takes them out: one that is reached need not be found again. */
  take(key: number): readonly FormulaCell[] {
    const { row, column } = cellAt(key);
    const taken = this.single.get(key) ?? [];
    this.single.delete(key);
    for (const list of [this.blocks.get(Math.floor(row / BLOCK)) ?? [], this.wide]) {
      let kept = 0;
      for (const entry of list) {
        if (contains(entry.range, row, column)) taken.push(entry.formula);
        else list[kept++] = entry;
      }
      list.length = kept;
    }
    return taken;
  }
}

// Reading every formula's references costs more than looking for a word in it: a formula of another sheet must name
// this one, or a name or table, to depend on it.
function mayRefer(formula: FormulaCell, sheet: XlsxSheet, name: string, words: readonly string[]): boolean {
  if (formula.sheet === sheet) return true;
  const text = formula.text.toLowerCase();
  return text.includes(name) || words.some((word) => text.includes(word));
}

function indexSheet(sheet: XlsxSheet, formulas: FormulaCells, considered: () => Iterable<FormulaCell>): ReferenceIndex {
  const index = new ReferenceIndex();
  const { names, tables } = formulas.book;
  const name = sheet.name.replaceAll("'", "''").toLowerCase();
  const words = [...names, ...tables].map((word) => word.name.toLowerCase());
  for (const formula of considered()) {
    if (!mayRefer(formula, sheet, name, words)) continue;
    for (const reference of formulas.resolve(formula).references) {
      if (reference.sheet === sheet) index.add(reference.range, formula);
    }
  }
  return index;
}

/** What these answer changes from one calculation to the next. */
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\(/i;

/**
 * The formulas to compute anew after these cells changed: those that stand in them included, and with `isVolatile` those over the
 * hour and over chance.
 */
export function dependents(changed: Changes, formulas: FormulaCells, isVolatile = false): Set<FormulaCell> {
  const reached = new Set<FormulaCell>();
  const isSettled = ({ sheet, row, column }: Position): boolean =>
    changed.get(sheet)?.isSettledFormula(row, column) === true;
  const queue: Position[] = [];
  const reach = (formula: FormulaCell): void => {
    if (reached.has(formula)) return;
    reached.add(formula);
    if (!formula.area) queue.push(formula);
    else for (const position of positions(formula.sheet, formula.area)) queue.push(position);
  };
  // Where all came together nothing is computed anew.
  const areSettled = (sheet: XlsxSheet): boolean => changed.get(sheet)?.areAllSettled === true;
  const unsettled = function* (): Generator<FormulaCell> {
    for (const formula of formulas.all(areSettled)) if (!isSettled(formula)) yield formula;
  };
  const follow = (how: "settled" | "open", considered: () => Iterable<FormulaCell>): void => {
    const indexes = new Map<XlsxSheet, ReferenceIndex>();
    const indexOf = (sheet: XlsxSheet): ReferenceIndex => {
      let index = indexes.get(sheet);
      if (!index) indexes.set(sheet, (index = indexSheet(sheet, formulas, considered)));
      return index;
    };
    for (const [sheet, cells] of changed) {
      for (const key of cells[how]) for (const formula of indexOf(sheet).take(key)) reach(formula);
    }
    for (let next = queue.pop(); next; next = queue.pop()) {
      for (const formula of indexOf(next.sheet).take(cellKey(next.row, next.column))) reach(formula);
    }
  };
  // Values that came together agree with each other: only what else reads them is computed anew.
  follow("settled", unsettled);
  for (const formula of formulas.all(areSettled)) {
    // What INDIRECT and OFFSET refer to is not in their text: any change may reach them.
    if (!isSettled(formula) && /\b(?:INDIRECT|OFFSET)\(/i.test(formula.text)) reach(formula);
    if (isVolatile && VOLATILE.test(formula.text)) reach(formula);
    // What is in the way of an array is not in its text either.
    if (formula.isDynamic && formula.known === NO_ROOM) reach(formula);
  }
  for (const [sheet, cells] of changed) {
    for (const key of cells.open) {
      const own = formulas.of(sheet).get(key);
      if (own) reach(own);
    }
  }
  // One by one: there may be more of them than a call takes arguments.
  for (const { sheet, row, column, area } of reached) {
    if (area) for (const position of positions(sheet, area)) queue.push(position);
    else queue.push({ sheet, row, column });
  }
  follow("open", () => formulas.all());
  return reached;
}

export function* positions(sheet: XlsxSheet, range: GridRange): Generator<Position> {
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) yield { sheet, row, column };
  }
}

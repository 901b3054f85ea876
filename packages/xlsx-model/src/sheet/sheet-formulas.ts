// The formulas of a sheet as each cell's own: followers of a shared formula are worked out from their leader.
import { tokenize } from "../formula-text/formula-tokens";
import { shiftFormula } from "../formula-text/move-formula";
import { shownFormula, storedFormula } from "../formulas/rewrite";
import { formulaElement, readFormula, withFormulaText, type Cell } from "./cell";
import type { CellGrid } from "./cell-grid";

interface Leader {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export class SheetFormulas {
  private leaders: Map<string, Leader> | null = null;

  constructor(
    private readonly grid: CellGrid,
    private readonly prefix: string,
  ) {}

  /** As files hold it, without "="; null for a typed value. */
  stored(row: number, column: number, cell: Cell): string | null {
    const formula = readFormula(cell);
    if (!formula) return null;
    if (formula.text !== "" || formula.shared === null) return formula.kind === "dataTable" ? null : formula.text;
    const leader = this.leaderOf(formula.shared);
    return leader ? shiftFormula(leader.text, row - leader.row, column - leader.column) : "";
  }

  /** As Excel shows it, with "=". */
  shown(row: number, column: number, cell: Cell): string | null {
    const stored = this.stored(row, column, cell);
    return stored === null ? null : `=${shownFormula(stored)}`;
  }

  /** The element of one that Excel shows so. */
  written(shown: string): string {
    return formulaElement(storedFormula(shown.replace(/^=/, "")), this.prefix);
  }

  /** Before a cell changes: when others follow its shared formula, each gets its own. */
  detach(row: number, column: number, cell: Cell): void {
    const formula = readFormula(cell);
    if (!formula || formula.shared === null) return;
    const leader = this.leaderOf(formula.shared);
    if (leader?.row !== row || leader.column !== column) return;
    const followers: { row: number; column: number; own: string }[] = [];
    this.grid.forEachCell((otherRow, otherColumn, other) => {
      if (readFormula(other)?.shared !== formula.shared) return;
      followers.push({ row: otherRow, column: otherColumn, own: this.stored(otherRow, otherColumn, other) ?? "" });
    });
    for (const follower of followers) {
      const other = this.grid.cell(follower.row, follower.column);
      if (!other) continue;
      this.grid.set(follower.row, follower.column, {
        ...other,
        formulaXml: formulaElement(follower.own, this.prefix),
        xml: null,
      });
    }
    this.leaders?.delete(formula.shared);
  }

  /** Each cell gets the text of its own formula: before cells move. */
  unshare(): void {
    const shared: { row: number; column: number; cell: Cell; text: string }[] = [];
    this.grid.forEachCell((row, column, cell) => {
      if (readFormula(cell)?.shared !== null && cell.formulaXml !== "")
        shared.push({ row, column, cell, text: this.stored(row, column, cell) ?? "" });
    });
    for (const { row, column, cell, text } of shared)
      this.grid.set(row, column, { ...cell, formulaXml: formulaElement(text, this.prefix), xml: null });
    this.leaders = null;
  }

  /** Changes formulas' texts. Answers the cells that have another one. */
  rewrite(change: (formula: string) => string): readonly { readonly row: number; readonly column: number }[] {
    const changed: { row: number; column: number; cell: Cell; text: string }[] = [];
    this.grid.forEachCell((row, column, cell) => {
      const before = this.stored(row, column, cell);
      const text = before === null ? null : change(before);
      if (text !== null && text !== before) changed.push({ row, column, cell, text });
    });
    for (const { row, column, cell, text } of changed) {
      this.grid.set(row, column, { ...cell, formulaXml: withFormulaText(cell, text, this.prefix), xml: null });
    }
    if (changed.length > 0) this.leaders = null;
    return changed;
  }

  /** Cells that are gone are read by no formula any more: those that read them by a name or a table are known by their texts alone. */
  overNames(): readonly { readonly row: number; readonly column: number }[] {
    const found: { row: number; column: number }[] = [];
    this.grid.forEachCell((row, column, cell) => {
      const text = this.stored(row, column, cell);
      if (text !== null && tokenize(text).some(({ kind }) => kind === "name" || kind === "table"))
        found.push({ row, column });
    });
    return found;
  }

  /** After the whole sheet was emptied. */
  forget(): void {
    this.leaders = null;
  }

  private leaderOf(shared: string): Leader | undefined {
    if (!this.leaders) {
      const leaders = new Map<string, Leader>();
      this.grid.forEachCell((row, column, cell) => {
        const formula = readFormula(cell);
        if (formula && formula.shared !== null && formula.text !== "")
          leaders.set(formula.shared, { row, column, text: formula.text });
      });
      this.leaders = leaders;
    }
    return this.leaders.get(shared);
  }
}

// One open workbook under the agent's hands: what he selects, types, pastes and takes back, and what the page shows of it.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { readEntry } from "../formula/typed-content";
import type { GridActions, SheetView } from "../view/sheet-view";
import type { Position } from "../view/keys";
import { Clipboard } from "./clipboard";
import type { Desk, Entry } from "./desk";
import { refusalOf } from "./entry-check";
import { History } from "./history";
import { linkTarget } from "./link-target";

export interface Snapshot {
  readonly model: WorkbookModel;
  readonly sheets: readonly SheetModel[];
  readonly view: SheetView;
  /** What Excel would say in a dialog, null for nothing. */
  readonly alert: string | null;
}

export class WorkbookSession implements GridActions {
  readonly #listeners = new Set<() => void>();
  readonly #clipboard = new Clipboard();
  readonly #history: History;
  #active: Position = { row: 0, column: 0 };
  #draft: string | null = null;
  #alert: string | null = null;
  #snapshot: Snapshot;

  constructor(readonly desk: Desk) {
    this.#history = new History(desk);
    desk.onChanged(() => {
      this.#changed();
    });
    this.#snapshot = this.#look();
  }

  get model(): WorkbookModel {
    return this.desk.model;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  activate(sheet: SheetModel): void {
    this.cancel();
    this.desk.activate(sheet);
  }

  select(row: number, column: number): void {
    this.#active = { row, column };
    this.#selectRange(single(row, column));
  }

  extend(row: number, column: number): void {
    const from = this.#snapshot.view.active;
    this.#active = from;
    this.#selectRange({
      top: Math.min(from.row, row),
      left: Math.min(from.column, column),
      bottom: Math.max(from.row, row),
      right: Math.max(from.column, column),
    });
  }

  startEditing(draft: string): void {
    // Excel makes the add-in wait while the agent types.
    this.desk.beginEdit();
    this.#draft = draft;
    this.#alert = null;
    this.#changed();
  }

  cancel(): void {
    if (this.#draft === null) return;
    this.#draft = null;
    this.desk.endEdit();
    this.#changed();
  }

  commit(text: string, then: "stay" | "down" | "right"): void {
    const { sheet, active } = this.#snapshot.view;
    this.cancel();
    // The cell stays the active one when its entry is refused, to be typed anew.
    const entry = readEntry(text, sheet.style(active.row, active.column));
    if (!this.#enter(sheet, [{ ...active, ...entry }])) return;
    if (then === "down") this.select(active.row + 1, active.column);
    if (then === "right") this.select(active.row, active.column + 1);
  }

  clear(): void {
    const { sheet, selection } = this.#snapshot.view;
    const within = sheet.usedRangeWithin(selection, true);
    if (within)
      this.#enter(
        sheet,
        cellsOf(within).map((cell) => ({ ...cell, content: EMPTY })),
      );
  }

  copy(): string {
    const { sheet, selection } = this.#snapshot.view;
    return this.#clipboard.copy(sheet, sheet.usedRangeWithin(selection, true) ?? single(selection.top, selection.left));
  }

  paste(text: string): void {
    const { sheet, selection } = this.#snapshot.view;
    const entries = this.#clipboard.paste(text, sheet, selection);
    const last = entries.at(-1);
    if (!last || !this.#enter(sheet, entries)) return;
    this.#active = { row: selection.top, column: selection.left };
    this.#selectRange({ ...selection, bottom: last.row, right: last.column });
  }

  undo(): void {
    this.#show(this.#history.undo());
  }

  redo(): void {
    this.#show(this.#history.redo());
  }

  /** What was typed before can no longer be taken back: something else wrote into the workbook. */
  forgetHistory(): void {
    this.#history.forget();
  }

  follow(formula: string): void {
    const target = linkTarget(formula);
    const sheet = target && this.model.sheets.find(({ name }) => name === target.sheet);
    if (!target || !sheet) return;
    this.#active = { row: target.row, column: target.column };
    this.desk.select(sheet, single(target.row, target.column));
  }

  dismissAlert(): void {
    this.#alert = null;
    this.#changed();
  }

  #selectRange(range: GridRange): void {
    const { sheet, range: now } = this.desk.selection;
    if (isSameRange(range, now)) this.#changed();
    else this.desk.select(sheet, range);
  }

  /** False, and nothing changed, when an entry is refused. */
  #enter(sheet: SheetModel, entries: readonly Entry[]): boolean {
    const changed = entries.filter(({ row, column, content }) => {
      const known = sheet.content(row, column);
      return content.formula !== known.formula || (content.formula === null && content.value !== known.value);
    });
    if (changed.length === 0) return true;
    const refusal = sheet.isProtected
      ? `La feuille «\u00a0${sheet.name}\u00a0» est protégée\u00a0: ôtez la protection pour la modifier.`
      : changed.map(({ row, column, content }) => refusalOf(sheet, row, column, content)).find((each) => each !== null);
    if (refusal !== undefined && refusal !== null) {
      this.#alert = refusal;
      this.#changed();
      return false;
    }
    this.#history.enter(sheet, changed);
    return true;
  }

  #show(taken: { readonly sheet: SheetModel; readonly entries: readonly Entry[] } | null): void {
    const first = taken?.entries[0];
    if (!taken || !first) return;
    this.#active = { row: first.row, column: first.column };
    this.desk.select(taken.sheet, single(first.row, first.column));
  }

  #changed(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): Snapshot {
    const { sheet, range } = this.desk.selection;
    // The pane selects, too: then the first cell is the active one.
    const { row, column } = this.#active;
    const isWithin = row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
    const active = isWithin ? this.#active : { row: range.top, column: range.left };
    const view = { sheet, selection: range, active, draft: this.#draft };
    return { model: this.model, sheets: [...this.model.sheets], view, alert: this.#alert };
  }
}

const EMPTY = { value: null, formula: null };

function single(row: number, column: number): GridRange {
  return { top: row, left: column, bottom: row, right: column };
}

function isSameRange(one: GridRange, other: GridRange): boolean {
  return one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}

function cellsOf({ top, left, bottom, right }: GridRange): Position[] {
  const cells: Position[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ row, column });
  return cells;
}

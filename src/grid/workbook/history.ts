// What the agent entered, to be taken back and put again, one gesture at a time.
import type { SheetModel } from "xlsx-model/workbook-model";
import { entryOf, type Desk, type Entry } from "./desk";

interface Gesture {
  readonly sheet: SheetModel;
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
}

const MOST_GESTURES = 100;

export class History {
  #done: Gesture[] = [];
  #undone: Gesture[] = [];

  constructor(private readonly desk: Desk) {}

  enter(sheet: SheetModel, after: readonly Entry[]): void {
    const before = after.map(({ row, column }) => entryOf(sheet, row, column));
    this.#done = [...this.#done, { sheet, before, after }].slice(-MOST_GESTURES);
    this.#undone = [];
    void this.desk.enter(sheet, after);
  }

  /** Answers what came back, null for nothing. */
  undo(): { readonly sheet: SheetModel; readonly entries: readonly Entry[] } | null {
    const gesture = this.#done.pop();
    if (!gesture) return null;
    this.#undone.push(gesture);
    void this.desk.enter(gesture.sheet, gesture.before);
    return { sheet: gesture.sheet, entries: gesture.before };
  }

  redo(): { readonly sheet: SheetModel; readonly entries: readonly Entry[] } | null {
    const gesture = this.#undone.pop();
    if (!gesture) return null;
    this.#done.push(gesture);
    void this.desk.enter(gesture.sheet, gesture.after);
    return { sheet: gesture.sheet, entries: gesture.after };
  }

  forget(): void {
    this.#done = [];
    this.#undone = [];
  }
}

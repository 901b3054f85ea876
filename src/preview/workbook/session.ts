// One open workbook: the simulated Excel over it, and what the page shows of it at each moment.
import type { GridRange } from "../../core/workbook-port";
import type { CellContent, SheetModel, WorkbookModel } from "../../files/workbook-model";
import { createExcelHost, type ExcelHost } from "../../host/excel-host";
import { readTyped } from "../formula/typed-content";
import type { GridActions, SheetView } from "../grid/grid";
import { refusalOf } from "./entry-check";
import { linkTarget } from "./link-target";

export interface Snapshot {
  readonly model: WorkbookModel;
  readonly sheets: readonly SheetModel[];
  readonly view: SheetView;
  /** What Excel would say in a dialog, null for nothing. */
  readonly alert: string | null;
}

export class WorkbookSession implements GridActions {
  readonly host: ExcelHost;
  readonly #listeners = new Set<() => void>();
  #draft: string | null = null;
  #alert: string | null = null;
  #snapshot: Snapshot;

  constructor(readonly model: WorkbookModel) {
    this.host = createExcelHost(model);
    this.host.onModelChanged(() => {
      this.#changed();
    });
    this.#snapshot = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  activate(sheet: SheetModel): void {
    this.cancel();
    this.host.activate(sheet);
  }

  select(row: number, column: number): void {
    const { sheet, range } = this.host.selection;
    if (range.top === row && range.left === column && range.bottom === row && range.right === column) return;
    this.host.select(sheet, { top: row, left: column, bottom: row, right: column });
  }

  startEditing(draft: string): void {
    // Excel makes the add-in wait while the agent types.
    this.host.beginCellEdit();
    this.#draft = draft;
    this.#alert = null;
    this.#changed();
  }

  cancel(): void {
    if (this.#draft === null) return;
    this.#draft = null;
    this.host.endCellEdit();
    this.#changed();
  }

  commit(text: string, then: "stay" | "down" | "right"): void {
    const { sheet, range } = this.host.selection;
    const content = readTyped(text);
    const known = sheet.content(range.top, range.left);
    this.cancel();
    if (!isSame(content, known)) {
      const refusal = sheet.isProtected
        ? `La feuille « ${sheet.name} » est protégée : ôtez la protection pour la modifier.`
        : refusalOf(sheet, range.top, range.left, content);
      // The cell stays the active one, to be typed anew.
      if (refusal !== null) {
        this.#say(refusal);
        return;
      }
      void this.host.editCell(sheet, range.top, range.left, hostInput(content));
    }
    if (then === "down") this.select(range.top + 1, range.left);
    if (then === "right") this.select(range.top, range.left + 1);
  }

  follow(formula: string): void {
    const target = linkTarget(formula);
    const sheet = target && this.model.sheets.find(({ name }) => name === target.sheet);
    if (target && sheet) this.host.select(sheet, single(target.row, target.column));
  }

  dismissAlert(): void {
    this.#alert = null;
    this.#changed();
  }

  #say(alert: string): void {
    this.#alert = alert;
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): Snapshot {
    const { sheet, range } = this.host.selection;
    const view = { sheet, selection: range, draft: this.#draft };
    return { model: this.model, sheets: [...this.model.sheets], view, alert: this.#alert };
  }
}

function single(row: number, column: number): GridRange {
  return { top: row, left: column, bottom: row, right: column };
}

function isSame(typed: CellContent, known: CellContent): boolean {
  return typed.formula === known.formula && (typed.formula !== null || typed.value === known.value);
}

/** The host reads a text as Excel in the United States does: an apostrophe keeps a French text as it is. */
function hostInput({ value, formula }: CellContent): string | number | boolean {
  if (formula !== null) return formula;
  if (value === null) return "";
  return typeof value === "string" ? `'${value}` : value;
}

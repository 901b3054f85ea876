// Sorts the rows of a budget table into axes, actions, subtotals and the total, in the order in which they stand.
import type { Axe } from "../domain/convention";
import type { Cell, LigneAction, LigneAxe, MontantsParAnnee, TableauExecution } from "../domain/dossier";
import { foldText } from "../domain/label";
import type { RowMontants } from "./budget-columns";
import type { LabelMeaning } from "./label-reader";

interface AxeDraft {
  readonly label: Cell;
  readonly axe: Axe | null;
  sousTotal: LigneAxe["sousTotal"];
  readonly isHeading: boolean;
  /** Number of action rows that stand above. */
  readonly position: number;
}

interface Amounts {
  readonly label: Cell;
  readonly montants: MontantsParAnnee;
}

interface TotalDraft extends Amounts {
  readonly axe: AxeDraft | null;
  /** "Total" alone may close an axe; "Total général" cannot. */
  readonly isBare: boolean;
}

export class BudgetRows {
  private readonly axes: AxeDraft[] = [];
  private readonly actions: {
    label: Cell;
    action: LigneAction["action"];
    ligneAxe: number | null;
    montants: MontantsParAnnee;
  }[] = [];
  private readonly verses: TableauExecution["verses"][number][] = [];
  private readonly totals: TotalDraft[] = [];
  private readonly seen = new Set<object>();
  private readonly lastByAxe = new Map<Axe, AxeDraft>();
  private closed = false;

  /** Whether a TOTAL row has closed the actions above it. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** The axe of the last heading; null when it is none of the contract's. */
  get currentAxe(): Axe | null {
    return this.axes.at(-1)?.axe ?? null;
  }

  /** Whether the row names something of the contract that the table does not have yet. */
  isNew({ action, axe, total }: LabelMeaning): boolean {
    if (total !== null) return total.axe === null;
    return (action !== null && !this.seen.has(action)) || (axe !== null && !this.seen.has(axe));
  }

  /** `montants` are those of the heading row itself, null when it shows none. */
  addAxe(label: Cell, axe: Axe | null, montants: MontantsParAnnee | null): void {
    this.pushAxe({
      label,
      axe,
      sousTotal: montants && { label, montants },
      isHeading: true,
      position: this.actions.length,
    });
  }

  private pushAxe(draft: AxeDraft): void {
    this.axes.push(draft);
    if (draft.axe === null) return;
    this.seen.add(draft.axe);
    this.lastByAxe.set(draft.axe, draft);
  }

  /** In a column of its own an axe may be written again on each of its rows. */
  isCurrentAxe(axe: Axe | null, label: Cell): boolean {
    const current = this.axes.at(-1);
    return current !== undefined && current.axe === axe && (axe !== null || current.label.text === label.text);
  }

  addAction(label: Cell, action: LigneAction["action"], { montants, verses }: RowMontants): void {
    this.verses.push(verses);
    if (action) this.seen.add(action);
    this.actions.push({ label, action, ligneAxe: this.axes.length > 0 ? this.axes.length - 1 : null, montants });
  }

  /** False when it is the subtotal of nothing in the table. */
  addSousTotal(label: Cell, axe: Axe | null, montants: MontantsParAnnee): boolean {
    const sousTotal = { label, montants };
    const owner = axe ? this.lastByAxe.get(axe) : this.axes.at(-1);
    if (owner) {
      if (owner.sousTotal !== null) return false;
      owner.sousTotal = sousTotal;
      return true;
    }
    if (axe === null) return false;
    this.pushAxe({ label, axe, sousTotal, isHeading: false, position: this.actions.length });
    return true;
  }

  addTotal(label: Cell, montants: MontantsParAnnee): void {
    const isBare = /^(?:total|totaux)[ :*]*$/.test(foldText(label.text));
    const axe = this.axes.at(-1) ?? null;
    this.totals.push({ label, montants, axe, isBare });
    this.closed ||= this.actions.length > 0;
  }

  /** The rows, and the labels of those that turned out to be neither total nor subtotal. */
  finish(): Pick<TableauExecution, "lignesAxe" | "lignesAction" | "verses" | "total"> & {
    readonly unused: readonly Cell[];
  } {
    const total = this.totals.filter(({ isBare }) => !isBare).at(-1) ?? this.totals.at(-1) ?? null;
    const unused: Cell[] = [];
    const others = this.totals.filter((other) => other !== total);
    const closesOneAxeOnly = this.axes.length > 1 && this.axes.every(({ sousTotal }) => sousTotal === null);
    for (const other of others) {
      // A lone one below the last axe is the table's total written twice.
      const isTwice = others.length === 1 && closesOneAxeOnly && other.axe === this.axes.at(-1);
      if (other.isBare && other.axe?.sousTotal === null && !isTwice) other.axe.sousTotal = other;
      else unused.push(other.label);
    }
    this.moveActionsAboveSubtotals();
    return {
      lignesAxe: this.axes.map(({ label, axe, sousTotal }) => ({
        label,
        axe,
        sousTotal: sousTotal && { label: sousTotal.label, montants: sousTotal.montants },
      })),
      lignesAction: this.actions,
      verses: this.verses,
      total: total && { label: total.label, montants: total.montants },
      unused,
    };
  }

  /** Without headings, a subtotal that follows its actions is what names their axe. */
  private moveActionsAboveSubtotals(): void {
    const [first] = this.axes;
    if (!first || first.position === 0 || this.axes.some(({ isHeading }) => isHeading)) return;
    let axe = 0;
    this.actions.forEach((action, index) => {
      while (axe < this.axes.length && (this.axes[axe]?.position ?? 0) <= index) axe += 1;
      action.ligneAxe = axe < this.axes.length ? axe : null;
    });
  }
}

// Sorts the rows of a table of amounts into axes, actions, subtotals and the total, in the order in which they stand.
import type { CellRef } from "../../domain/cell-ref";
import type { Action, Axe } from "../../domain/contrat/convention";
import type { Cell, LigneAxe, LigneDeSommes, TableauExecution } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import type { RowLabel } from "../rows/row-labels";
import type { LabelMeaning } from "../labels/label-reader";
import type { RowMontants } from "./amount-columns";
import { placeUnderAxes, type ActionDraft, type AxeDraft, type Recap } from "./axe-rows";
import { saidOtherwise, sortTotals, type Sums, type TotalDraft } from "./total-rows";
import { isUnlabelledTotal } from "./unlabelled-total";

export type { Sums } from "./total-rows";

type Beside = "autres" | "contractualises" | "totauxDesAnnees";

/** What a row shows beside its parts; nothing where the table has no such columns. */
const beside = ({
  autres,
  contractualises,
  totauxDesAnnees,
}: Pick<LigneDeSommes, Beside>): Pick<LigneDeSommes, Beside> => ({
  ...(autres && { autres }),
  ...(contractualises && { contractualises }),
  ...(totauxDesAnnees && { totauxDesAnnees }),
});

const paid = (verses: RowMontants["verses"] | undefined): Pick<LigneDeSommes, "verses"> =>
  verses && verses.size > 0 ? { verses } : {};

export const toSums = (label: Cell, read: RowMontants, isEmpty: boolean): Sums => ({
  label,
  montants: read.montants,
  ...beside(read),
  ...paid(read.verses),
  isEmpty,
});

function toLigne(sums: LigneDeSommes | null): LigneAxe["sousTotal"] {
  if (!sums) return null;
  const { label, montants, verses } = sums;
  return { label, montants, ...beside(sums), ...paid(verses) };
}

export class AmountRows {
  private readonly axes: AxeDraft[] = [];
  private readonly actions: ActionDraft[] = [];
  private readonly verses: TableauExecution["verses"][number][] = [];
  private readonly totals: TotalDraft[] = [];
  private readonly seen = new Set<object>();
  private readonly lastByAxe = new Map<Axe, AxeDraft>();
  /** Below an axe that has its sums already. */
  private readonly secondSums: Recap[] = [];
  private closed = false;

  constructor(private readonly contractAxes: readonly Axe[]) {}

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

  /** `own` are the amounts of the heading row itself, null when an action stands in it. */
  addAxe(label: Cell, axe: Axe | null, own: Sums | null): void {
    this.pushAxe({
      label,
      axe,
      sousTotal: own?.isEmpty === false ? own : null,
      emptyHeading: own?.isEmpty ? own : null,
      isHeading: true,
      position: this.actions.length,
    });
  }

  private pushAxe(draft: AxeDraft): void {
    const { axe, label } = draft;
    // The "Total" above a new axe was that of another one.
    if (!this.axes.some((other) => (axe ? other.axe === axe : other.label.text === label.text))) this.closed = false;
    this.axes.push(draft);
    if (axe === null) return;
    this.seen.add(axe);
    this.lastByAxe.set(axe, draft);
  }

  /** In a column of its own an axe may be written again on each of its rows. */
  isCurrentAxe(axe: Axe | null, label: Cell): boolean {
    const current = this.axes.at(-1);
    return current !== undefined && current.axe === axe && (axe !== null || current.label.text === label.text);
  }

  addAction(label: Cell, action: Action | null, read: RowMontants, told: Partial<RowLabel> = {}): void {
    const { reconnaissance, contradiction, operateur } = told;
    this.verses.push(read.verses);
    if (action) this.seen.add(action);
    this.actions.push({
      label,
      action,
      ligneAxe: this.axes.length > 0 ? this.axes.length - 1 : null,
      montants: read.montants,
      ...beside(read),
      ...(reconnaissance && { reconnaissance }),
      ...(contradiction && { contradiction }),
      ...(operateur !== undefined && { operateur }),
    });
  }

  /** False when it is the subtotal of nothing in the table, or a second one. */
  addSousTotal(sousTotal: Sums, axe: Axe | null): boolean {
    const owner = axe ? this.lastByAxe.get(axe) : this.axes.at(-1);
    if (owner) {
      if (owner.sousTotal !== null && (sousTotal.isEmpty || !owner.sousTotal.isEmpty)) {
        if (!sousTotal.isEmpty) this.secondSums.push({ sums: sousTotal, of: owner });
        return false;
      }
      owner.sousTotal = sousTotal;
      return true;
    }
    if (axe === null) {
      this.pushTotal(sousTotal, { isBare: true, isPartial: true });
      return true;
    }
    const { label } = sousTotal;
    this.pushAxe({ label, axe, sousTotal, emptyHeading: null, isHeading: false, position: this.actions.length });
    return true;
  }

  addTotal(total: Sums): void {
    const isBare = /^(?:total|totaux)[ :*]*$/.test(foldText(total.label.text));
    this.pushTotal(total, { isBare, isPartial: false });
    this.closed ||= this.actions.length > 0;
  }

  private pushTotal(sums: Sums, kind: Pick<TotalDraft, "isBare" | "isPartial">): void {
    this.totals.push({ ...sums, ...kind, axe: this.axes.at(-1) ?? null, position: this.actions.length });
  }

  private takeUnlabelledTotal(): LigneDeSommes | null {
    const last = this.actions.at(-1);
    if (!last || !isUnlabelledTotal(last, this.actions.slice(0, -1))) return null;
    this.actions.pop();
    return { ...last, ...paid(this.verses.pop()) };
  }

  /** The rows, and the labels of those that turned out to be neither total nor subtotal. */
  finish(): Pick<TableauExecution, "lignesAxe" | "lignesAction" | "verses" | "total"> & {
    readonly unused: readonly Cell[];
    /** The cells of second totals that no comparison looks at. */
    readonly redites: readonly CellRef[];
  } {
    const isWithoutTotal = this.totals.every(({ isPartial }) => isPartial);
    const unlabelled = isWithoutTotal ? this.takeUnlabelledTotal() : null;
    const sorted = sortTotals(this.totals, this.axes, this.actions, this.contractAxes);
    const { axes, recaps } = placeUnderAxes(this.axes.length > 0 ? this.axes : sorted.axes, this.actions);
    const again = [
      ...sorted.others,
      ...[...this.secondSums, ...recaps].map(({ sums, of }) => ({ sums, kept: of && (of.sousTotal ??= sums) })),
    ];
    const redites = again.flatMap(({ sums, kept }) => saidOtherwise(sums, kept));
    const headingsSum = axes.some(({ label, sousTotal }) => sousTotal?.label === label);
    return {
      lignesAxe: axes.map(({ label, axe, sousTotal, emptyHeading }) => ({
        label,
        axe,
        sousTotal: toLigne(sousTotal ?? (headingsSum ? emptyHeading : null)),
      })),
      lignesAction: this.actions,
      verses: this.verses,
      total: toLigne(sorted.total ?? unlabelled),
      unused: [...sorted.titles, ...sorted.others.map(({ sums }) => sums)].map(({ label }) => label),
      redites,
    };
  }
}

// Sorts the rows of a table of amounts into axes, actions, subtotals and the total, in the order in which they stand.
import type { Action, Axe } from "../../domain/contrat/convention";
import type { Cell, LigneAction, LigneAxe, LigneDeSommes, TableauExecution } from "../../domain/dossier";
import { COLONNES } from "../../domain/lines/budget-lines";
import { showsColumn } from "../../domain/lines/sums";
import { foldText } from "../../domain/words/label";
import type { RowLabel } from "../rows/row-labels";
import type { LabelMeaning } from "../labels/label-reader";
import type { RowMontants } from "./amount-columns";
import { isUnlabelledTotal } from "./unlabelled-total";

interface AxeDraft {
  readonly label: Cell;
  readonly axe: Axe | null;
  sousTotal: Sums | null;
  /** The cells of a heading row that show no amount: those of a subtotal where other headings hold theirs. */
  readonly emptyHeading: Sums | null;
  readonly isHeading: boolean;
  /** Number of action rows that stand above. */
  readonly position: number;
}

/** A row of sums, which may have nothing but its label yet. */
export interface Sums extends LigneDeSommes {
  readonly isEmpty: boolean;
}

interface TotalDraft extends Sums {
  readonly axe: AxeDraft | null;
  /** "Total" alone may close an axe; "Total général" cannot. */
  readonly isBare: boolean;
  /** Number of action rows that stand above. */
  readonly position: number;
}

type ActionDraft = Omit<LigneAction, "ligneAxe"> & { ligneAxe: number | null };

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

  /** False when it is the subtotal of nothing in the table. */
  addSousTotal(sousTotal: Sums, axe: Axe | null): boolean {
    const owner = axe ? this.lastByAxe.get(axe) : this.axes.at(-1);
    if (owner) {
      if (owner.sousTotal !== null && (sousTotal.isEmpty || !owner.sousTotal.isEmpty)) return false;
      owner.sousTotal = sousTotal;
      return true;
    }
    if (axe === null) return false;
    const { label } = sousTotal;
    this.pushAxe({ label, axe, sousTotal, emptyHeading: null, isHeading: false, position: this.actions.length });
    return true;
  }

  addTotal(total: Sums): void {
    const isBare = /^(?:total|totaux)[ :*]*$/.test(foldText(total.label.text));
    const axe = this.axes.at(-1) ?? null;
    this.totals.push({ ...total, axe, isBare, position: this.actions.length });
    this.closed ||= this.actions.length > 0;
  }

  /** Words alone below a TOTAL are a title, unless the totals above are those of the axes. */
  private isTitle(total: TotalDraft): boolean {
    const above = this.totals.slice(0, this.totals.indexOf(total));
    if (!total.isEmpty || !above.some(({ isEmpty, position }) => !isEmpty && position === total.position)) return false;
    const closed = new Set(above.flatMap(({ axe, isBare }) => (isBare && axe ? [axe] : [])));
    const areOfAxes = total.isBare ? closed.size === this.axes.length : /\bgenera/.test(foldText(total.label.text));
    return closed.size < 2 || !areOfAxes;
  }

  /** "Total État" beside a TOTAL that shows the other columns too. */
  private isOfParty({ montants }: TotalDraft): boolean {
    const shown = COLONNES.filter((colonne) => showsColumn(montants, colonne));
    const [only] = shown;
    if (shown.length !== 1 || only === undefined || only === "total") return false;
    return this.totals.some(
      (other) =>
        showsColumn(other.montants, only) &&
        COLONNES.some((colonne) => colonne !== only && showsColumn(other.montants, colonne)),
    );
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
  } {
    const totals = this.totals.filter((total) => !this.isTitle(total) && !this.isOfParty(total));
    const total = totals.filter(({ isBare }) => !isBare).at(-1) ?? totals.at(-1) ?? this.takeUnlabelledTotal();
    const unused = this.totals.filter((other) => !totals.includes(other)).map(({ label }) => label);
    const others = totals.filter((other) => other !== total);
    const closesOneAxeOnly = this.axes.length > 1 && this.axes.every(({ sousTotal }) => sousTotal === null);
    for (const other of others) {
      // A lone one below the last axe is the table's total written twice.
      const isTwice = others.length === 1 && closesOneAxeOnly && other.axe === this.axes.at(-1);
      if (other.isBare && other.axe?.sousTotal === null && !isTwice) other.axe.sousTotal = other;
      else unused.push(other.label);
    }
    const headingsSum = this.axes.some(({ label, sousTotal }) => sousTotal?.label === label);
    if (this.areAxesBelow()) this.moveActionsAboveAxes();
    return {
      lignesAxe: this.axes.map(({ label, axe, sousTotal, emptyHeading }) => ({
        label,
        axe,
        sousTotal: toLigne(sousTotal ?? (headingsSum ? emptyHeading : null)),
      })),
      lignesAction: this.actions,
      verses: this.verses,
      total: toLigne(total),
      unused,
    };
  }

  /** The row of an axe that follows its actions, as a subtotal or under its own name, is what names their axe. */
  private areAxesBelow(): boolean {
    const [first] = this.axes;
    if (!first || first.position === 0) return false;
    if (!this.axes.some(({ isHeading }) => isHeading)) return true;
    const last = this.axes.at(-1);
    const isOf = (action: Action | null, axe: AxeDraft | undefined): boolean =>
      action !== null && axe?.axe?.numero === action.axe;
    const below = this.actions.filter(({ action, ligneAxe }) => isOf(action, this.axes[ligneAxe ?? -1])).length;
    const above = this.actions.filter(({ action }, index) =>
      isOf(
        action,
        this.axes.find(({ position }) => position > index),
      ),
    ).length;
    return last?.position === this.actions.length && above > below;
  }

  private moveActionsAboveAxes(): void {
    let axe = 0;
    this.actions.forEach((action, index) => {
      while (axe < this.axes.length && (this.axes[axe]?.position ?? 0) <= index) axe += 1;
      action.ligneAxe = axe < this.axes.length ? axe : null;
    });
  }
}

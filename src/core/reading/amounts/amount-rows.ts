// Sorts the rows of a table of amounts into axes, actions, subtotals and the total, in the order in which they stand.
import type { Shows } from "../../domain/amounts";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Action, Axe } from "../../contract/convention";
import type { Cell, LigneDeSommes, SumOf, TableauBudgetaire } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import type { LabelMeaning } from "../labels/label-reader";
import { AUTRE_FINANCEUR } from "../roles/row-roles";
import { findRepeatedRows, repeats, withoutRepetition } from "../rows/repeated-rows";
import type { RowLabel } from "../rows/row-labels";
import type { RowMontants } from "./amount-columns";
import {
  onlyAxeOf,
  placeUnderAxes,
  type ActionDraft,
  type AxeDraft,
  type Recap,
  type Sums,
  type SumsDraft,
} from "./axe-rows";
import { besideGroup, settleSubtotals, takeGroupTotals, type SubtotalDraft } from "./group-totals";
import { saidOtherwise, sortTotals, type TotalDraft } from "./total-rows";
import { isUnlabelledTotal } from "./unlabelled-total";

export const toSums = (label: Cell, { amounts, hasContent }: RowMontants): Sums => ({
  ligne: { label, amounts },
  isEmpty: !hasContent,
});

export class AmountRows {
  /** Whether a TOTAL row has closed the actions above it. */
  isClosed = false;
  private readonly axes: AxeDraft[] = [];
  private readonly actions: ActionDraft[] = [];
  private readonly totals: (TotalDraft & { readonly namesGroup: boolean })[] = [];
  private readonly seen = new Set<object>();
  /** The rows that show a subtotal under an axe. */
  private readonly subtotals: SubtotalDraft[] = [];

  constructor(private readonly contractAxes: readonly Axe[]) {}

  /** The axe of the last heading; null when it is none of the contract's. */
  get currentAxe(): Axe | null {
    return this.axes.at(-1)?.axe ?? null;
  }

  get isWithoutActions(): boolean {
    return this.actions.length === 0;
  }

  /** Whether the row names something of the contract that the table does not have yet. */
  isNew({ action, axe, total }: LabelMeaning): boolean {
    if (total !== null) return total.axe === null;
    return (action !== null && !this.seen.has(action)) || (axe !== null && !this.seen.has(axe));
  }

  /** `own` are the amounts of the heading row itself, null when an action stands in it. */
  addAxe(label: Cell, axe: Axe | null, own: Sums | null): void {
    const isEmpty = own?.isEmpty === true;
    this.pushAxe({
      label,
      axe,
      sousTotal: isEmpty ? null : own,
      emptyHeading: isEmpty ? own : null,
      isHeading: true,
      position: this.actions.length,
    });
  }

  private pushAxe(draft: AxeDraft): void {
    const { axe, label } = draft;
    // The "Total" above a new axe was that of another one.
    if (!this.axes.some((other) => isSameAxe(other, axe, label))) this.isClosed = false;
    this.axes.push(draft);
    if (axe !== null) this.seen.add(axe);
  }

  /** In a column of its own an axe may be written again on each of its rows. */
  isCurrentAxe(axe: Axe | null, label: Cell): boolean {
    const current = this.axes.at(-1);
    return current !== undefined && isSameAxe(current, axe, label);
  }

  addAction(
    label: Cell,
    action: Action | null,
    { amounts }: RowMontants,
    told: Partial<RowLabel> = {},
    isNumbered = false,
  ): void {
    const { reconnaissance, designe, operateur, semblable, meaning } = told;
    if (action) this.seen.add(action);
    const ligne = {
      label,
      amounts,
      action,
      ligneAxe: null,
      ...(reconnaissance && { reconnaissance }),
      ...(designe && { designe }),
      ...(operateur !== undefined && { operateur }),
      ...(isNumbered && { isNumbered }),
      ...(meaning?.role?.role === AUTRE_FINANCEUR && { isAutreFinanceur: true as const }),
    };
    this.actions.push({ ligne, action, ...(semblable && { semblable }), under: this.axes.at(-1) ?? null });
  }

  /** `namesGroup`: it says of which actions. False when it is the subtotal of nothing in the table, or a second one. */
  addSousTotal(sousTotal: Sums, axe: Axe | null, namesGroup: boolean): boolean {
    const named = (axe ? this.axes.filter((draft) => draft.axe === axe) : this.axes).at(-1);
    const owner = named ?? this.nameHeading(axe);
    if (owner) {
      const isFirst = owner.sousTotal === null || owner.sousTotal.isEmpty;
      if (sousTotal.isEmpty && owner.sousTotal !== null) return false;
      if (isFirst) owner.sousTotal = sousTotal;
      if (sousTotal.isEmpty) return true;
      const position = this.actions.length;
      const isSecond = this.subtotals.some((other) => other.of === owner && other.position === position);
      this.subtotals.push({ sums: sousTotal, of: owner, position, namesAxe: axe !== null, namesGroup });
      return !isSecond || axe !== null;
    } else if (axe === null) {
      this.pushTotal(sousTotal, { isBare: true, isPartial: true, namesGroup: false });
    } else {
      const { label } = sousTotal.ligne;
      this.pushAxe({ label, axe, sousTotal, emptyHeading: null, isHeading: false, position: this.actions.length });
    }
    return true;
  }

  /** The heading in other words above actions that are all of this axe: "Sous-total de l’axe 3" says which it is. */
  private nameHeading(axe: Axe | null): AxeDraft | undefined {
    const last = this.axes.at(-1);
    const under = this.actions.slice(last?.position);
    if (!axe || last?.axe !== null || !last.isHeading || onlyAxeOf(under, [axe]) === undefined) return undefined;
    last.axe = axe;
    return last;
  }

  addTotal(total: Sums, namesGroup: boolean): void {
    const isBare = /^(?:total|totaux)[ :*]*$/.test(foldText(total.ligne.label.text));
    this.pushTotal(total, { isBare, isPartial: false, namesGroup });
    this.isClosed ||= this.actions.length > 0;
  }

  private pushTotal(
    sums: Sums,
    kind: Pick<TotalDraft, "isBare" | "isPartial"> & { readonly namesGroup: boolean },
  ): void {
    this.totals.push({ ...sums, ...kind, axe: this.axes.at(-1) ?? null, position: this.actions.length });
  }

  /** Told apart by nothing any more, they stand in the place of the row that they repeat. Answers those that were no action's. */
  private tellRepeatedRows(): readonly Cell[] {
    const known: Cell[] = [];
    this.actions.forEach((draft, at) => {
      const { ligne } = draft;
      if (draft.action) return;
      // "Idem" says it of the row above.
      const isBare = withoutRepetition(ligne.label.text) === "" && ligne.label.text.trim() !== "";
      const action = draft.semblable ?? (isBare ? this.actions[at - 1]?.action : null);
      if (!action) return;
      const isAgain = this.actions.some((other) => other.action === action && repeats(ligne, other.ligne));
      if (!isAgain) return;
      this.actions[at] = { ...draft, action, ligne: { ...ligne, action } };
      known.push(ligne.label);
    });
    const repeated = findRepeatedRows(this.actions.map(({ ligne }) => ligne));
    if (repeated.size === 0) return known;
    this.actions.forEach((draft, at) => {
      if (!repeated.has(draft.ligne)) return;
      const { operateur: own, ...ligne } = draft.ligne;
      const operateur = repeated.get(draft.ligne);
      if (own === operateur) return;
      this.actions[at] = { ...draft, ligne: { ...ligne, ...(operateur !== undefined && { operateur }) } };
    });
    return known;
  }

  private takeUnlabelledTotal(): SumsDraft | null {
    const lignes = this.actions.map(({ ligne }) => ligne);
    const last = lignes.at(-1);
    if (!last || !isUnlabelledTotal(last, lignes.slice(0, -1))) return null;
    this.actions.pop();
    return { label: last.label, amounts: last.amounts };
  }

  /** Gives each axe the subtotal of all its actions; what is left are those of some. */
  private settleSubtotals(rows: readonly Shows[]): {
    readonly groups: readonly LigneDeSommes[];
    readonly again: readonly Recap[];
  } {
    const groups: LigneDeSommes[] = [];
    const again: Recap[] = [];
    for (const of of new Set(this.subtotals.map((draft) => draft.of))) {
      const own = this.subtotals.filter((draft) => draft.of === of);
      const end = this.axes[this.axes.indexOf(of) + 1]?.position ?? rows.length;
      const settled = settleSubtotals(own, of, end, rows);
      const onHeading = own.some(({ sums }) => sums === of.sousTotal) ? null : of.sousTotal;
      const seconds = [...settled.seconds, ...(onHeading && settled.total ? [settled.total] : [])];
      of.sousTotal = onHeading ?? settled.total;
      groups.push(...settled.groups);
      again.push(...seconds.map((sums) => ({ sums, of: of.sousTotal && of })));
    }
    return { groups, again };
  }

  /** The rows, and the labels of those that turned out to be neither total nor subtotal. */
  finish(): Pick<TableauBudgetaire, "lignesAxe" | "lignesAction" | "sommes"> & {
    readonly unused: readonly Cell[];
    /** The cells of second totals that no comparison looks at. */
    readonly redites: readonly CellRef[];
    /** The labels that turned out to repeat an action. */
    readonly reconnues: readonly Cell[];
  } {
    const reconnues = this.tellRepeatedRows();
    const isWithoutTotal = this.totals.every(({ isPartial }) => isPartial);
    const unlabelled = isWithoutTotal ? this.takeUnlabelledTotal() : null;
    const lignes = this.actions.map(({ ligne }) => ligne);
    const { groups, again: second } = this.settleSubtotals(lignes);
    const sums = [...this.axes, ...this.subtotals, ...this.totals].map(({ position }) => position);
    const groupTotals = takeGroupTotals(this.totals, sums, lignes);
    const totauxDeGroupe = [...groups, ...groupTotals.values()];
    const totals = this.totals.filter((draft) => !groupTotals.has(draft));
    const sorted = sortTotals(totals, this.axes, this.actions, this.contractAxes);
    const { axes, recaps } = placeUnderAxes(this.axes.length > 0 ? this.axes : sorted.axes, this.actions);
    const again = [
      ...sorted.others,
      ...[...second, ...recaps].map(({ sums, of }) => ({
        ligne: sums.ligne,
        kept: of && (of.sousTotal ??= sums).ligne,
      })),
    ];
    const index = new Map(axes.map((draft, at) => [draft, at]));
    for (const { ligne, under } of this.actions) ligne.ligneAxe = under && (index.get(under) ?? null);
    const headingsSum = axes.some(({ label, sousTotal }) => sousTotal?.ligne.label === label);
    const total = sorted.total ?? unlabelled;
    const toSum = (sums: SumsDraft | null | undefined, of: SumOf): LigneDeSommes[] => (sums ? [{ ...sums, of }] : []);
    return {
      lignesAxe: axes.map(({ label, axe }) => ({ label, axe })),
      lignesAction: lignes,
      sommes: [
        ...axes.flatMap(({ sousTotal, emptyHeading }, index) =>
          toSum((sousTotal ?? (headingsSum ? emptyHeading : null))?.ligne, { kind: "axe", index }),
        ),
        ...toSum(total, { kind: "total" }),
        ...totauxDeGroupe,
      ],
      unused: [...sorted.titles, ...sorted.others].map(({ ligne }) => ligne.label),
      redites: [
        ...again.flatMap(({ ligne, kept }) => saidOtherwise(ligne, kept)),
        ...totauxDeGroupe.flatMap(besideGroup),
      ],
      reconnues,
    };
  }
}

const isSameAxe = (draft: AxeDraft, axe: Axe | null, label: Cell): boolean =>
  axe ? draft.axe === axe : draft.label.text === label.text;

// Totals of some of the actions only, as of the sous-axes: told from that of the axe, or of the table, by what they add.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Shows } from "../../domain/amounts";
import { isPart as isPartOf } from "../../domain/column-roles";
import type { LigneDeSommes } from "../../domain/dossier";
import type { AxeDraft, Sums } from "./axe-rows";
import { countSummed, isFilled, type TotalDraft } from "./total-rows";

export interface SubtotalDraft {
  readonly sums: Sums;
  readonly of: AxeDraft;
  /** Number of action rows that stand above. */
  readonly position: number;
  /** "Sous-total axe 1": of the axe, whatever else stands under it. */
  readonly namesAxe: boolean;
  /** "Sous-total volet A". */
  readonly namesGroup: boolean;
}

interface Settled {
  /** The subtotal of the whole axe. */
  readonly total: Sums | null;
  readonly groups: readonly LigneDeSommes[];
  /**
   * Other totals shown under the axe. Where the axe has no total of its own, nobody knows what they are the totals
   * of.
   */
  readonly seconds: readonly Sums[];
}

const toGroup = ({ ligne }: Sums, de: number, a: number): LigneDeSommes => ({
  ...ligne,
  of: { kind: "groupe", de, a },
});

/**
 * Tells which of several subtotals under one axe is that of all its actions; each other one is that of the actions
 * since the one above.
 */
export function settleSubtotals(
  own: readonly SubtotalDraft[],
  of: AxeDraft,
  end: number,
  rows: readonly Shows[],
): Settled {
  const last = Math.max(...own.map(({ position }) => position));
  const groups: LigneDeSommes[] = [];
  const others: SubtotalDraft[] = [];
  for (const draft of own) {
    const { sums, position, namesAxe, namesGroup } = draft;
    const from = Math.max(of.position, ...own.map((other) => (other.position < position ? other.position : 0)));
    const isPart = from < position && position - from < end - of.position;
    const isOfPart = (): boolean =>
      own.length > 1 &&
      countSummed(sums.ligne, rows.slice(from, position)) > countSummed(sums.ligne, rows.slice(of.position, end));
    if (isPart && !namesAxe && (namesGroup || isOfPart())) groups.push(toGroup(sums, from, position));
    else others.push(draft);
  }
  // Its words say that it totals some actions, and it stands alone under its axe: an action may have been typed below
  // it.
  const [alone] = groups;
  if (own.length === 1 && alone) return { total: null, groups: [], seconds: [{ ligne: alone, isEmpty: false }] };
  const total =
    others.find(({ namesAxe }) => namesAxe) ??
    others.find(({ position }) => position === last) ??
    others.at(-1) ??
    null;
  return {
    total: total && total.sums,
    groups,
    seconds: others.flatMap((draft) => (draft === total ? [] : [draft.sums])),
  };
}

/** "Total volet A" beside the TOTAL; "Total général" is never that of some actions, whatever it adds. */
export function takeGroupTotals(
  drafts: readonly (TotalDraft & { readonly namesGroup: boolean })[],
  sums: readonly number[],
  rows: readonly Shows[],
): ReadonlyMap<TotalDraft, LigneDeSommes> {
  const groups = new Map<TotalDraft, LigneDeSommes>();
  for (const draft of drafts) {
    const { ligne, position, namesGroup, isEmpty } = draft;
    if (!namesGroup || isEmpty) continue;
    const from = Math.max(0, ...sums.filter((other) => other < position));
    const part = rows.slice(from, position);
    if (part.length < rows.length && countSummed(ligne, part) > countSummed(ligne, rows)) {
      groups.set(draft, toGroup(draft, from, position));
    }
  }
  const isWhole = (draft: TotalDraft): boolean => !groups.has(draft) && draft.position === rows.length;
  const areAll = groups.size > 1 && groups.size === drafts.length;
  return areAll || drafts.some(isWhole) ? groups : new Map();
}

/** Other financing, payments and totals over the years of such a row: no comparison looks at them. */
export const besideGroup = ({ amounts }: Shows): readonly CellRef[] =>
  amounts.flatMap(({ year, column, cell }) => ((year !== null && isPartOf(column)) || !isFilled(cell) ? [] : cell.ref));

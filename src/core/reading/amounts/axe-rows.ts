// The rows that name the axes of a table, and which actions stand under each.
import type { Axe } from "../../domain/contrat/convention";
import type { Cell, LigneAction } from "../../domain/dossier";
import type { Sums } from "./total-rows";

export interface AxeDraft {
  readonly label: Cell;
  readonly axe: Axe | null;
  sousTotal: Sums | null;
  /** The cells of a heading row that show no amount: those of a subtotal where other headings hold theirs. */
  readonly emptyHeading: Sums | null;
  readonly isHeading: boolean;
  /** Number of action rows that stand above. */
  readonly position: number;
}

export type ActionDraft = Omit<LigneAction, "ligneAxe"> & { ligneAxe: number | null };

/** The only axe of these actions; undefined where they are of several, or one of them is unknown. */
export function onlyAxeOf(actions: readonly Pick<LigneAction, "action">[], axes: readonly Axe[]): Axe | undefined {
  const own = new Set(actions.map(({ action }) => action?.axe));
  return axes.find(({ numero }) => own.size === 1 && own.has(numero));
}

/** Sums of axes that stand over no action, as in a recap below the TOTAL. */
export interface Recap {
  readonly sums: Sums;
  /** The axe that has its own row among the actions; null where it has none. */
  readonly of: AxeDraft | null;
}

/** The row of an axe that follows its actions, as a subtotal or under its own name, is what names their axe. */
function areBelow(axes: readonly AxeDraft[], actions: readonly ActionDraft[]): boolean {
  const [first] = axes;
  if (!first || first.position === 0) return false;
  if (!axes.some(({ isHeading }) => isHeading)) return true;
  const isOf = ({ action }: ActionDraft, axe: AxeDraft | undefined): boolean =>
    action !== null && axe?.axe?.numero === action.axe;
  const below = actions.filter((action) => isOf(action, axes[action.ligneAxe ?? -1])).length;
  const above = actions.filter((action, index) =>
    isOf(
      action,
      axes.find(({ position }) => position > index),
    ),
  ).length;
  return axes.at(-1)?.position === actions.length && above > below;
}

/** Where the contract puts each action, if the rows name the axe of every one of them. */
function byContract(axes: readonly AxeDraft[], actions: readonly ActionDraft[]): readonly number[] | null {
  const index = new Map(axes.map(({ axe }, at) => [axe?.numero, at]));
  const places = actions.flatMap(({ action }) => (action ? (index.get(action.axe) ?? []) : []));
  return places.length === actions.length ? places : null;
}

/** The axes over actions, each action under its own; and the recaps, whose rows are sums and no headings. */
export function placeUnderAxes(
  drafts: readonly AxeDraft[],
  actions: readonly ActionDraft[],
): { readonly axes: readonly AxeDraft[]; readonly recaps: readonly Recap[] } {
  const areAllBelow = drafts.length > 1 && drafts.every(({ position }) => position === actions.length);
  if (areAllBelow && drafts.some(({ sousTotal }) => sousTotal !== null)) {
    const places = byContract(drafts, actions);
    actions.forEach((action, index) => (action.ligneAxe = places?.[index] ?? null));
    if (places) return { axes: drafts, recaps: [] };
    return { axes: [], recaps: drafts.flatMap(({ sousTotal }) => (sousTotal ? [{ sums: sousTotal, of: null }] : [])) };
  }
  if (areBelow(drafts, actions)) {
    let axe = 0;
    actions.forEach((action, index) => {
      while (axe < drafts.length && (drafts[axe]?.position ?? 0) <= index) axe += 1;
      action.ligneAxe = axe < drafts.length ? axe : null;
    });
  }
  return withoutRecaps(drafts, actions);
}

/** An axe named again over no action, where it stands over some elsewhere. */
function withoutRecaps(
  drafts: readonly AxeDraft[],
  actions: readonly ActionDraft[],
): ReturnType<typeof placeUnderAxes> {
  const used = new Set(actions.map(({ ligneAxe }) => ligneAxe));
  const own = new Map(drafts.flatMap((draft, index) => (used.has(index) && draft.axe ? [[draft.axe, draft]] : [])));
  const ownerOf = (draft: AxeDraft, index: number): AxeDraft | null =>
    used.has(index) || draft.axe === null ? null : (own.get(draft.axe) ?? null);
  const recaps = drafts.flatMap((draft, index): Recap[] => {
    const of = ownerOf(draft, index);
    return of && draft.sousTotal ? [{ sums: draft.sousTotal, of }] : [];
  });
  const axes = drafts.filter((draft, index) => ownerOf(draft, index) === null);
  if (axes.length === drafts.length) return { axes: drafts, recaps };
  for (const action of actions) {
    const draft = action.ligneAxe === null ? undefined : drafts[action.ligneAxe];
    action.ligneAxe = draft ? axes.indexOf(draft) : null;
  }
  return { axes, recaps };
}

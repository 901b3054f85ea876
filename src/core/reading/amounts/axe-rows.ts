// The rows that name the axes of a table, and which actions stand under each.
import type { Action, Axe } from "../../contract/convention";
import type { Shows } from "../../domain/amounts";
import type { Cell, LigneAction } from "../../domain/dossier";

export interface AxeDraft {
  readonly label: Cell;
  /** The axe; for a heading whose words name none, the axe that its subtotal names. */
  axe: Axe | null;
  sousTotal: Sums | null;
  /** The cells of a heading row that show no amount: those of a subtotal where other headings hold theirs. */
  readonly emptyHeading: Sums | null;
  readonly isHeading: boolean;
  /** Number of action rows that stand above. */
  readonly position: number;
}

export interface ActionDraft {
  readonly ligne: Omit<LigneAction, "ligneAxe"> & { ligneAxe: number | null };
  readonly action: Action | null;
  /** Of a row that is none: the action that its number or some of its words say, and another row stands for. */
  readonly semblable?: Action;
  /** The row of its axe. */
  under: AxeDraft | null;
}

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

const nextAxe = (axes: readonly AxeDraft[], index: number): AxeDraft | null =>
  axes.find(({ position }) => position > index) ?? null;

/** The row of an axe that follows its actions, as a subtotal or under its own name, is what names their axe. */
function areBelow(axes: readonly AxeDraft[], actions: readonly ActionDraft[]): boolean {
  const [first] = axes;
  if (!first || first.position === 0) return false;
  if (!axes.some(({ isHeading }) => isHeading)) return true;
  const isOf = ({ action }: ActionDraft, draft: AxeDraft | null): boolean =>
    action !== null && draft?.axe?.numero === action.axe;
  const above = actions.filter((action) => isOf(action, action.under)).length;
  const below = actions.filter((action, index) => isOf(action, nextAxe(axes, index))).length;
  return axes.at(-1)?.position === actions.length && below > above;
}

interface Placed {
  readonly axes: readonly AxeDraft[];
  readonly recaps: readonly Recap[];
}

/** The axes over actions, each action under its own; and the recaps, whose rows are sums and no headings. */
export function placeUnderAxes(drafts: readonly AxeDraft[], actions: readonly ActionDraft[]): Placed {
  const areAllBelow = drafts.length > 1 && drafts.every(({ position }) => position === actions.length);
  if (areAllBelow && drafts.some(({ sousTotal }) => sousTotal !== null)) return placeByContract(drafts, actions);
  if (areBelow(drafts, actions)) actions.forEach((action, index) => (action.under = nextAxe(drafts, index)));
  return withoutRecaps(drafts, actions);
}

/** Where the contract puts each action, if the rows name the axe of every one of them. */
function placeByContract(drafts: readonly AxeDraft[], actions: readonly ActionDraft[]): Placed {
  const byNumero = new Map(drafts.map((draft) => [draft.axe?.numero, draft]));
  const placeOf = ({ action }: ActionDraft): AxeDraft | null => (action && byNumero.get(action.axe)) ?? null;
  const areKnown = actions.every((action) => placeOf(action) !== null);
  for (const action of actions) action.under = areKnown ? placeOf(action) : null;
  if (areKnown) return { axes: drafts, recaps: [] };
  return { axes: [], recaps: drafts.flatMap(({ sousTotal }) => (sousTotal ? [{ sums: sousTotal, of: null }] : [])) };
}

/** An axe named again over no action, where it stands over some elsewhere. */
function withoutRecaps(drafts: readonly AxeDraft[], actions: readonly ActionDraft[]): Placed {
  const used = new Set(actions.map(({ under }) => under));
  const own = new Map(drafts.filter((draft) => used.has(draft)).map((draft) => [draft.axe, draft]));
  const ownerOf = (draft: AxeDraft): AxeDraft | null =>
    used.has(draft) || draft.axe === null ? null : (own.get(draft.axe) ?? null);
  const recaps = drafts.flatMap((draft): Recap[] => {
    const of = ownerOf(draft);
    return of && draft.sousTotal ? [{ sums: draft.sousTotal, of }] : [];
  });
  return { axes: drafts.filter((draft) => ownerOf(draft) === null), recaps };
}

/** A row of sums before it is known what it adds. */
export interface SumsDraft extends Shows {
  readonly label: Cell;
}

export interface Sums {
  readonly ligne: SumsDraft;
  /** It has nothing but its label yet. */
  readonly isEmpty: boolean;
}

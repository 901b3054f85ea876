// Tells the rows of totals apart: the total of the table, and those that close an axe.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Axe } from "../../contract/convention";
import { partsOf, type ShownAmount, type Shows } from "../../domain/amounts";
import type { Colonne, MontantCell } from "../../domain/dossier";
import { COLONNES } from "../../facts/lines/budget-lines";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";
import { foldText } from "../../domain/words/label";
import { onlyAxeOf, type ActionDraft, type AxeDraft, type Sums, type SumsDraft } from "./axe-rows";

export interface TotalDraft extends Sums {
  readonly axe: AxeDraft | null;
  /** "Total" alone may close an axe; "Total général" cannot. */
  readonly isBare: boolean;
  /** "Sous-total": never of the whole table. */
  readonly isPartial: boolean;
  /** Number of action rows that stand above. */
  readonly position: number;
}

/** Words alone below a TOTAL are a title, unless the totals above are those of the axes. */
function isTitle(total: TotalDraft, totals: readonly TotalDraft[], axes: readonly AxeDraft[]): boolean {
  const above = totals.slice(0, totals.indexOf(total));
  if (!total.isEmpty || !above.some(({ isEmpty, position }) => !isEmpty && position === total.position)) return false;
  const closed = new Set(above.flatMap(({ axe, isBare }) => (isBare && axe ? [axe] : [])));
  const areOfAxes = total.isBare ? closed.size === axes.length : /\bgenera/.test(foldText(total.ligne.label.text));
  return closed.size < 2 || !areOfAxes;
}

/** A row of sums may sum some columns only. */
function shownIn({ ligne }: TotalDraft): readonly Colonne[] {
  const shown = partsOf(ligne).filter(({ cell }) => cell.known.reason !== "missing");
  return COLONNES.filter((colonne) => shown.some(({ column }) => column === colonne));
}

/** "Total État" beside a TOTAL that shows the other columns too. */
function isOfParty(total: TotalDraft, totals: readonly TotalDraft[]): boolean {
  const [only, ...more] = shownIn(total);
  if (more.length > 0 || only === undefined || only === "total") return false;
  return totals.some((other) => {
    const shown = shownIn(other);
    return shown.includes(only) && shown.length > 1;
  });
}

/** What these rows add up to, by year and part. */
export function sumsOf(rows: readonly Shows[]): (year: number, column: Colonne) => Montant {
  const sums = new Map<string, Montant>();
  for (const { year, column, cell } of rows.flatMap(partsOf)) {
    if (cell.known.reason !== null) continue;
    const place = `${year}/${column}`;
    sums.set(place, addMontants(sums.get(place) ?? ZERO, cell.known.value));
  }
  return (year, column) => sums.get(`${year}/${column}`) ?? ZERO;
}

/** In how many columns it is the sum of these rows. */
export function countSummed(row: Shows, rows: readonly Shows[]): number {
  const sumIn = sumsOf(rows);
  return partsOf(row).filter(
    ({ year, column, cell: { known: lu } }) => lu.reason === null && lu.value === sumIn(year, column),
  ).length;
}

export const isFilled = ({ known: lu, formula }: MontantCell): boolean => lu.reason !== "missing" || formula !== null;

/** Its own cells, and those of rows of the same actions where it shows none: "Total État", then "Total Métropole". */
function complete({ ligne }: TotalDraft, others: readonly TotalDraft[]): SumsDraft {
  const filled = others.flatMap((other) => other.ligne.amounts.filter(({ cell }) => isFilled(cell)));
  const inPlace = (own: ShownAmount): ShownAmount =>
    isFilled(own.cell) ? own : (filled.find(({ cell }) => cell.ref.column === own.cell.ref.column) ?? own);
  return { ...ligne, amounts: ligne.amounts.map(inPlace) };
}

/** The cells of a row of sums that another one of the same columns does not say; `kept` is null where none is. */
export function saidOtherwise(other: Shows, kept: Shows | null): readonly CellRef[] {
  const filledIn = ({ amounts }: Shows): readonly MontantCell[] =>
    amounts.flatMap(({ cell }) => (isFilled(cell) ? cell : []));
  const own = new Map((kept ? filledIn(kept) : []).map(({ ref, known: lu }) => [ref.column, lu]));
  return filledIn(other).flatMap(({ ref, known: lu }) => {
    const said = own.get(ref.column);
    const isSame = lu.reason === null ? said?.reason === null && said.value === lu.value : said?.reason === lu.reason;
    return isSame ? [] : [ref];
  });
}

interface SortedTotals {
  readonly total: SumsDraft | null;
  /** Axes that have a total and no row of their own. */
  readonly axes: readonly AxeDraft[];
  /** Totals that are compared with nothing, each with the row that it may only repeat. */
  readonly others: readonly { readonly ligne: SumsDraft; readonly kept: SumsDraft | null }[];
  readonly titles: readonly TotalDraft[];
}

/** Gives the axes that have a row the totals that close them. */
export function sortTotals(
  drafts: readonly TotalDraft[],
  axes: readonly AxeDraft[],
  actions: readonly ActionDraft[],
  contractAxes: readonly Axe[],
): SortedTotals {
  const titles = drafts.filter((draft) => isTitle(draft, drafts, axes));
  const shown = drafts.filter((draft) => !titles.includes(draft));
  const wholes = shown.filter((draft) => !draft.isPartial && !isOfParty(draft, shown));
  const last = wholes.filter(({ isBare }) => !isBare).at(-1) ?? wholes.at(-1) ?? null;
  const lignes = actions.map(({ ligne }) => ligne);
  const closing = shown.filter(({ isBare }) => isBare);
  const before = closing.at(-2)?.position ?? 0;
  // "Total" under each axe and nowhere else: the last one is its axe's too.
  const isOwn =
    last !== null &&
    closing.length > 1 &&
    last === closing.at(-1) &&
    countSummed(last.ligne, lignes.slice(before, last.position)) > countSummed(last.ligne, lignes);
  const chosen = isOwn ? null : last;
  const bare = closing.filter((other) => other !== chosen);
  const named = axes.length > 0 ? [] : findUnnamedAxes(bare, actions, contractAxes);
  const closed = axes.length > 0 ? closeAxes(bare, axes) : named.length > 0 ? bare : [];
  const left = shown.filter((other) => other !== chosen && !closed.includes(other));
  const isOfSame = ({ position }: TotalDraft): boolean =>
    position === 0 || position === chosen?.position || position === actions.length;
  const total = chosen && complete(chosen, left.filter(isOfSame));
  return {
    total,
    axes: named,
    others: left.map((other) => ({ ligne: other.ligne, kept: isOfSame(other) ? total : null })),
    titles,
  };
}

/** The bare totals that close an axe. */
function closeAxes(bare: readonly TotalDraft[], axes: readonly AxeDraft[]): readonly TotalDraft[] {
  const closesOneAxeOnly = axes.length > 1 && axes.every(({ sousTotal }) => sousTotal === null);
  return bare.filter((other) => {
    // A lone one below the last axe is the table's total written twice.
    const isTwice = bare.length === 1 && closesOneAxeOnly && other.axe === axes.at(-1);
    if (other.axe?.sousTotal !== null || isTwice) return false;
    other.axe.sousTotal = other;
    return true;
  });
}

/** In a table without a row for its axes: a total below the actions of each. */
function findUnnamedAxes(
  bare: readonly TotalDraft[],
  actions: readonly ActionDraft[],
  contractAxes: readonly Axe[],
): readonly AxeDraft[] {
  let from = 0;
  const found = bare.flatMap((sousTotal): AxeDraft[] => {
    const axe = onlyAxeOf(actions.slice(from, sousTotal.position), contractAxes);
    from = sousTotal.position;
    const { ligne, position } = sousTotal;
    return axe ? [{ label: ligne.label, axe, sousTotal, emptyHeading: null, isHeading: false, position }] : [];
  });
  const isEach = found.length === bare.length && new Set(found.map(({ axe }) => axe)).size === found.length;
  return isEach && from === actions.length ? found : [];
}

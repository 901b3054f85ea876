// Of the tables of one kind makes one: those of other years join, those of the same years the agent chooses between.
import { compareTexts } from "../domain/words/compare-texts";
import { formatLocalRange, type CellRef, type RangeRef, isSameSheet } from "../domain/cell-ref";
import type { Action } from "../domain/contrat/convention";

interface AnyTable {
  readonly range: RangeRef;
  readonly lignesAction: readonly { readonly action: Action | null }[];
  readonly notes?: readonly string[];
}

/** A table of one sheet, before those of other years join it. */
export interface Part<Table> {
  readonly table: Table;
  /** What it shows, each once: "2024", "réalisé 2024". */
  readonly slots: readonly string[];
  /** Of whom, within each slot: parties, actions. Two tables that share none complete each other. */
  keys(): ReadonlySet<string>;
  /** Only a title or the sheet's name says its year: less telling than a heading. */
  readonly isTitled: boolean;
  /** All that it shows is read a second time, as what an execution table says again: it is the budget where no other table is. */
  readonly isSaidAgain?: boolean;
}

export interface SheetParts<Table> {
  readonly sheet: string;
  readonly parts: readonly Part<Table>[];
  /** French clause: why the sheet has no such table; empty when it has one. */
  readonly why: string;
}

interface Candidate<Table> {
  readonly table: Table;
  readonly isChosen: boolean;
}

export interface Gathered<Table> {
  /** Null where there is none, and where the agent has to choose. */
  readonly table: Table | null;
  /** Tables that show the same as another one, chosen or not. */
  readonly candidates: readonly Candidate<Table>[];
  /** Those of them between which nothing decides yet. */
  readonly undecided: readonly Table[];
  /** A choice that no table answers to. */
  readonly isChoiceLost: boolean;
}

export const namesTheContract = ({ lignesAction }: AnyTable): boolean =>
  lignesAction.some(({ action }) => action !== null);

type Overlap<Table> = (a: Part<Table>, b: Part<Table>) => boolean;

/** The parts that show something that another one shows too. */
function rivals<Table>(parts: readonly Part<Table>[], overlap: Overlap<Table>): readonly Part<Table>[] {
  return parts.filter((part) => parts.some((other) => other !== part && overlap(part, other)));
}

const sharesFigures: Overlap<unknown> = (one, other) => {
  const [own, others] = [one.keys(), other.keys()];
  const [few, many] = own.size < others.size ? [own, others] : [others, own];
  return [...few].some((key) => many.has(key));
};

/** What is less telling stands aside where another table shows the same. */
function withoutLesser<Table>(
  pool: readonly Part<Table>[],
  isLesser: (part: Part<Table>) => boolean,
): readonly Part<Table>[] {
  if (!pool.some(isLesser)) return pool;
  const telling = new Set(pool.filter((part) => !isLesser(part)).flatMap((part) => [...part.keys()]));
  return pool.filter((part) => !isLesser(part) || ![...part.keys()].some((key) => telling.has(key)));
}

const holds = ({ range }: AnyTable, { sheet, row, column }: CellRef): boolean =>
  isSameSheet(range.sheet, sheet) &&
  row >= range.top &&
  row <= range.bottom &&
  column >= range.left &&
  column <= range.right;

function noteLeftAside(parts: readonly Part<AnyTable>[]): string[] {
  return parts.map(
    ({ table: { range }, slots }) =>
      `Un autre tableau (${slots.join(", ")}) se trouve dans la feuille « ${range.sheet} », plage ${formatLocalRange(range)} : il n’a pas été retenu.`,
  );
}

const LOST = "Un choix gardé dans le classeur désigne un tableau qui n’y est plus : il n’a pas été suivi.";

/** `choices` are the headings of the tables that the agent chose, the latest first; null for one that has gone. */
export function gatherTables<Table extends AnyTable>(
  sheets: readonly SheetParts<Table>[],
  merge: (parts: readonly [Table, ...Table[]]) => Table,
  choices: readonly (CellRef | null)[] = [],
): Gathered<Table> {
  const all = sheets.flatMap(({ parts }) => parts);
  const ours = all.filter(({ table }) => namesTheContract(table));
  // Tables that name nothing of the contract are not put together: any two are rivals.
  const overlap: Overlap<Table> = ours.length > 0 ? sharesFigures : () => true;
  const isChosen = ({ table }: Part<Table>): boolean => choices.some((heading) => heading && holds(table, heading));
  const pool = withoutLesser(ours.length > 0 ? ours : all, (part) => part.isSaidAgain === true && !isChosen(part));
  const parts = withoutLesser(pool, ({ isTitled }) => isTitled);

  const chosen: Part<Table>[] = [];
  let kept: readonly Part<Table>[] = parts;
  let isChoiceLost = false;
  for (const heading of choices) {
    const part = heading && parts.find(({ table }) => holds(table, heading));
    isChoiceLost ||= !part;
    if (!part || !kept.includes(part)) continue;
    chosen.push(part);
    kept = kept.filter((other) => other === part || !overlap(part, other));
  }

  const candidates = rivals(parts, overlap).map((part) => ({ table: part.table, isChosen: chosen.includes(part) }));
  const undecided = rivals(kept, overlap).map(({ table }) => table);
  const whole = undecided.length === 0 ? mergeAll(kept, merge) : null;
  const aside = pool.filter((part) => !kept.includes(part));
  const notes = [...(whole?.notes ?? []), ...noteLeftAside(aside), ...(isChoiceLost ? [LOST] : [])];
  const table = whole && notes.length > 0 ? { ...whole, notes } : whole;
  return { table, candidates, undecided, isChoiceLost };
}

function mergeAll<Table>(
  parts: readonly Part<Table>[],
  merge: (parts: readonly [Table, ...Table[]]) => Table,
): Table | null {
  const [first, ...others] = [...parts].sort((a, b) => compareTexts(a.slots[0] ?? "", b.slots[0] ?? ""));
  if (!first) return null;
  return others.length === 0 ? first.table : merge([first.table, ...others.map(({ table }) => table)]);
}

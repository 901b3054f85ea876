// Makes one table of all those of one kind: tables of other years join, and between those of the same years the agent chooses.
import { compareTexts } from "../domain/words/compare-texts";
import { formatLocalRange, type CellRef, isSameSheet } from "../domain/cell-ref";
import type { ChoixTableau, TableAbsente, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import { COLONNES } from "../facts/lines/budget-lines";
import { isCumulOnly } from "../domain/table-rows";
import { remember } from "../domain/remember";
import type { RawChoice } from "../workbook-port";
import { yearsOf } from "./describe-part";

export type Tableau = TableauBudgetaire | TableauIndicateurs;

/** A table of one sheet, before those of other years join it. */
export interface Part<Table> {
  readonly table: Table;
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

export interface Gathered<Table> {
  /** Null where there is none, and where the agent has to choose. */
  readonly table: Table | null;
  readonly absence: TableAbsente | null;
  /** Tables that show the same as another one, and the choice that was made; null where there is nothing to choose. */
  readonly choix: ChoixTableau | null;
}

type Merge<Table> = (parts: readonly [Table, ...Table[]]) => Table;

export const namesTheContract = ({ lignesAction }: Tableau): boolean =>
  lignesAction.some(({ action }) => action !== null);

/** What the table shows, each once: "2024", "réalisé 2024"; what was cumulated comes after its years. */
function slotsOf(table: Tableau): readonly string[] {
  const years = table.annees.map(({ annee }) => `${annee}`);
  if ("lignesIndicateur" in table) return [...years, ...table.anneesRealisees.map(({ annee }) => `réalisé ${annee}`)];
  return isCumulOnly(table) ? ["cumul"] : years;
}

/** Whose amounts the table shows in each slot: parties and actions. Two tables that share none complete each other. */
const keysOf = remember((table: Tableau): ReadonlySet<string> => {
  const parties =
    "lignesIndicateur" in table
      ? [""]
      : COLONNES.filter((colonne) => table.annees.some(({ colonnes }) => colonnes[colonne] !== null));
  const actions = [...new Set(table.lignesAction.map(({ action }) => action?.numero ?? ""))];
  return new Set(
    slotsOf(table).flatMap((slot) => parties.flatMap((party) => actions.map((action) => `${slot}/${party}/${action}`))),
  );
});

type Overlap = (a: Tableau, b: Tableau) => boolean;

const sharesFigures: Overlap = (one, other) => {
  const [own, others] = [keysOf(one), keysOf(other)];
  const [few, many] = own.size < others.size ? [own, others] : [others, own];
  return [...few].some((key) => many.has(key));
};

/** The parts that show something that another one shows too. */
function rivals<Table extends Tableau>(parts: readonly Part<Table>[], overlap: Overlap): readonly Table[] {
  const tables = parts.map(({ table }) => table);
  return tables.filter((table) => tables.some((other) => other !== table && overlap(table, other)));
}

/** What is less telling stands aside where another table shows the same. */
function withoutLesser<Table extends Tableau>(
  pool: readonly Part<Table>[],
  isLesser: (part: Part<Table>) => boolean,
): readonly Part<Table>[] {
  if (!pool.some(isLesser)) return pool;
  const telling = new Set(pool.filter((part) => !isLesser(part)).flatMap(({ table }) => [...keysOf(table)]));
  return pool.filter((part) => !isLesser(part) || ![...keysOf(part.table)].some((key) => telling.has(key)));
}

const holds = ({ range }: Tableau, { sheet, row, column }: CellRef): boolean =>
  isSameSheet(range.sheet, sheet) &&
  row >= range.top &&
  row <= range.bottom &&
  column >= range.left &&
  column <= range.right;

const noteLeftAside = ({ table }: Part<Tableau>): string =>
  `Un autre tableau (${slotsOf(table).join(", ")}) se trouve dans la feuille « ${table.range.sheet} », plage ${formatLocalRange(table.range)} : il n’a pas été retenu.`;

const LOST = "Un choix gardé dans le classeur désigne un tableau qui n’y est plus : il n’a pas été suivi.";

function mergeAll<Table extends Tableau>(parts: readonly Part<Table>[], merge: Merge<Table>): Table | null {
  const [first, ...others] = parts
    .map(({ table }) => table)
    .sort((a, b) => compareTexts(slotsOf(a)[0] ?? "", slotsOf(b)[0] ?? ""));
  return first && others.length > 0 ? merge([first, ...others]) : (first ?? null);
}

/**
 * Several tables that show the same are never decided between in silence: `choices` are those that the agent made, the latest
 * first. `unread` are the sheets that were not looked at.
 */
export function gatherTables<Table extends Tableau>(
  kind: ChoixTableau["kind"],
  sheets: readonly SheetParts<Table>[],
  merge: Merge<Table>,
  choices: readonly RawChoice[],
  unread: TableAbsente["sheets"],
): Gathered<Table> {
  // Null for one that has gone.
  const headings = choices.filter((choice) => choice.kind === kind).map(({ heading }) => heading);
  const all = sheets.flatMap(({ parts }) => parts);
  const ours = all.filter(({ table }) => namesTheContract(table));
  // Tables that name nothing of the contract are not put together: any two are rivals.
  const overlap: Overlap = ours.length > 0 ? sharesFigures : () => true;
  const isAsked = ({ table }: Part<Table>): boolean => headings.some((heading) => heading && holds(table, heading));
  const pool = withoutLesser(ours.length > 0 ? ours : all, (part) => part.isSaidAgain === true && !isAsked(part));
  const parts = withoutLesser(pool, ({ isTitled }) => isTitled);

  const chosen = new Set<Table>();
  let kept: readonly Part<Table>[] = parts;
  let choixPerdu = false;
  for (const heading of headings) {
    const part = heading && parts.find(({ table }) => holds(table, heading));
    choixPerdu ||= !part;
    if (!part || !kept.includes(part)) continue;
    chosen.add(part.table);
    kept = kept.filter((other) => other === part || !overlap(part.table, other.table));
  }

  const candidats = rivals(parts, overlap).map((table) => ({
    range: table.range,
    heading: table.heading,
    actions: table.lignesAction.length,
    annees: yearsOf(table),
    retenu: chosen.has(table),
  }));
  const choix = candidats.length > 0 || choixPerdu ? { kind, candidats, choixPerdu } : null;
  const undecided = rivals(kept, overlap);
  const places = undecided.map(({ range }) => ({
    sheet: range.sheet,
    why: `un tableau en ${formatLocalRange(range)}`,
  }));
  if (undecided.length > 0) return { table: null, absence: { kind, reason: "plusieurs", sheets: places }, choix };
  const whole = mergeAll(kept, merge);
  const reasons = [...sheets.map(({ sheet, why }) => ({ sheet, why })), ...unread];
  if (!whole) return { table: null, absence: { kind, reason: "aucun", sheets: reasons }, choix };
  const aside = pool.filter((part) => !kept.includes(part));
  const notes = [...(whole.notes ?? []), ...aside.map(noteLeftAside), ...(choixPerdu ? [LOST] : [])];
  return { table: notes.length > 0 ? { ...whole, notes } : whole, absence: null, choix };
}

// Makes one table of all those of one kind: tables of other years join, and between those of the same years the agent chooses.
import { compareTexts } from "../domain/words/compare-texts";
import { formatLocalRange, type CellRef, isSameSheet } from "xlsx-model/cell-ref";
import type { ChoixTableau, TableAbsente, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import { COLONNES } from "../facts/lines/budget-lines";
import { isCumulOnly } from "../domain/table-rows";
import { remember } from "../domain/remember";
import { cite, typographie } from "../domain/words/typographie";
import type { Reponse, ReponseTenue, Role } from "../domain/question";
import type { ChoiceKind, RawChoice } from "../workbook-port";
import { yearsOf } from "./describe-part";
import { A_VERIFIER, nameTables, tableMeant, wordOf } from "./roles/table-names";
import { conflicts } from "./roles/conflicts";

export type Tableau = TableauBudgetaire | TableauIndicateurs;

/** A table of one sheet, before those of other years join it. */
export interface Part<Table> {
  readonly table: Table;
  /** Only a title or the sheet's name says its year: less telling than a heading. */
  readonly isTitled: boolean;
  /** All that it shows is read a second time, as what an execution table says again: it is the budget where no other table is. */
  readonly isSaidAgain?: boolean;
  /** Of which action it is nobody said. */
  readonly isOfSomeAction?: boolean;
}

export interface SheetParts<Table> {
  readonly sheet: string;
  readonly parts: readonly Part<Table>[];
  /** French clause: why the sheet has no such table; empty when it has one. */
  readonly why: string;
}

export interface Gathered<Table> {
  readonly kind: ChoiceKind;
  /** Null where there is none, and where the agent has to choose. */
  readonly table: Table | null;
  readonly absence: TableAbsente | null;
  /** Tables that show the same as another one, and the choice that was made; null where there is nothing to choose. */
  readonly choix: ChoixTableau | null;
  /** Those between which nothing was decided, each conflict apart. */
  readonly undecided: readonly (readonly [Table, ...Table[]])[];
  readonly names: ReadonlyMap<Table, string>;
  readonly answered: readonly TableAnswer<Table>[];
}

/** An answer between tables, with the one that it means; null where that one is there no more. */
export interface TableAnswer<Table> {
  readonly reponse: Reponse;
  readonly table: Table | null;
  readonly others: number;
}

/** What a workbook keeps of which tables are to be verified. */
export interface TableAnswers {
  readonly reponses: readonly Reponse[];
  /** Kept by an earlier version, as places in the workbook. */
  readonly choices: readonly RawChoice[];
  /** The names of all its sheets. */
  readonly sheets: readonly string[];
}

type Merge<Table> = (parts: readonly [Table, ...Table[]]) => Table;

/** The action that a row is, or may be. */
const actionOf = ({ action, designe }: Tableau["lignesAction"][number]) =>
  action ?? designe?.parIntitule ?? designe?.parNumero ?? null;

export const namesTheContract = ({ lignesAction }: Tableau): boolean =>
  lignesAction.some((ligne) => actionOf(ligne) !== null);

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
  const actions = [...new Set(table.lignesAction.map((ligne) => actionOf(ligne)?.numero ?? ""))];
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

/** What an earlier version kept is an answer too, of which nobody knows who gave it. */
function olderAnswers<Table extends Tableau>(
  kind: ChoiceKind,
  { choices }: TableAnswers,
  rivals: readonly Table[],
  names: ReadonlyMap<Table, string>,
): readonly TableAnswer<Table>[] {
  return choices
    .filter((choice) => choice.kind === kind)
    .map(({ heading }) => {
      const table = rivals.find((one) => heading && holds(one, heading)) ?? null;
      const answer: Role = { role: A_VERIFIER, ...(table && { of: names.get(table) ?? table.range.sheet }) };
      const key = { kind: "table", path: [wordOf(kind), ...rivals.map((one) => names.get(one) ?? "")] } as const;
      return { reponse: { key, answer, by: "", on: "", speaksFor: null }, table, others: 0 };
    });
}

/**
 * Several tables that show the same are never decided between in silence: a person says which, the latest answer first. `unread` are
 * the sheets that were not looked at.
 */
export function gatherTables<Table extends Tableau>(
  kind: ChoixTableau["kind"],
  sheets: readonly SheetParts<Table>[],
  merge: Merge<Table>,
  answers: TableAnswers,
  unread: TableAbsente["sheets"],
): Gathered<Table> {
  const all = sheets.flatMap(({ parts }) => parts);
  const ours = all.filter(({ table }) => namesTheContract(table));
  // Tables that name nothing of the contract are not put together: any two are rivals.
  const overlap: Overlap = ours.length > 0 ? sharesFigures : () => true;
  const own = answers.reponses.filter(({ key }) => key.kind === "table" && key.path[0] === wordOf(kind));
  const meant = own.map(({ answer }) => answer.of ?? "");
  const named = nameTables(all.map(({ table }) => table));
  const isAsked = ({ table }: Part<Table>): boolean =>
    meant.includes(named.get(table) ?? "") ||
    answers.choices.some((choice) => choice.kind === kind && choice.heading !== null && holds(table, choice.heading));
  const pool = withoutLesser(ours.length > 0 ? ours : all, (part) => part.isSaidAgain === true && !isAsked(part));
  const parts = withoutLesser(pool, ({ isTitled }) => isTitled);
  const contested = rivals(parts, overlap);
  const names = nameTables(contested);

  const said = own
    .map((reponse) => ({ reponse, table: tableMeant(reponse, names, answers.sheets), others: 0 }))
    .reverse();
  const answered: TableAnswer<Table>[] = [];
  let kept: readonly Part<Table>[] = parts;
  for (const one of [...said, ...olderAnswers(kind, answers, contested, names)]) {
    const { table } = one;
    const before = kept.length;
    if (table && !kept.some((part) => part.table === table)) continue;
    kept = table ? kept.filter((part) => part.table === table || !overlap(table, part.table)) : kept;
    if (before > kept.length || !table) answered.push({ ...one, others: before - kept.length });
  }

  const candidats = contested.map((table) => ({
    range: table.range,
    heading: table.heading,
    actions: table.lignesAction.length,
    annees: yearsOf(table),
    retenu: answered.some((one) => one.table === table),
  }));
  const choix = candidats.length > 0 ? { kind, candidats } : null;
  const undecided = conflicts(
    kept.map(({ table }) => table),
    overlap,
  );
  const open = { kind, choix, undecided, names, answered };
  const places = undecided.flat().map(({ range }) => ({
    sheet: range.sheet,
    why: `un tableau en ${formatLocalRange(range)}`,
  }));
  if (undecided.length > 0) return { table: null, absence: { kind, reason: "plusieurs", sheets: places }, ...open };
  const whole = mergeAll(kept, merge);
  const reasons = [...sheets.map(({ sheet, why }) => ({ sheet, why })), ...unread];
  if (!whole) return { table: null, absence: { kind, reason: "aucun", sheets: reasons }, ...open };
  const aside = pool.filter((part) => !kept.includes(part));
  const isLost = answered.some(({ table }) => table === null);
  const notes = [...(whole.notes ?? []), ...aside.map(noteLeftAside), ...(isLost ? [LOST] : [])];
  return { table: notes.length > 0 ? { ...whole, notes } : whole, absence: null, ...open };
}

/** As they are told to the person: what each says, and where the table that it means stands. */
export const heldTables = ({ answered }: Pick<Gathered<Tableau>, "answered">): readonly ReponseTenue[] =>
  answered.map(({ reponse, table, others }) => ({
    reponse,
    label: typographie(
      table ? `Celui de ${cite(reponse.answer.of ?? "")} est vérifié` : "Un tableau qui n’est plus là",
    ),
    range: table?.range ?? null,
    setAside: null,
    ...(others > 0 && { tablesAside: others }),
  }));

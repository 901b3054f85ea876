// The columns of a table of amounts: which holds what, in which unit, and which headings come twice.
import type { CellRef } from "../../domain/cell-ref";
import type {
  AnneeColonnes,
  Colonne,
  ColonneHeading,
  MontantCell,
  MontantsParAnnee,
  TableauBudgetaire,
  TotalDesAnnees,
} from "../../domain/dossier";
import type { Part, Periode } from "../../domain/facts";
import { foldText } from "../../domain/words/label";
import type { Unite } from "../../domain/values/unite";
import type { ValueColumn } from "../headings/scopes";
import type { HeadingPlace } from "../headings/table-header";
import { amountReaders } from "./amount-readers";
import { readFigure, type GridRow, type SheetGrid } from "../sheet-grid";

export interface AmountColumns {
  readonly annees: readonly AnneeColonnes[];
  readonly anneesRepetees: TableauBudgetaire["anneesRepetees"];
  /** Those of each total over years: "Total 2024-2025", "Total 2024-2027". */
  readonly periodes: readonly Readonly<Record<Colonne, ColonneHeading | null>>[];
  readonly unit: Unite;
  readMontants(row: GridRow): RowMontants;
}

type PeriodeCells = Readonly<Record<Colonne, MontantCell | null>>;

export interface RowMontants {
  readonly montants: MontantsParAnnee;
  /** A cell a payment: the first and the balance, where each has its column. */
  readonly verses: ReadonlyMap<number, readonly MontantCell[]>;
  /** Left out where the table has no such column. */
  readonly contractualises?: MontantsParAnnee;
  readonly autres?: ReadonlyMap<number, readonly MontantCell[]>;
  readonly totauxDesAnnees?: readonly TotalDesAnnees[];
  /** At least one of the cells is an amount, or a formula or an error where an amount should be. */
  readonly hasMontant: boolean;
  /** At least one of the cells says that its amount is missing: "nd", "NC", a dash. */
  readonly hasMissingWord: boolean;
  /** At least one of the cells holds something. */
  readonly hasContent: boolean;
}

/** What the rows say of columns that do not say it themselves. */
export interface RowScope {
  readonly annee: Periode | null;
  readonly part: Part | null;
  /** The cell of the row that names its year. */
  readonly yearHeading?: HeadingPlace;
}

interface Slot extends ColonneHeading {
  readonly unit: Unite;
}

/** What each party executed, or what is said again to have been contracted. */
type SlotName = Colonne | `contractualise-${Colonne}`;

interface Year {
  readonly annee: Periode;
  /** Of a total: the years that it adds, where they are not all that the tables show. */
  readonly span: TotalDesAnnees["annees"];
  readonly heading: HeadingPlace;
  readonly slots: Record<SlotName, Slot | null>;
  readonly autres: Slot[];
  readonly verses: Slot[];
  readonly again: { readonly name: SlotName; readonly column: ValueColumn }[];
}

function slotName({ nature, part, isRepeated }: ValueColumn, scope: RowScope): SlotName | "autres" | "verses" {
  if (isRepeated) return `contractualise-${part === "etat" || part === "collectivite" ? part : "total"}`;
  return nature === "paid" ? "verses" : (part ?? scope.part ?? "total");
}

/** `tableUnit` is the title's; a unit in a column's heading prevails for that column. */
export function readAmountColumns(
  grid: SheetGrid,
  columns: readonly ValueColumn[],
  tableUnit: Unite | null,
  scope: RowScope,
): AmountColumns {
  const ref = ({ row, column }: HeadingPlace): CellRef => ({ sheet: grid.sheet, row, column });
  const years = new Map<string, Year>();
  // A total over years in k€ is one in k€.
  const [unitOfYears, another] = new Set(columns.flatMap(({ annee, unit }) => (annee === "periode" ? [] : [unit])));
  const dates = columns.map(({ annee }) => annee ?? scope.annee).filter((annee) => typeof annee === "number");
  for (const amount of columns) {
    const annee = amount.annee ?? scope.annee;
    if (annee === null) continue;
    const name = slotName(amount, scope);
    const heading = amount.annee === null ? (scope.yearHeading ?? amount.yearHeading) : amount.yearHeading;
    const year = yearOfColumn(years, annee, amount, name, () => ({
      annee,
      span: annee === "periode" ? spanOf(grid, amount, heading, dates) : null,
      heading,
      slots: noSlots(),
      autres: [],
      verses: [],
      again: [],
    }));
    const ownUnit = annee === "periode" && another === undefined ? unitOfYears : null;
    const slot = {
      column: amount.column,
      heading: ref(amount.heading),
      unit: amount.unit ?? tableUnit ?? ownUnit ?? "€",
    };
    if (name === "autres" || name === "verses") year[name].push(slot);
    else if (year.slots[name]) year.again.push({ name, column: amount });
    else year.slots[name] = slot;
  }
  const list = [...years.values()];
  const dated = list.filter((year): year is Year & { readonly annee: number } => year.annee !== "periode");
  const wholes = list.filter(({ annee }) => annee === "periode");
  const units = new Set(list.flatMap(({ slots }) => Object.values(slots).flatMap((slot) => (slot ? [slot.unit] : []))));
  const [onlyUnit] = units;
  return {
    annees: dated.map(({ annee, heading, slots }) => ({ annee, heading: ref(heading), colonnes: partsOf(slots) })),
    anneesRepetees: dated.flatMap((year) =>
      findRepetitions(year, year.annee).map(({ place, ...again }) => ({ ...again, heading: ref(place) })),
    ),
    periodes: wholes.map(({ slots }) => partsOf(slots)),
    unit: units.size === 1 && onlyUnit ? onlyUnit : (tableUnit ?? "€"),
    readMontants: createRowReader(grid, dated, wholes),
  };
}

/** The columns of one year are together; a total that comes again is another total, compared too. */
function yearOfColumn(
  years: Map<string, Year>,
  annee: Periode,
  { span }: ValueColumn,
  name: SlotName | "autres" | "verses",
  make: () => Year,
): Year {
  for (let rank = 1; ; rank += 1) {
    const key = `${annee}/${span?.join("-") ?? ""}/${rank}`;
    const year = years.get(key);
    if (year && (annee !== "periode" || name === "autres" || name === "verses" || !year.slots[name])) return year;
    if (year) continue;
    const made = make();
    years.set(key, made);
    return made;
  }
}

/** "Cumul" runs up to the last year that the table shows; another total adds its years, which may be every table's. */
function spanOf(
  grid: SheetGrid,
  { span }: ValueColumn,
  { row, column }: HeadingPlace,
  annees: readonly number[],
): TotalDesAnnees["annees"] {
  if (span || annees.length === 0) return span ?? null;
  const isCumul = foldText(grid.row(row)?.text(column) ?? "").includes("cumul");
  if (!isCumul && new Set(annees).size === 1) return null;
  return [isCumul ? 0 : Math.min(...annees), Math.max(...annees)];
}

const noSlots = (): Year["slots"] => ({
  etat: null,
  collectivite: null,
  total: null,
  "contractualise-etat": null,
  "contractualise-collectivite": null,
  "contractualise-total": null,
});

const isRepetition = (name: SlotName): name is `contractualise-${Colonne}` => name.startsWith("contractualise");

const repeatedOf = (slots: Year["slots"]): Readonly<Record<Colonne, Slot | null>> => ({
  etat: slots["contractualise-etat"],
  collectivite: slots["contractualise-collectivite"],
  total: slots["contractualise-total"],
});

const isAnySlot = (slots: Readonly<Record<Colonne, Slot | null>>): boolean =>
  Object.values(slots).some((slot) => slot !== null);

const partsOf = ({ etat: e, collectivite: c, total: t }: Year["slots"]): Readonly<Record<Colonne, Slot | null>> => ({
  etat: e,
  collectivite: c,
  total: t,
});

const placeKey = ({ row, column }: HeadingPlace): string => `${row}/${column}`;

/** The whole year comes again when all its columns do, or several under a heading of their own; else a column does. */
function findRepetitions({ heading, slots, again }: Year, annee: number) {
  const byHeading = new Map<string, Year["again"]>();
  for (const one of again) {
    const key = placeKey(one.column.yearHeading);
    const group = byHeading.get(key);
    if (group) group.push(one);
    else byHeading.set(key, [one]);
  }
  const shown = Object.values(slots).filter((slot) => slot !== null).length;
  const isWholeYear = new Set(again.map(({ name }) => name)).size >= shown;
  const repetitions: { annee: number; place: HeadingPlace; colonne?: Colonne }[] = [];
  for (const [key, group] of byHeading) {
    const [first] = group;
    if (!first) continue;
    const isOwnHeading = key !== placeKey(heading);
    const isYear = isOwnHeading && (group.length > 1 || isWholeYear);
    if (isYear) {
      if (group.length > 1 || first.name === again[0]?.name) {
        repetitions.push({ annee, place: first.column.yearHeading });
      }
      continue;
    }
    for (const { name, column } of group) {
      if (!isRepetition(name)) repetitions.push({ annee, place: column.heading, colonne: name });
    }
  }
  return repetitions;
}

const NO_VERSE: RowMontants["verses"] = new Map();

function createRowReader(
  grid: SheetGrid,
  years: readonly (Year & { readonly annee: number })[],
  wholes: readonly Year[],
): AmountColumns["readMontants"] {
  const isPaid = years.some(({ verses }) => verses.length > 0);
  const isRepeated = years.some(({ slots }) => isAnySlot(repeatedOf(slots)));
  const hasOthers = years.some(({ autres }) => autres.length > 0);
  const readers = amountReaders();
  return (row) => {
    let hasMontant = false;
    let hasMissingWord = false;
    let hasContent = false;
    const readSlot = ({ column, unit }: Slot): MontantCell => {
      const cell = readFigure(grid, row, column, readers[unit]);
      const isError = cell.lu.kind === "unreadable" && row.text(column)?.startsWith("#") === true;
      if (cell.lu.kind === "montant" || isError || cell.formula !== null) hasMontant = true;
      if (cell.lu.kind === "missing" && row.value(column) !== null) hasMissingWord = true;
      if (cell.formula !== null || row.value(column) !== null) hasContent = true;
      return cell;
    };
    const read = (slot: Slot | null): MontantCell | null => slot && readSlot(slot);
    const readParts = ({ etat: e, collectivite: c, total: t }: Year["slots"]): PeriodeCells => ({
      etat: read(e),
      collectivite: read(c),
      total: read(t),
    });
    const montants = new Map<number, PeriodeCells>();
    const verses = isPaid ? new Map<number, readonly MontantCell[]>() : null;
    // A row of which nothing else is filled is not filled by it.
    const readRepeated = (slots: Year["slots"]): PeriodeCells => {
      const { etat: e, collectivite: c, total: t } = repeatedOf(slots);
      const readAgain = (slot: Slot | null) => slot && readFigure(grid, row, slot.column, readers[slot.unit]);
      return { etat: readAgain(e), collectivite: readAgain(c), total: readAgain(t) };
    };
    const contractualises = isRepeated ? new Map<number, PeriodeCells>() : null;
    const autres = hasOthers ? new Map<number, readonly MontantCell[]>() : null;
    for (const { annee, slots, autres: others, verses: payments } of years) {
      montants.set(annee, readParts(slots));
      if (payments.length > 0) verses?.set(annee, payments.map(readSlot));
      if (isAnySlot(repeatedOf(slots))) contractualises?.set(annee, readRepeated(slots));
      if (others.length > 0) autres?.set(annee, others.map(readSlot));
    }
    // A row is filled by its years; where there are none, by the total over them.
    const ofYears = { hasMontant, hasMissingWord, hasContent };
    const totaux = wholes.map((whole): TotalDesAnnees => ({
      parts: readParts(whole.slots),
      annees: whole.span,
      autres: whole.autres.map(readSlot),
      verses: whole.verses.map(readSlot),
      contractualises: readRepeated(whole.slots),
    }));
    const own = years.length > 0 ? ofYears : { hasMontant, hasMissingWord, hasContent };
    return {
      montants,
      verses: verses ?? NO_VERSE,
      ...(contractualises && { contractualises }),
      ...(autres && { autres }),
      ...(totaux.length > 0 && { totauxDesAnnees: totaux }),
      ...own,
    };
  };
}

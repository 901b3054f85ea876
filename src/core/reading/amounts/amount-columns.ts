// The columns of a table of amounts: which holds what, in which unit, and which headings come twice.
import type { ShownAmount, Shows } from "../../domain/amounts";
import { groupBy } from "../../domain/group-by";
import type { CellRef } from "xlsx-model/cell-ref";
import { besideOf, isBeside, isPart, repeatedPart, type ColumnRole } from "../../domain/column-roles";
import type { AnneeColonnes, Colonne, ColonneHeading, MontantCell, TableauBudgetaire } from "../../domain/dossier";
import type { Part, Periode } from "../../domain/natures";
import { foldText } from "../../domain/words/label";
import type { Unite } from "../../domain/values/unite";
import type { ValueColumn } from "../headings/scopes";
import type { HeadingPlace } from "../headings/table-header";
import { readFigure, type GridRow, type SheetGrid } from "../sheet-grid";
import type { RepeatedColumn } from "../unread-repeats";
import { amountReaders } from "./amount-readers";

/** One thing for each part of a year. */
type ByColonne<Value> = Readonly<Record<Colonne, Value | null>>;

export const byColonne = <Value>(of: (colonne: Colonne) => Value | null): ByColonne<Value> => ({
  etat: of("etat"),
  collectivite: of("collectivite"),
  total: of("total"),
});

export interface AmountColumns {
  readonly annees: readonly AnneeColonnes[];
  readonly anneesRepetees: TableauBudgetaire["anneesRepetees"];
  readonly entetes: readonly CellRef[];
  readonly unit: Unite;
  /** Columns of a year that come again: the first one is read. */
  readonly again: readonly RepeatedColumn[];
  readMontants(row: GridRow): RowMontants;
}

export interface RowMontants extends Shows {
  /** At least one of the cells is an amount, or a formula or an error where an amount should be. */
  readonly hasMontant: boolean;
  /** At least one of the cells says that its amount is missing: "nd", "NC", a dash. */
  readonly hasMissingWord: boolean;
  /** At least one of the cells holds something; at least one a formula. */
  readonly hasContent: boolean;
  readonly hasFormula: boolean;
}

/** What the rows say of columns that do not say it themselves. */
export interface RowScope {
  readonly annee: Periode | null;
  readonly part: Part | null;
  /** The cell of the row that names its year. */
  readonly yearHeading?: HeadingPlace;
}

/** A column that the rows are read by. */
interface Slot extends Omit<ShownAmount, "cell"> {
  readonly at: number;
  readonly heading: CellRef;
}

/** The columns of one year, or of one total over several. */
interface Year extends Pick<ShownAmount, "year" | "span"> {
  readonly heading: HeadingPlace;
  readonly slots: Slot[];
  /** What comes again of them. */
  readonly again: { readonly of: Slot; readonly column: ValueColumn }[];
}

function roleIn({ nature, part, isRepeated }: ValueColumn, scope: RowScope): ColumnRole {
  if (isRepeated) return `contractualise-${part === "etat" || part === "collectivite" ? part : "total"}`;
  return besideOf(nature) ?? part ?? scope.part ?? "total";
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
  const ranks = new Map<string, number>();
  // A total over years in k€ is one in k€.
  const [unitOfYears, another] = new Set(columns.flatMap(({ annee, unit }) => (annee === "periode" ? [] : [unit])));
  const dates = columns.map(({ annee }) => annee ?? scope.annee).filter((annee) => typeof annee === "number");
  for (const column of columns) {
    const annee = column.annee ?? scope.annee;
    if (annee === null) continue;
    const role = roleIn(column, scope);
    const heading = column.annee === null ? (scope.yearHeading ?? column.yearHeading) : column.yearHeading;
    // The columns of one year are together; a total that comes again is another total, compared too.
    const place = `${annee}/${column.span?.join("-") ?? ""}`;
    const rank = annee === "periode" && !isBeside(role) ? (ranks.get(`${place}/${role}`) ?? 0) + 1 : 1;
    ranks.set(`${place}/${role}`, rank);
    const known = years.get(`${place}/${rank}`);
    const year: Year = known ?? {
      year: annee === "periode" ? null : annee,
      span: annee === "periode" ? spanOf(grid, column, heading, dates) : null,
      heading,
      slots: [],
      again: [],
    };
    if (!known) years.set(`${place}/${rank}`, year);
    const ownUnit = annee === "periode" && another === undefined ? unitOfYears : null;
    const unit = column.unit ?? tableUnit ?? ownUnit ?? "€";
    const { year: ofYear, span, slots, again } = year;
    const of = isBeside(role) ? undefined : slots.find((slot) => slot.column === role);
    if (of) again.push({ of, column });
    else {
      const { column: at, heading: named } = column;
      const entete = role === "autres" ? (grid.row(named.row)?.text(named.column) ?? undefined) : undefined;
      slots.push({
        year: ofYear,
        span,
        column: role,
        unit,
        at,
        heading: ref(named),
        ...(entete !== undefined && { entete }),
      });
    }
  }
  const list = [...years.values()];
  const dated = list.flatMap((each) => (each.year === null ? [] : { ...each, annee: each.year }));
  const wholes = list.filter(({ year }) => year === null);
  const slots = [...dated, ...wholes].flatMap((each) => each.slots);
  const [onlyUnit, otherUnit] = new Set(slots.flatMap(({ column, unit }) => (isBeside(column) ? [] : unit)));
  return {
    annees: dated.map((each) => ({ annee: each.annee, heading: ref(each.heading), colonnes: headingsOf(each) })),
    anneesRepetees: dated.flatMap((each) =>
      findRepetitions(each).map(({ place, ...again }) => ({ annee: each.annee, ...again, heading: ref(place) })),
    ),
    entetes: slots.map(({ heading }) => heading),
    unit: onlyUnit && !otherUnit ? onlyUnit : (tableUnit ?? "€"),
    again: dated.flatMap(({ again }) => again.map(({ of, column: { column } }) => ({ column, of: of.at }))),
    readMontants: createRowReader(slots),
  };
}

/** "Cumul" runs up to the last year that the table shows; another total adds its years, which may be every table's. */
function spanOf(
  grid: SheetGrid,
  { span }: ValueColumn,
  { row, column }: HeadingPlace,
  annees: readonly number[],
): ShownAmount["span"] {
  if (span || annees.length === 0) return span ?? null;
  const isCumul = foldText(grid.row(row)?.text(column) ?? "").includes("cumul");
  if (!isCumul && new Set(annees).size === 1) return null;
  return [isCumul ? 0 : Math.min(...annees), Math.max(...annees)];
}

const headingsOf = ({ slots }: Year): ByColonne<ColonneHeading> =>
  byColonne((colonne) => {
    const slot = slots.find(({ column }) => column === colonne);
    return slot ? { column: slot.at, heading: slot.heading } : null;
  });

const placeKey = ({ row, column }: HeadingPlace): string => `${row}/${column}`;

/** The whole year comes again when all its columns do, or several under a heading of their own; else a column does. */
function findRepetitions({ heading, slots, again }: Year) {
  const byHeading = groupBy(again, ({ column }) => placeKey(column.yearHeading));
  const isWholeYear = new Set(again.map(({ of }) => of)).size >= slots.filter(({ column }) => !isBeside(column)).length;
  const repetitions: { place: HeadingPlace; colonne?: Colonne }[] = [];
  for (const [key, group] of byHeading) {
    const isOwnHeading = key !== placeKey(heading);
    for (const [index, { of, column }] of group.entries()) {
      if (isOwnHeading && (group.length > 1 || isWholeYear)) {
        if (index === 0 && (group.length > 1 || of === again[0]?.of)) repetitions.push({ place: column.yearHeading });
      } else if (isPart(of.column)) repetitions.push({ place: column.heading, colonne: of.column });
    }
  }
  return repetitions;
}

function createRowReader(slots: readonly Slot[]): AmountColumns["readMontants"] {
  const readers = amountReaders();
  const hasYears = slots.some(({ year }) => year !== null);
  // A row is filled by its years, or where there are none by the total over them; what it says again alone does not fill it.
  const columns = slots.map(({ at, year, span, column, unit, entete }) => ({
    at,
    read: readers[unit],
    of: { year, span, column, unit, ...(entete !== undefined && { entete }) },
    isFilling: (year !== null || !hasYears) && !repeatedPart(column),
  }));
  return (row) => {
    const said = { hasMontant: false, hasMissingWord: false, hasContent: false, hasFormula: false };
    const say = ({ formula, known: lu, ref: { column } }: MontantCell): void => {
      if (formula !== null) said.hasFormula = said.hasMontant = said.hasContent = true;
      // Nearly every cell holds an amount.
      if (lu.reason === null) {
        said.hasMontant = said.hasContent = true;
        return;
      }
      const isEmpty = row.value(column) === null;
      if (lu.reason === "unreadable" && row.text(column)?.startsWith("#") === true) said.hasMontant = true;
      if (lu.reason === "missing" && !isEmpty) said.hasMissingWord = true;
      if (!isEmpty) said.hasContent = true;
    };
    const amounts = columns.map(({ at, read, of, isFilling }): ShownAmount => {
      const cell = readFigure(row, at, read);
      if (isFilling) say(cell);
      return { ...of, cell };
    });
    return { amounts, ...said };
  };
}

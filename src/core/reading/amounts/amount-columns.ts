// The columns of a table of amounts: which holds what, in which unit, and which headings come twice.
import { groupBy } from "../../domain/group-by";
import type { CellRef } from "../../domain/cell-ref";
import type {
  AnneeColonnes,
  Colonne,
  ColonneHeading,
  LigneDeSommes,
  MontantCell,
  TableauBudgetaire,
  TotalDesAnnees,
} from "../../domain/dossier";
import type { Part, Periode } from "../../domain/natures";
import { COLONNES } from "../../facts/lines/budget-lines";
import { foldText } from "../../domain/words/label";
import type { Unite } from "../../domain/values/unite";
import type { ValueColumn } from "../headings/scopes";
import type { HeadingPlace } from "../headings/table-header";
import { readFigure, type GridRow, type SheetGrid } from "../sheet-grid";
import type { RepeatedColumn } from "../unread-repeats";
import { amountReaders } from "./amount-readers";
import { byColonne, mapParts, type ByColonne, type Cells } from "./by-colonne";

export interface AmountColumns {
  readonly annees: readonly AnneeColonnes[];
  readonly anneesRepetees: TableauBudgetaire["anneesRepetees"];
  /** The columns of each total over years: "Total 2024-2025", "Total 2024-2027". */
  readonly periodes: readonly ByColonne<ColonneHeading>[];
  readonly unit: Unite;
  /** Columns of a year that come again: the first one is read. */
  readonly again: readonly RepeatedColumn[];
  readMontants(row: GridRow): RowMontants;
}

export interface RowMontants {
  readonly amounts: Omit<LigneDeSommes, "label">;
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

interface Slot extends ColonneHeading {
  readonly unit: Unite;
}

/** What each party executed, or what is said again to have been contracted. */
type SlotName = Colonne | `contractualise-${Colonne}`;

interface Year {
  readonly annee: Periode;
  /** The years that a total adds, where they are not all that the tables show. */
  readonly span: TotalDesAnnees["annees"];
  readonly heading: HeadingPlace;
  readonly slots: Map<SlotName, Slot>;
  readonly autres: Slot[];
  readonly verses: Slot[];
  readonly again: { readonly name: SlotName; readonly column: ValueColumn }[];
}

type Dated = Year & { readonly annee: number };

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
  const ranks = new Map<string, number>();
  // A total over years in k€ is one in k€.
  const [unitOfYears, another] = new Set(columns.flatMap(({ annee, unit }) => (annee === "periode" ? [] : [unit])));
  const dates = columns.map(({ annee }) => annee ?? scope.annee).filter((annee) => typeof annee === "number");
  for (const column of columns) {
    const annee = column.annee ?? scope.annee;
    if (annee === null) continue;
    const name = slotName(column, scope);
    const heading = column.annee === null ? (scope.yearHeading ?? column.yearHeading) : column.yearHeading;
    const isBeside = name === "autres" || name === "verses";
    // The columns of one year are together; a total that comes again is another total, compared too.
    const place = `${annee}/${column.span?.join("-") ?? ""}`;
    const rank = annee === "periode" && !isBeside ? (ranks.get(`${place}/${name}`) ?? 0) + 1 : 1;
    ranks.set(`${place}/${name}`, rank);
    const year: Year = years.get(`${place}/${rank}`) ?? {
      annee,
      span: annee === "periode" ? spanOf(grid, column, heading, dates) : null,
      heading,
      slots: new Map(),
      autres: [],
      verses: [],
      again: [],
    };
    years.set(`${place}/${rank}`, year);
    const ownUnit = annee === "periode" && another === undefined ? unitOfYears : null;
    const unit = column.unit ?? tableUnit ?? ownUnit ?? "€";
    const slot = { column: column.column, heading: ref(column.heading), unit };
    if (isBeside) year[name].push(slot);
    else if (year.slots.has(name)) year.again.push({ name, column });
    else year.slots.set(name, slot);
  }
  const list = [...years.values()];
  const dated = list.filter((year): year is Dated => year.annee !== "periode");
  const wholes = list.filter(({ annee }) => annee === "periode");
  const [onlyUnit, otherUnit] = new Set(list.flatMap(({ slots }) => [...slots.values()].map(({ unit }) => unit)));
  return {
    annees: dated.map((year) => ({ annee: year.annee, heading: ref(year.heading), colonnes: partsOf(year) })),
    anneesRepetees: dated.flatMap((year) =>
      findRepetitions(year).map(({ place, ...again }) => ({ annee: year.annee, ...again, heading: ref(place) })),
    ),
    periodes: wholes.map(partsOf),
    unit: onlyUnit && !otherUnit ? onlyUnit : (tableUnit ?? "€"),
    again: dated.flatMap(({ slots, again }) =>
      again.map(({ name, column: { column } }) => ({ column, of: slots.get(name)?.column ?? column })),
    ),
    readMontants: createRowReader(dated, wholes),
  };
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

const partsOf = ({ slots }: Year): ByColonne<Slot> => byColonne((colonne) => slots.get(colonne) ?? null);
const repeatedOf = ({ slots }: Year): ByColonne<Slot> =>
  byColonne((colonne) => slots.get(`contractualise-${colonne}`) ?? null);

const placeKey = ({ row, column }: HeadingPlace): string => `${row}/${column}`;

/** The whole year comes again when all its columns do, or several under a heading of their own; else a column does. */
function findRepetitions({ heading, slots, again }: Year) {
  const byHeading = groupBy(again, ({ column }) => placeKey(column.yearHeading));
  const isWholeYear = new Set(again.map(({ name }) => name)).size >= slots.size;
  const repetitions: { place: HeadingPlace; colonne?: Colonne }[] = [];
  for (const [key, group] of byHeading) {
    const isOwnHeading = key !== placeKey(heading);
    for (const [index, { name, column }] of group.entries()) {
      const colonne = COLONNES.find((each) => each === name);
      if (isOwnHeading && (group.length > 1 || isWholeYear)) {
        if (index === 0 && (group.length > 1 || name === again[0]?.name))
          repetitions.push({ place: column.yearHeading });
      } else if (colonne) repetitions.push({ place: column.heading, colonne });
    }
  }
  return repetitions;
}

function createRowReader(years: readonly Dated[], wholes: readonly Year[]): AmountColumns["readMontants"] {
  const readers = amountReaders();
  const shown = years.map((year) => ({ annee: year.annee, parts: partsOf(year) }));
  const isRepeated = ({ slots }: Year): boolean => COLONNES.some((colonne) => slots.has(`contractualise-${colonne}`));
  const repeated = years.filter(isRepeated).map((year) => ({ annee: year.annee, parts: repeatedOf(year) }));
  const paid = years.filter(({ verses }) => verses.length > 0);
  const shared = years.filter(({ autres }) => autres.length > 0);
  const hasOthers = repeated.length + paid.length + shared.length > 0;
  const totals = wholes.map((year) => ({ ...year, parts: partsOf(year), repeated: repeatedOf(year) }));
  return (row) => {
    const said = { hasMontant: false, hasMissingWord: false, hasContent: false, hasFormula: false };
    const read = ({ column, unit }: Slot): MontantCell => readFigure(row, column, readers[unit]);
    const readSlot = (slot: Slot): MontantCell => {
      const cell = read(slot);
      if (cell.formula !== null) said.hasFormula = said.hasMontant = said.hasContent = true;
      // Nearly every cell holds an amount.
      if (cell.lu.kind === "montant") {
        said.hasMontant = said.hasContent = true;
        return cell;
      }
      const isEmpty = row.value(slot.column) === null;
      const isError = cell.lu.kind === "unreadable" && row.text(slot.column)?.startsWith("#") === true;
      if (isError) said.hasMontant = true;
      if (cell.lu.kind === "missing" && !isEmpty) said.hasMissingWord = true;
      if (!isEmpty) said.hasContent = true;
      return cell;
    };
    const montants = new Map<number, Cells>();
    for (const { annee, parts } of shown) montants.set(annee, mapParts(parts, readSlot));
    const ofYears = !hasOthers
      ? { montants }
      : {
          montants,
          ...(paid.length > 0 && { verses: new Map(paid.map(({ annee, verses }) => [annee, verses.map(readSlot)])) }),
          ...(repeated.length > 0 && {
            // A row of which nothing else is filled is not filled by what it says again.
            contractualises: new Map(repeated.map(({ annee, parts }) => [annee, mapParts(parts, read)])),
          }),
          ...(shared.length > 0 && {
            autres: new Map(shared.map(({ annee, autres }) => [annee, autres.map(readSlot)])),
          }),
        };
    if (totals.length === 0) return { amounts: ofYears, ...said };
    // A row is filled by its years; where there are none, by the total over them.
    const own = years.length > 0 ? { ...said } : said;
    const totauxDesAnnees = totals.map((total): TotalDesAnnees => ({
      parts: mapParts(total.parts, readSlot),
      annees: total.span,
      autres: total.autres.map(readSlot),
      verses: total.verses.map(readSlot),
      contractualises: mapParts(total.repeated, read),
    }));
    return { amounts: { ...ofYears, totauxDesAnnees }, ...own };
  };
}

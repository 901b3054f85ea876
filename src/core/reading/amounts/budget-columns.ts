// The columns of a budget table: which holds what, in which unit, and which headings come twice.
import type { CellRef } from "../../domain/cell-ref";
import type {
  AnneeColonnes,
  Colonne,
  ColonneHeading,
  MontantCell,
  MontantsParAnnee,
  TableauBudgetaire,
} from "../../domain/dossier";
import { lireMontant } from "../../domain/values/lire-montant";
import type { AmountColumn } from "../headings/heading-bands";
import type { Unit } from "../headings/headings";
import { readFigure, type GridRow, type SheetGrid } from "../sheet-grid";
import type { HeadingPlace } from "../headings/table-header";

/** Stands for the year of columns whose year each row names. */
export const UNDATED = 0;

export interface BudgetColumns {
  readonly annees: readonly AnneeColonnes[];
  readonly anneesRepetees: TableauBudgetaire["anneesRepetees"];
  readonly unit: Unit;
  readMontants(row: GridRow): RowMontants;
}

export interface RowMontants {
  readonly montants: MontantsParAnnee;
  readonly verses: ReadonlyMap<number, MontantCell>;
  /** At least one of the cells is an amount, or a formula or an error where an amount should be. */
  readonly hasMontant: boolean;
  /** At least one of the cells says that its amount is missing: "nd", "NC", a dash. */
  readonly hasMissingWord: boolean;
  /** At least one of the cells holds something. */
  readonly hasContent: boolean;
}

interface Slot extends ColonneHeading {
  readonly unit: Unit;
}

interface Year {
  readonly annee: number;
  readonly heading: HeadingPlace;
  readonly slots: Record<Colonne | "verse", Slot | null>;
  readonly again: AmountColumn[];
}

/** `tableUnit` is the title's; a unit in a column's heading prevails for that column. */
export function readBudgetColumns(
  grid: SheetGrid,
  columns: readonly AmountColumn[],
  tableUnit: Unit | null,
): BudgetColumns {
  const ref = ({ row, column }: HeadingPlace): CellRef => ({ sheet: grid.sheet, row, column });
  const years = new Map<number, Year>();
  for (const amount of columns) {
    const annee = amount.annee ?? UNDATED;
    let year = years.get(annee);
    if (!year) {
      const slots = { etat: null, collectivite: null, total: null, verse: null };
      years.set(annee, (year = { annee, heading: amount.yearHeading, slots, again: [] }));
    }
    const { colonne, column, heading, unit } = amount;
    if (year.slots[colonne]) year.again.push(amount);
    else year.slots[colonne] = { column, heading: ref(heading), unit: unit ?? tableUnit ?? "€" };
  }
  const list = [...years.values()];
  const units = new Set(list.flatMap(({ slots }) => Object.values(slots).flatMap((slot) => (slot ? [slot.unit] : []))));
  const [onlyUnit] = units;
  return {
    annees: list.map(({ annee, heading, slots: { etat, collectivite, total } }) => ({
      annee,
      heading: ref(heading),
      colonnes: { etat, collectivite, total },
    })),
    anneesRepetees: list.flatMap((year) =>
      findRepetitions(year).map(({ place, ...again }) => ({ ...again, heading: ref(place) })),
    ),
    unit: units.size === 1 && onlyUnit ? onlyUnit : (tableUnit ?? "€"),
    readMontants: createRowReader(grid, list),
  };
}

const placeKey = ({ row, column }: HeadingPlace): string => `${row}/${column}`;

/** The whole year comes again when all its columns do, or several under a heading of their own; else a column does. */
function findRepetitions({ annee, heading, slots, again }: Year) {
  const byHeading = new Map<string, AmountColumn[]>();
  for (const amount of again) {
    const key = placeKey(amount.yearHeading);
    const group = byHeading.get(key);
    if (group) group.push(amount);
    else byHeading.set(key, [amount]);
  }
  const shown = Object.values(slots).filter((slot) => slot !== null).length;
  const isWholeYear = new Set(again.map(({ colonne }) => colonne)).size >= shown;
  const repetitions: { annee: number; place: HeadingPlace; colonne?: Colonne }[] = [];
  for (const [key, group] of byHeading) {
    const [first] = group;
    if (!first) continue;
    const isOwnHeading = key !== placeKey(heading);
    const isYear = isOwnHeading && (group.length > 1 || isWholeYear);
    if (isYear) {
      if (group.length > 1 || first.colonne === again[0]?.colonne) {
        repetitions.push({ annee, place: first.yearHeading });
      }
      continue;
    }
    for (const { colonne, heading: place } of group) {
      if (colonne !== "verse") repetitions.push({ annee, place, colonne });
    }
  }
  return repetitions;
}

const READERS: Readonly<Record<Unit, (value: Parameters<typeof lireMontant>[0], format: string) => MontantCell["lu"]>> =
  {
    "€": (value, format) => lireMontant(value, format, "€"),
    "k€": (value, format) => lireMontant(value, format, "k€"),
    "M€": (value, format) => lireMontant(value, format, "M€"),
  };

const NO_VERSE: ReadonlyMap<number, MontantCell> = new Map();

function createRowReader(grid: SheetGrid, years: readonly Year[]): BudgetColumns["readMontants"] {
  const isPaid = years.some(({ slots }) => slots.verse !== null);
  return (row) => {
    let hasMontant = false;
    let hasMissingWord = false;
    let hasContent = false;
    const read = (slot: Slot | null): MontantCell | null => {
      if (slot === null) return null;
      const { column } = slot;
      const cell = readFigure(grid, row, column, READERS[slot.unit]);
      const isError = cell.lu.kind === "unreadable" && row.text(column)?.startsWith("#") === true;
      if (cell.lu.kind === "montant" || isError || cell.formula !== null) hasMontant = true;
      if (cell.lu.kind === "missing" && row.value(column) !== null) hasMissingWord = true;
      if (cell.formula !== null || row.value(column) !== null) hasContent = true;
      return cell;
    };
    const montants = new Map<number, Readonly<Record<Colonne, MontantCell | null>>>();
    const verses = isPaid ? new Map<number, MontantCell>() : null;
    for (const { annee, slots } of years) {
      const { etat, collectivite, total, verse } = slots;
      montants.set(annee, { etat: read(etat), collectivite: read(collectivite), total: read(total) });
      const paid = read(verse);
      if (paid) verses?.set(annee, paid);
    }
    return { montants, verses: verses ?? NO_VERSE, hasMontant, hasMissingWord, hasContent };
  };
}

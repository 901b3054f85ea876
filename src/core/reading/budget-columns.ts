// The columns of a budget table: which holds what, in which unit, and which headings come twice.
import type { CellRef } from "../domain/cell-ref";
import type { AnneeColonnes, Colonne, ColonneHeading, MontantCell, MontantsParAnnee } from "../domain/dossier";
import { lireMontant } from "../domain/lire-montant";
import type { Unit } from "./headings";
import type { BudgetHeader, HeadingPlace } from "./locate-budget-table";
import { readFigure, type GridRow, type SheetGrid } from "./sheet-grid";

export interface BudgetColumns {
  readonly annees: readonly AnneeColonnes[];
  readonly anneesRepetees: readonly { readonly annee: number; readonly heading: CellRef }[];
  readonly unit: Unit;
  readMontants(row: GridRow): RowMontants;
}

interface RowMontants {
  readonly montants: MontantsParAnnee;
  /** At least one of the cells is an amount, or a formula or an error where an amount should be. */
  readonly hasMontant: boolean;
  /** At least one of the cells holds something. */
  readonly hasContent: boolean;
}

type Slots = Record<Colonne, { heading: ColonneHeading; unit: Unit } | null>;

/** `tableUnit` is the title's; a unit in a column's heading prevails for that column. */
export function readBudgetColumns(header: BudgetHeader, tableUnit: Unit | null): BudgetColumns {
  const { grid } = header;
  const ref = ({ row, column }: HeadingPlace): CellRef => ({ sheet: grid.sheet, row, column });
  const years = new Map<number, { heading: CellRef; slots: Slots }>();
  const repeated = new Map<string, { annee: number; heading: CellRef }>();

  for (const { annee, colonne, column, heading, yearHeading, unit } of header.columns) {
    let year = years.get(annee);
    if (!year) {
      year = { heading: ref(yearHeading), slots: { etat: null, collectivite: null, total: null } };
      years.set(annee, year);
    }
    const taken = year.slots[colonne];
    if (taken === null) {
      year.slots[colonne] = { heading: { column, heading: ref(heading) }, unit: unit ?? tableUnit ?? "€" };
    } else {
      const sameYear = year.heading.row === yearHeading.row && year.heading.column === yearHeading.column;
      const again = sameYear ? heading : yearHeading;
      repeated.set(`${annee}/${again.row}/${again.column}`, { annee, heading: ref(again) });
    }
  }

  const list = [...years].map(([annee, year]) => ({ annee, ...year }));
  const units = new Set(list.flatMap(({ slots }) => Object.values(slots).flatMap((slot) => (slot ? [slot.unit] : []))));
  const [onlyUnit] = units;
  return {
    annees: list.map(({ annee, heading, slots }) => ({
      annee,
      heading,
      colonnes: {
        etat: slots.etat?.heading ?? null,
        collectivite: slots.collectivite?.heading ?? null,
        total: slots.total?.heading ?? null,
      },
    })),
    anneesRepetees: [...repeated.values()],
    unit: units.size === 1 && onlyUnit ? onlyUnit : (tableUnit ?? "€"),
    readMontants: createRowReader(grid, list),
  };
}

function createRowReader(
  grid: SheetGrid,
  years: readonly { readonly annee: number; readonly slots: Slots }[],
): BudgetColumns["readMontants"] {
  const readers: Readonly<
    Record<Unit, (value: Parameters<typeof lireMontant>[0], format: string) => MontantCell["lu"]>
  > = {
    "€": (value, format) => lireMontant(value, format, "€"),
    "k€": (value, format) => lireMontant(value, format, "k€"),
    "M€": (value, format) => lireMontant(value, format, "M€"),
  };
  return (row) => {
    let hasMontant = false;
    let hasContent = false;
    const read = (slot: Slots[Colonne]): MontantCell | null => {
      if (slot === null) return null;
      const { column } = slot.heading;
      const cell = readFigure(grid, row, column, readers[slot.unit]);
      const isError = cell.lu.kind === "unreadable" && row.text(column)?.startsWith("#") === true;
      if (cell.lu.kind === "montant" || isError || cell.formula !== null) hasMontant = true;
      if (cell.formula !== null || row.value(column) !== null) hasContent = true;
      return cell;
    };
    const montants = new Map<number, Readonly<Record<Colonne, MontantCell | null>>>();
    for (const { annee, slots } of years) {
      const { etat, collectivite, total } = slots;
      montants.set(annee, { etat: read(etat), collectivite: read(collectivite), total: read(total) });
    }
    return { montants, hasMontant, hasContent };
  };
}

// What a budget table says, without its cells: the same for every layout of the same figures.
import { amountAt, figureAt, yearsShown, type Shows } from "../../../src/core/domain/amounts";
import type { ColumnRole } from "../../../src/core/domain/column-roles";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { NatureValeur } from "../../../src/core/domain/natures";
import type {
  Colonne,
  Dossier,
  LigneDeSommes,
  LigneIndicateur,
  SumOf,
  TableauBudgetaire,
} from "../../../src/core/domain/dossier";
import { totalOf } from "../../../src/core/domain/table-rows";
import { toEuros } from "../../../src/core/domain/values/montant";
import { contratIntegre } from "../../../src/contracts/built-in";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "./raw-workbook-builder";
import type { NumeroAction } from "../../../src/core/domain/values/numero-action";

export type Grid = readonly (readonly CellLiteral[])[];

export function understand(sheets: Readonly<Record<string, Grid | SheetLiteral>>): Dossier {
  return readDossier(rawWorkbook(sheets), contratIntegre, "2024-06-30");
}

/** The budget table of a workbook of one sheet; throws when there is none. */
export function budgetOf(sheet: Grid | SheetLiteral): TableauBudgetaire {
  const { budget, absences } = understand({ Budget: sheet });
  if (!budget) throw new Error(JSON.stringify(absences));
  return budget;
}

const COLONNES: readonly Colonne[] = ["total", "etat", "collectivite"];

export function euros(row: Shows): Record<number, (number | string | null)[]> {
  const read = [...yearsShown(row)].map((annee) => [
    annee,
    COLONNES.map((colonne) => {
      const lu = amountAt(row, annee, colonne)?.known;
      return lu ? (lu.reason === null ? toEuros(lu.value) : lu.reason) : null;
    }),
  ]);
  return Object.fromEntries(read) as Record<number, (number | string | null)[]>;
}

export interface Figures {
  readonly actions: readonly { action: NumeroAction | null; axe: number | null; montants: ReturnType<typeof euros> }[];
  readonly axes: readonly { axe: number | null; sousTotal: ReturnType<typeof euros> | null }[];
  readonly total: ReturnType<typeof euros> | null;
}

export function figures({ lignesAction, lignesAxe, sommes }: TableauBudgetaire): Figures {
  const sumsOf = (isOne: (of: SumOf) => boolean) => {
    const row = sommes.find(({ of }) => isOne(of));
    return row ? euros(row) : null;
  };
  return {
    actions: lignesAction.map((row) => ({
      action: row.action?.numero ?? null,
      axe: row.ligneAxe === null ? null : (lignesAxe[row.ligneAxe]?.axe?.numero ?? null),
      montants: euros(row),
    })),
    axes: lignesAxe.map(({ axe }, index) => ({
      axe: axe?.numero ?? null,
      sousTotal: sumsOf((of) => of.kind === "axe" && of.index === index),
    })),
    total: sumsOf((of) => of.kind === "total"),
  };
}

/** The cells of a row in that column and year, or in its totals over years. */
export const cellsIn = (row: Shows | undefined, annee: number | null, column: ColumnRole) =>
  (row?.amounts ?? []).flatMap(({ year, column: own, cell }) => (year === annee && own === column ? cell : []));

/** The first of them. */
export const cellIn = (row: Shows | undefined, annee: number | null, column: ColumnRole) =>
  cellsIn(row, annee, column)[0];

export const totalIn = (table: TableauBudgetaire | null): LigneDeSommes | undefined =>
  (table && totalOf(table)) ?? undefined;

/** The texts of an indicator's figures of one nature, by year. */
export const textsOf = (row: LigneIndicateur | undefined, nature: NatureValeur) =>
  (row?.figures ?? []).flatMap(({ nature: own, year, cell }) => (own === nature ? [[year, cell.text]] : []));

export const t0Of = (row: LigneIndicateur | undefined) => row && figureAt(row.figures, "t0", null);

/** "B4". */
export function place(ref: { readonly row: number; readonly column: number }): string {
  return formatLocalCell(ref.row, ref.column);
}

type Row = readonly CellLiteral[];

/** The grid with one row changed. */
export const mapRow = (grid: Grid, index: number, map: (row: Row) => Row): Grid =>
  grid.map((row, at) => (at === index ? map(row) : row));

export const insert = (grid: Grid, at: number, ...rows: Row[]): Grid => [
  ...grid.slice(0, at),
  ...rows,
  ...grid.slice(at),
];

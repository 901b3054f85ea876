// What a budget table says, without its cells: the same for every layout of the same figures.
import { formatLocalCell } from "../../../src/core/domain/cell-ref";
import type { Colonne, Dossier, MontantsParAnnee, TableauBudgetaire } from "../../../src/core/domain/dossier";
import { toEuros } from "../../../src/core/domain/values/montant";
import { contratIntegre } from "../../../src/contracts/built-in";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "./raw-workbook-builder";

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

export function euros(montants: MontantsParAnnee): Record<number, (number | string | null)[]> {
  const read = [...montants].map(([annee, cells]) => [
    annee,
    COLONNES.map((colonne) => {
      const lu = cells[colonne]?.lu;
      return lu ? (lu.kind === "montant" ? toEuros(lu.montant) : lu.kind) : null;
    }),
  ]);
  return Object.fromEntries(read) as Record<number, (number | string | null)[]>;
}

export interface Figures {
  readonly actions: readonly { action: number | null; axe: number | null; montants: ReturnType<typeof euros> }[];
  readonly axes: readonly { axe: number | null; sousTotal: ReturnType<typeof euros> | null }[];
  readonly total: ReturnType<typeof euros> | null;
}

export function figures({ lignesAction, lignesAxe, total }: TableauBudgetaire): Figures {
  return {
    actions: lignesAction.map(({ action, ligneAxe, montants }) => ({
      action: action?.numero ?? null,
      axe: ligneAxe === null ? null : (lignesAxe[ligneAxe]?.axe?.numero ?? null),
      montants: euros(montants),
    })),
    axes: lignesAxe.map(({ axe, sousTotal }) => ({
      axe: axe?.numero ?? null,
      sousTotal: sousTotal && euros(sousTotal.montants),
    })),
    total: total && euros(total.montants),
  };
}

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

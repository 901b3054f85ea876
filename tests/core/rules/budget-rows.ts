// Common ways in which a budget table differs from the annex.
import type { ActionRow, AxeRow, BudgetRow } from "./dossier-builder";

type Rows = readonly BudgetRow[];

export function annexWithSubtotals(rows: Rows): BudgetRow[] {
  return rows.map((row) => (row.kind === "axe" ? { ...row, subtotal: true } : row));
}

export function unknownAction(label: string, montants: readonly [number, number]): ActionRow {
  return { kind: "action", action: null, label, montants };
}

export function unknownAxe(label: string): AxeRow {
  return { kind: "axe", axe: null, label };
}

const isAction = (row: BudgetRow, numero: number): boolean => row.kind === "action" && row.action?.numero === numero;

/** Leaves one action out. */
export const without =
  (numero: number) =>
  (rows: Rows): BudgetRow[] =>
    rows.filter((row) => !isAction(row, numero));

/** One action stands twice, one row below the other. */
export const twice =
  (numero: number) =>
  (rows: Rows): BudgetRow[] =>
    rows.flatMap((row) => (isAction(row, numero) ? [row, row] : [row]));

/** One action goes to the place just after another one. */
export const moved =
  (numero: number, after: number) =>
  (rows: Rows): BudgetRow[] => {
    const row = rows.filter((candidate) => isAction(candidate, numero));
    return without(numero)(rows).flatMap((candidate) =>
      isAction(candidate, after) ? [candidate, ...row] : [candidate],
    );
  };

/** No row that names an axe. */
export const flat = (rows: Rows): BudgetRow[] => rows.filter(({ kind }) => kind !== "axe");

export const withoutTotal = (rows: Rows): BudgetRow[] => rows.filter(({ kind }) => kind !== "total");

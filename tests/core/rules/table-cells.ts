// The cells of a built table: where they stand, and what they hold.
import type { Known } from "../../../src/core/domain/known";
import type { Montant } from "../../../src/core/domain/values/montant";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Cell } from "../../../src/core/domain/dossier";
import { formulaOf, textOf, type Saisie } from "./saisie";

const addressOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** The label's cell of each year that has the row; nothing where one label names the row for every year. */
export function labelsOf(
  label: Cell,
  years: readonly number[],
  annuel: Readonly<Record<string, readonly number[]>> | undefined,
) {
  if (!annuel) return {};
  const without = annuel[addressOf(label.ref.row, label.ref.column)] ?? [];
  return { labels: new Map(years.filter((annee) => !without.includes(annee)).map((annee) => [annee, label])) };
}

interface BuiltCell<Lu> {
  readonly ref: CellRef;
  readonly text: string;
  readonly formula: string | null;
  readonly known: Lu;
}

/** Makes the cells of a sheet; by its address one holds something else. */
export function cellsOf<Lu extends Known<Montant> | Known<number>>(
  sheet: string,
  overrides: Readonly<Record<string, Saisie>>,
  read: (saisie: Saisie) => Lu,
): (row: number, column: number, value: Saisie) => BuiltCell<Lu> {
  return (row, column, value) => {
    const override = overrides[addressOf(row, column)];
    const saisie = override === undefined ? value : override;
    const ref = { sheet, row, column };
    return { ref, text: textOf(saisie), formula: formulaOf(saisie), known: { ...read(saisie), cells: [ref] } };
  };
}

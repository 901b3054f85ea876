// A formula that adds the agent's own cells, and the amount that it gives; what Excel cannot add is put as its value.
import { formatCellRef, formatLocalCell } from "../../domain/cell-ref";
import type { MontantCell, TableauBudgetaire } from "../../domain/dossier";
import { formatListe, formatMontant } from "../../domain/words/format";
import { addMontants, montantFromCentimes, toEuros, type Montant } from "../../domain/values/montant";
import { MAX_FORMULA, sumOf, toRanges } from "../../domain/formulas/sum-formula";
import type { CellValue } from "../../workbook-port";

const MULTIPLIERS = { "€": 1, "k€": 1_000, "M€": 1_000_000 } as const;
const NAMED_CELLS = 5;

export interface LiveSum {
  readonly montant: Montant;
  /** English, without its "=", so that it can be part of another. */
  readonly formula: string;
  /** French: what the formula does not follow, and why. */
  readonly notes: readonly string[];
  /** Some amount could not be read: the sum is not to be relied on. */
  readonly incomplete: boolean;
}

/** What a cell really holds, as Excel would add it. */
export type RawValue = (cell: MontantCell) => CellValue;

function total(montants: readonly Montant[]): Montant {
  return montants.reduce((sum, montant) => addMontants(sum, montant), montantFromCentimes(0));
}

interface Sorted {
  /** Cells that Excel can add as they are. */
  readonly plain: MontantCell[];
  /** Cells with hidden decimals, rounded to the centime one by one. */
  readonly rounded: MontantCell[];
  /** Amounts that Excel would not read as the figures they are. */
  readonly fixed: { readonly cell: MontantCell; readonly montant: Montant }[];
  readonly missing: MontantCell[];
  readonly unreadable: MontantCell[];
}

function sortCells(cells: readonly MontantCell[], multiplier: number, rawValue: RawValue): Sorted {
  const sorted: Sorted = { plain: [], rounded: [], fixed: [], missing: [], unreadable: [] };
  for (const cell of cells) {
    const value = rawValue(cell);
    if (cell.lu.kind === "unreadable") sorted.unreadable.push(cell);
    else if (cell.lu.kind === "missing") {
      sorted.missing.push(cell);
      // SUM passes over empty cells and texts: once filled in, the figure counts. A figure is no missing amount.
      if (typeof value !== "number") sorted.plain.push(cell);
    } else if (typeof value !== "number") sorted.fixed.push({ cell, montant: cell.lu.montant });
    else {
      const distance = Math.abs(value * multiplier - toEuros(cell.lu.montant));
      if (distance < 1e-6) sorted.plain.push(cell);
      else if (distance <= 0.005 + 1e-6) sorted.rounded.push(cell);
      else sorted.fixed.push({ cell, montant: cell.lu.montant });
    }
  }
  return sorted;
}

function nameCells(cells: readonly MontantCell[]): string {
  const names = cells.slice(0, NAMED_CELLS).map(({ ref }) => formatLocalCell(ref.row, ref.column));
  const rest = cells.length - names.length;
  return rest > 0 ? `${names.join(", ")} et ${rest} autre${rest > 1 ? "s" : ""}` : formatListe(names);
}

function noteFixed(fixed: Sorted["fixed"]): string {
  if (fixed.length > NAMED_CELLS) {
    return `${fixed.length} montants qu’Excel ne peut pas additionner (${nameCells(fixed.map(({ cell }) => cell))}), repris par leur valeur`;
  }
  const each = fixed.map(
    ({ cell: { ref }, montant }) => `${formatLocalCell(ref.row, ref.column)} pour ${formatMontant(montant)}`,
  );
  return `Texte ou unité qu’Excel ne peut pas additionner, repris par sa valeur : ${formatListe(each)}`;
}

export function composeLiveSum(
  cells: readonly MontantCell[],
  { unit }: Pick<TableauBudgetaire, "unit">,
  rawValue: RawValue,
): LiveSum {
  const multiplier = MULTIPLIERS[unit];
  const { plain, rounded, fixed, missing, unreadable } = sortCells(cells, multiplier, rawValue);
  const montant = total(cells.flatMap(({ lu }) => (lu.kind === "montant" ? [lu.montant] : [])));
  const notes: string[] = [];
  if (fixed.length > 0) notes.push(noteFixed(fixed));
  if (missing.length > 0) notes.push(`Non renseigné, compté pour zéro : ${nameCells(missing)}`);
  if (unreadable.length > 0) notes.push(`Illisible, non compté : ${nameCells(unreadable)}`);

  const scale = multiplier === 1 ? "" : `*${multiplier}`;
  const terms: string[] = [];
  if (plain.length > 0) terms.push(`${sumOf(toRanges(plain.map(({ ref }) => ref)))}${scale}`);
  if (rounded.length > 0) terms.push(sumOf(rounded.map(({ ref }) => `ROUND(${formatCellRef(ref)}${scale},2)`)));
  if (fixed.length > 0) terms.push(String(toEuros(total(fixed.map((each) => each.montant)))));
  const formula = terms.length === 0 ? "0" : terms.join("+").replaceAll("+-", "-");
  if (formula.length <= MAX_FORMULA) return { montant, formula, notes, incomplete: unreadable.length > 0 };
  notes.push("Cellules trop dispersées pour une formule : valeur calculée lors de la vérification");
  return { montant, formula: String(toEuros(montant)), notes, incomplete: unreadable.length > 0 };
}

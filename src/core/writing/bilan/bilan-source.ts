// What the sheets of a report are written from: its figures, and how they stand in the agent's cells.
import { NON_CALCULABLE } from "../../bilan/amounts";
import type { Bilan, MontantBilan, ValeurBilan } from "../../bilan/bilan";
import { formatCellRef, type CellRef } from "../../domain/cell-ref";
import type { Dossier, TableauExecution } from "../../domain/dossier";
import { addMontants, montantFromCentimes, toEuros, type Montant } from "../../domain/values/montant";
import { MAX_FORMULA, sumOf, toRanges } from "../../domain/formulas/sum-formula";
import { sheetsOf } from "../../domain/lines/table-places";
import type { CellValue, PlannedCell, RawWorkbook } from "../../workbook-port";
import { indexRawValues } from "../sheets/raw-values";
import { textCell } from "../sheets/sheet-builder";

const MULTIPLIERS = { "€": 1, "k€": 1_000, "M€": 1_000_000 } as const;

export interface BilanSource {
  readonly bilan: Bilan;
  /** The amount as a cell that follows the agent's, or as its value where Excel could not read it there. */
  amount(amount: MontantBilan): PlannedCell;
  /** The sum of amounts of the agent's, which follows them; "non calculable" as long as one is not known. */
  sum(amounts: readonly MontantBilan[], total: MontantBilan): PlannedCell;
  value(value: ValeurBilan): PlannedCell;
}

/** The unit of each column of amounts, by its sheet and number. */
function indexUnits(execution: TableauExecution | null): (ref: CellRef) => number {
  const units = new Map<string, number>();
  for (const { colonnes } of execution?.annees ?? []) {
    for (const colonne of Object.values(colonnes)) {
      if (!colonne) continue;
      const unit = colonne.unit ?? execution?.unit ?? "€";
      units.set(`${colonne.column}/${colonne.heading.sheet}`, MULTIPLIERS[unit]);
    }
  }
  return ({ column, sheet }) => units.get(`${column}/${sheet}`) ?? 1;
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** `then` once all the cells hold figures, else the word. */
export function whenGiven(ranges: readonly string[], count: number, then: string, word: string): string {
  return `IF(COUNT(${ranges.join(",")})<${count},${quote(word)},${then})`;
}

interface Link {
  /** English, without "=". */
  readonly formula: string;
  /** Excel reads the very figure in the cell. */
  readonly isExact: boolean;
}

export function createBilanSource(bilan: Bilan, dossier: Dossier, raw: RawWorkbook): BilanSource {
  const { execution, indicators } = dossier;
  const tables = [execution, indicators].flatMap((table) => table ?? []);
  const rawValue = indexRawValues(raw, [...new Set(tables.flatMap((table) => sheetsOf(table)))]);
  const unitOf = indexUnits(execution);

  function linkTo(ref: CellRef, montant: Montant): Link | null {
    const value: CellValue = rawValue(ref);
    if (typeof value !== "number") return null;
    const unit = unitOf(ref);
    const scaled = unit === 1 ? formatCellRef(ref) : `${formatCellRef(ref)}*${unit}`;
    const distance = Math.abs(value * unit - toEuros(montant));
    if (distance < 1e-6) return { formula: scaled, isExact: unit === 1 };
    return distance <= 0.005 + 1e-6 ? { formula: `ROUND(${scaled},2)`, isExact: false } : null;
  }

  /** Where the agent is to type a figure that is not there yet. */
  function waitFor(ref: CellRef, raison: string): PlannedCell {
    const unit = unitOf(ref);
    const address = formatCellRef(ref);
    const then = unit === 1 ? address : `ROUND(${address}*${unit},2)`;
    return { value: raison, formula: `=IF(ISNUMBER(${address}),${then},${quote(raison)})` };
  }

  function amount({ montant, raison, cells }: MontantBilan): PlannedCell {
    const [ref, ...others] = cells;
    const isOne = ref !== undefined && others.length === 0;
    if (montant === null) {
      const word = raison ?? NON_CALCULABLE;
      return isOne && raison === "non renseigné" ? waitFor(ref, word) : textCell(word);
    }
    const link = isOne ? linkTo(ref, montant) : null;
    return link ? { value: toEuros(montant), formula: `=${link.formula}` } : { value: toEuros(montant) };
  }

  function sum(amounts: readonly MontantBilan[], total: MontantBilan): PlannedCell {
    const word = total.raison ?? NON_CALCULABLE;
    const value = total.montant === null ? word : toEuros(total.montant);
    const plain: CellRef[] = [];
    const terms: string[] = [];
    const fixed: Montant[] = [];
    for (const { montant, cells, raison } of amounts) {
      const [ref, ...others] = cells;
      const isOne = ref !== undefined && others.length === 0;
      if (montant === null) {
        if (!isOne || raison !== "non renseigné" || unitOf(ref) !== 1) return { value };
        plain.push(ref);
        continue;
      }
      const link = isOne ? linkTo(ref, montant) : null;
      if (!link) fixed.push(montant);
      else if (link.isExact && ref) plain.push(ref);
      else terms.push(link.formula);
    }
    const ranges = toRanges(plain);
    const constant = addMontants(montantFromCentimes(0), ...fixed);
    const added = [
      ...(ranges.length > 0 ? [sumOf(ranges)] : []),
      ...terms,
      ...(constant === 0 ? [] : [String(toEuros(constant))]),
    ].join("+");
    if (ranges.length === 0 || ranges.length > 250) return added === "" ? { value } : literalOr(value, `=${added}`);
    return literalOr(value, `=${whenGiven(ranges, plain.length, added.replaceAll("+-", "-"), word)}`);
  }

  return {
    bilan,
    amount,
    sum,
    value: ({ valeur, raison, cell }) => {
      if (valeur === null) {
        if (!cell || raison !== "non renseigné") return textCell(raison);
        const address = formatCellRef(cell);
        return { value: raison, formula: `=IF(ISNUMBER(${address}),${address},${quote(raison)})` };
      }
      return cell && rawValue(cell) === valeur
        ? { value: valeur, formula: `=${formatCellRef(cell)}` }
        : { value: valeur };
    },
  };
}

function literalOr(value: string | number, formula: string): PlannedCell {
  return formula.length <= MAX_FORMULA ? { value, formula } : { value };
}

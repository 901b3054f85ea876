// Computes the formulas that need it; what cannot be computed keeps its known value, and without one stays uncomputed.
import { UNCOMPUTED, type CellValue } from "../../core/workbook-port";
import { dependents, type Position } from "./dependents";
import { loadEngine } from "./engine-binary";
import { evaluate, knownFunctions } from "./evaluate";
import { FormulaCells, type Book, type FormulaCell } from "./formula-cells";

export interface Calculation extends Book {
  /** Cells whose content changed since the last calculation. */
  readonly changes: readonly Position[];
  /** Also formulas that have a value: the file's writer asks not to trust it. */
  readonly everything: boolean;
  /** Also formulas without a value that no change reaches. */
  readonly missing: boolean;
}

export async function calculateFormulas(calculation: Calculation): Promise<void> {
  const { changes, everything, missing } = calculation;
  if (changes.length === 0 && !everything && !missing) return;
  const cells = new FormulaCells(calculation);
  const changed = changes.length === 0 ? new Set<FormulaCell>() : dependents(changes, cells);
  const wanted = new Set(changed);
  if (everything) for (const formula of cells.all()) wanted.add(formula);
  else if (missing) for (const formula of cells.missing()) wanted.add(formula);
  if (wanted.size === 0) return;

  const engine = await loadEngine();
  const functions = new Set([...wanted].flatMap((formula) => [...cells.resolve(formula).functions]));
  const isKnown = knownFunctions(engine, functions);
  const failed = new Set<FormulaCell>();
  for (const formula of wanted) {
    const { text, functions: used } = cells.resolve(formula);
    if (text === null || ![...used].every(isKnown) || readsHiddenRows(formula, cells)) failed.add(formula);
  }
  // Each round sets aside what the engine could not compute, so that nothing is computed from its error.
  for (;;) {
    const unknown = withoutValue(failed, wanted, cells);
    const texts = new Map<FormulaCell, string>();
    for (const formula of withSubtotals(wanted, cells)) {
      const { text } = cells.resolve(formula);
      if (text !== null && !failed.has(formula) && !unknown.has(formula)) texts.set(formula, text);
    }
    if (texts.size === 0) return store(unknown, [], changed, wanted);
    const results = evaluate(engine, texts, cells);
    const broken = results.filter(({ values }) => values === null).map(({ formula }) => formula);
    if (broken.length === 0) return store(unknown, results, changed, wanted);
    for (const formula of roots(broken, cells)) failed.add(formula);
  }
}

/** Formulas that can have no value: they could not be computed and have none, or depend on such a one. */
function withoutValue(
  failed: ReadonlySet<FormulaCell>,
  wanted: ReadonlySet<FormulaCell>,
  cells: FormulaCells,
): Set<FormulaCell> {
  const lost = [...failed].filter(({ known }) => known === UNCOMPUTED);
  if (lost.length === 0) return new Set();
  const reached = dependents(lost, cells);
  return new Set([...reached].filter((formula) => wanted.has(formula)));
}

/** Of the formulas that failed, those that did not fail because of another. */
function roots(broken: readonly FormulaCell[], cells: FormulaCells): FormulaCell[] {
  const all = new Set(broken);
  const caused = new Set<FormulaCell>();
  for (const formula of broken) {
    if (caused.has(formula)) continue;
    for (const other of dependents([formula], cells)) if (other !== formula && all.has(other)) caused.add(other);
  }
  const found = broken.filter((formula) => !caused.has(formula));
  return found.length > 0 ? found : [...broken];
}

// SUBTOTAL leaves out other SUBTOTALs: those it covers must reach the engine as formulas, not as values.
function withSubtotals(wanted: ReadonlySet<FormulaCell>, cells: FormulaCells): Set<FormulaCell> {
  const all = new Set(wanted);
  const isSubtotal = (formula: FormulaCell): boolean => /\b(?:SUBTOTAL|AGGREGATE)\(/i.test(formula.text);
  for (const formula of wanted) {
    if (!isSubtotal(formula)) continue;
    for (const { sheet, range } of cells.resolve(formula).references) {
      for (const other of cells.of(sheet).values()) {
        const inside =
          other.row >= range.top &&
          other.row <= range.bottom &&
          other.column >= range.left &&
          other.column <= range.right;
        if (inside && isSubtotal(other)) all.add(other);
      }
    }
  }
  return all;
}

// SUBTOTAL also leaves out hidden rows, of which the engine is not told.
function readsHiddenRows(formula: FormulaCell, cells: FormulaCells): boolean {
  const { functions, references } = cells.resolve(formula);
  if (!functions.has("SUBTOTAL") && !functions.has("AGGREGATE")) return false;
  return references.some(({ sheet, range }) => {
    for (const row of sheet.part.grid.rowsWithin(range.top, range.bottom, true))
      if (sheet.isRowHidden(row)) return true;
    return false;
  });
}

function store(
  unknown: ReadonlySet<FormulaCell>,
  results: ReturnType<typeof evaluate>,
  changed: ReadonlySet<FormulaCell>,
  wanted: ReadonlySet<FormulaCell>,
): void {
  const put = (formula: FormulaCell, row: number, column: number, value: CellValue): void => {
    formula.sheet.setComputed(row, column, value, !changed.has(formula));
  };
  for (const formula of unknown) {
    // A stale figure would pass for a result: a cell that depends on an unknown one is unknown.
    put(formula, formula.row, formula.column, UNCOMPUTED);
  }
  for (const { formula, values } of results) {
    if (!wanted.has(formula)) continue;
    for (const { row, column, value } of values ?? []) put(formula, row, column, value);
  }
}

// Computes the formulas that need it; what cannot be computed keeps its known value, and without one stays uncomputed.
import { joinTokens, tokenize, type Token } from "../formula-text/formula-tokens";
import type { CellValue, GridRange } from "../plan";
import { UNCOMPUTED } from "../values/uncomputed";
import { intersects } from "../sheet/ranges";
import type { RunningExcel } from "../workbook-model";
import { openChanges, type Changes, type Position } from "./changed-cells";
import { dependents } from "./dependents";
import { inFrench } from "./depends-on-language";
import { evaluate, knownFunctions, type Computed } from "./evaluate";
import { cellKey, FormulaCells } from "./formula-cells";
import type { Book, FormulaCell } from "./formula-cell";
import { isHeavy } from "./heavy-formula";
import { computesLists } from "./list-values";
import { foreignResults } from "./foreign-results";
import { hasRoom, landArray, NO_ROOM, type ArrayValues } from "./spilled-results";
import { isMisread } from "./misread";

export interface Calculation extends Book {
  /** Cells whose content changed since the last calculation. */
  readonly changes: Changes;
  /** Also formulas that have a value: the file's writer asks not to trust it. */
  readonly everything: boolean;
  /** Also what Excel computes when it opens a file: formulas without a value, and those whose references no text tells. */
  readonly missing: boolean;
  /** Given by who knows all that Excel has: what it has not is #NAME?, as in Excel, instead of not computed. */
  readonly excel?: RunningExcel | undefined;
}

/** For the engine, over all the formulas of a workbook: an agent waits for it, a simulation of Excel has the time. */
const MOST_MILLISECONDS = 12_000;
const MOST_SIMULATED = 60_000;

/** What an array fills may change what another one finds in its way, and so on: Excel gives up such a chase, too. */
const MOST_ROUNDS = 20;

export async function calculateFormulas(calculation: Calculation): Promise<void> {
  // The verification of a file keeps the hour at which Excel computed it; a simulated Excel computes anew, once each time.
  let changes = await calculateOnce(calculation, calculation.excel !== undefined);
  for (let round = 1; changes.length > 0 && round < MOST_ROUNDS; round++)
    changes = await calculateOnce(
      { ...calculation, changes: openChanges(changes), everything: false, missing: false },
      false,
    );
}

/** Answers the cells that arrays fill now and did not, or no more. */
async function calculateOnce(calculation: Calculation, isVolatile: boolean): Promise<readonly Position[]> {
  const { changes, everything, missing, excel } = calculation;
  const isAsked = isVolatile && excel?.isAsked === true;
  if (changes.size === 0 && !everything && !missing && !isAsked) return [];
  const cells = new FormulaCells(calculation);
  const changed = changes.size === 0 && !isAsked ? new Set<FormulaCell>() : dependents(changes, cells, isVolatile);
  const wanted = new Set(changed);
  if (everything) for (const formula of cells.all()) wanted.add(formula);
  else if (missing) {
    for (const formula of cells.missing()) wanted.add(formula);
    // Their kept value may be stale, and the first change would show another one than what was read.
    for (const formula of dependents(new Map(), cells, isVolatile)) wanted.add(formula);
  }
  if (wanted.size === 0) return [];

  const deadline = Date.now() + (excel ? MOST_SIMULATED : MOST_MILLISECONDS);
  const left = (): number => Math.max(1, deadline - Date.now());
  const functions = new Set([...wanted].flatMap((formula) => [...cells.resolve(formula).functions]));
  const isKnown = await knownFunctions(functions, left());
  const failed = new Set<FormulaCell>();
  /** Those of them whose known value is none: of another language, or from before a change that only a simulated Excel has to follow. */
  const stale = new Set<FormulaCell>();
  const fail = (formula: FormulaCell): void => {
    failed.add(formula);
    // One that reads no cell, a link with its label, has the value that it was given.
    const mayDiffer = formula.known !== "#NAME?" && cells.resolve(formula).references.length > 0;
    if (excel && changed.has(formula) && mayDiffer) stale.add(formula);
  };
  for (const formula of wanted) {
    const { text, functions: used } = cells.resolve(formula);
    const isComputed = (name: string) => isKnown(name) || excel?.isFunction(name) === false;
    if (text === null || ![...used].every(isComputed) || isMisread(text) || readsHiddenRows(formula, cells))
      fail(formula);
  }
  const blocked = new Set<FormulaCell>();
  const landed: Position[] = [];
  // Each round sets aside what the engine could not compute, so that nothing is computed from its error.
  for (;;) {
    const unknown = withoutValue(failed, stale, wanted, cells);
    const texts = new Map<FormulaCell, string>();
    for (const formula of withSubtotals(wanted, cells)) {
      const { text } = cells.resolve(formula);
      if (text === null || failed.has(formula) || unknown.has(formula) || blocked.has(formula)) continue;
      texts.set(formula, excel ? asThatExcel(text, excel) : text);
    }
    if (texts.size === 0) return [...landed, ...store(unknown, [], changed, wanted)];
    const tried = [...texts.keys()];
    const heavy = tried.filter((formula) => isHeavy(formula, cells.resolve(formula)));
    const most = heavy.length > 0 ? left() / 2 : left();
    const results = await evaluate(texts, cells, excel !== undefined, most);
    if (results === null) {
      // Whatever brought the engine down is not asked again: first what looks heavy, then all that is left.
      for (const formula of heavy.length > 0 ? heavy : tried) fail(formula);
      continue;
    }
    const broken = results.filter(({ values }) => values === null).map(({ formula }) => formula);
    const others =
      excel?.isFrench === true ? foreignResults(results, texts, cells).filter((formula) => wanted.has(formula)) : [];
    if (others.length > 0) {
      for (const formula of others) {
        stale.add(formula);
        failed.add(formula);
      }
      continue;
    }
    if (broken.length === 0) {
      const stopped = results.filter(({ formula, array }) => array && wanted.has(formula) && !hasRoom(formula, array));
      if (stopped.length === 0) return [...landed, ...store(unknown, results, changed, wanted)];
      // The engine is not told of what is in their way: those that read them are computed from the error.
      for (const { formula } of stopped) {
        blocked.add(formula);
        landed.push(...landArray(formula, { rows: 1, columns: 1, values: [[NO_ROOM]] }));
      }
      continue;
    }
    const failures = roots(broken, cells);
    // A circle has the value that it was given.
    for (const formula of failures) {
      if (failures.some((other) => reads(formula, other, cells))) failed.add(formula);
      else fail(formula);
    }
  }
}

/** What the engine has and this Excel has not is made unknown to the engine, too; texts are made in its language. */
function asThatExcel(text: string, { isFunction, isFrench }: RunningExcel): string {
  const tokens = tokenize(text);
  const isForeign = ({ kind, text: name }: Token) => kind === "function" && !isFunction(name.toUpperCase());
  const isJoined = isFrench && text.includes("&");
  if (!isJoined && !tokens.some(isForeign)) return text;
  const known = tokens.map((token) => (isForeign(token) ? { ...token, text: `UNKNOWN.${token.text}` } : token));
  return joinTokens(isJoined ? inFrench(known) : known);
}

/** Formulas that can have no value: they could not be computed and have none, or a stale one, or depend on such a one. */
function withoutValue(
  failed: ReadonlySet<FormulaCell>,
  stale: ReadonlySet<FormulaCell>,
  wanted: ReadonlySet<FormulaCell>,
  cells: FormulaCells,
): Set<FormulaCell> {
  const lost = [...failed].filter((formula) => formula.known === UNCOMPUTED || stale.has(formula));
  if (lost.length === 0) return new Set();
  const reached = dependents(openChanges(lost), cells);
  return new Set([...reached].filter((formula) => wanted.has(formula)));
}

/**
 * Where a failure begins: the failed formulas that read no other failed formula. In a circle, the formulas of the
 * circle.
 */
function roots(broken: readonly FormulaCell[], cells: FormulaCells): FormulaCell[] {
  const found = broken.filter((formula) => !broken.some((other) => other !== formula && reads(formula, other, cells)));
  if (found.length > 0) return found;
  // Each of them reads another one: what none of the others reads only follows from a circle.
  let circle = [...broken];
  for (let size = 0; size !== circle.length;) {
    size = circle.length;
    const left = circle;
    circle = left.filter((formula) => left.some((other) => other !== formula && reads(other, formula, cells)));
  }
  return circle;
}

function reads(formula: FormulaCell, other: FormulaCell, cells: FormulaCells): boolean {
  return cells
    .resolve(formula)
    .references.some(({ sheet, range }) => other.sheet === sheet && intersects(range, other.area ?? cellRange(other)));
}

function cellRange({ row, column }: FormulaCell): GridRange {
  return { top: row, left: column, bottom: row, right: column };
}

// SUBTOTAL leaves out other SUBTOTALs: those it covers must reach the engine as formulas, not as values.
function withSubtotals(wanted: ReadonlySet<FormulaCell>, cells: FormulaCells): Set<FormulaCell> {
  const all = new Set(wanted);
  const isSubtotal = (formula: FormulaCell): boolean => /\b(?:SUBTOTAL|AGGREGATE)\(/i.test(formula.text);
  for (const formula of wanted) {
    if (formula.text.includes("#")) for (const array of arraysIn(formula, cells)) all.add(array);
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

/** The arrays that it names by their first cell ("A1#"): to the engine, too, they must be formulas. */
function arraysIn(formula: FormulaCell, cells: FormulaCells): FormulaCell[] {
  return cells.resolve(formula).references.flatMap(({ sheet, range }) => {
    const named = cells.of(sheet).get(cellKey(range.top, range.left));
    return named?.isDynamic === true ? named : [];
  });
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

/** It has one value, and could not have it as an ordinary formula. */
const isListOfOne = ({ isDynamic, text }: FormulaCell): boolean => isDynamic && computesLists(text);
const oneValue = (value: CellValue): ArrayValues => ({ rows: 1, columns: 1, values: [[value]] });

function store(
  unknown: ReadonlySet<FormulaCell>,
  results: readonly Computed[],
  changed: ReadonlySet<FormulaCell>,
  wanted: ReadonlySet<FormulaCell>,
): Position[] {
  const landed: Position[] = [];
  const put = (formula: FormulaCell, row: number, column: number, value: CellValue): void => {
    formula.sheet.setComputed(row, column, value, !changed.has(formula));
  };
  for (const formula of unknown) {
    // A stale figure would pass for a result: a cell that depends on an unknown one is unknown.
    put(formula, formula.row, formula.column, UNCOMPUTED);
  }
  for (const { formula, values, array } of results) {
    if (!wanted.has(formula)) continue;
    const list = array ?? (isListOfOne(formula) && values?.[0] ? oneValue(values[0].value) : null);
    if (list) landed.push(...landArray(formula, list));
    else {
      formula.sheet.dynamicArrays.settle(formula.row, formula.column);
      for (const { row, column, value } of values ?? []) put(formula, row, column, value);
    }
  }
  return landed;
}

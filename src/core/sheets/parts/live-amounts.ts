// Amounts of the agent's as cells that follow his: emptied, they say what is not given, and never a false sum.
import { sayReason, type Known } from "../../domain/known";
import { RIEN_DE_SAISI } from "../../domain/values/known-montant";
import { addUnder } from "../../domain/group-by";
import { cellKey, formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { tablesOf, type FactTable } from "../../facts/fact-tables";
import { toEuros, type Montant } from "../../domain/values/montant";
import { MAX_FORMULA, sumOf, toRanges } from "xlsx-model/formula-text/sum-formula";
import { sheetsOf } from "../../facts/lines/table-places";
import type { PlannedCell, RawWorkbook } from "../../workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { indexRawValues } from "./raw-values";
import { textCell } from "./sheet-builder";

const MULTIPLIERS = { "€": 1, "k€": 1_000, "M€": 1_000_000 } as const;
/** Each text of the agent's costs a condition in the formula. */
const MAX_TEXTS = 12;
const MAX_RANGES = 250;
/** In euros: below it a difference is binary noise. */
const EXACT = 1e-6;
/** Excel takes 255 characters of text in a formula. */
const MAX_WORDS = 200;

export interface LiveAmounts {
  /** The amount as a cell that follows the agent's: emptied, it says that it is not given, and never 0. */
  amount(amount: Known<Montant>): PlannedCell;
  /** The sum of amounts of the agent's, which follows them; "non calculable" as soon as one is not known. */
  sum(amounts: readonly Known<Montant>[], total: Known<Montant>): PlannedCell;
  /** A figure, or what the agent wrote of an indicator that is told in words. */
  value(value: Known<number | string>): PlannedCell;
}

/** In euros, or the words that stand for it. */
export function shownAmount({ value, reason, isBlank }: Known<Montant>): string | number {
  if (isBlank) return RIEN_DE_SAISI;
  return value === null ? sayReason(reason) : toEuros(value);
}

const columnKey = (ref: CellRef): string => cellKey({ ...ref, row: 0 });

/** By what the figures of a cell's column are multiplied. */
function indexUnits(tables: readonly FactTable[]): (ref: CellRef) => number {
  const facts = tables.flatMap((table) => table.facts);
  const byColumn = new Map(facts.map(({ cell, unit }) => [columnKey(cell.ref), MULTIPLIERS[unit]]));
  return (ref) => byColumn.get(columnKey(ref)) ?? 1;
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** `then` once all the cells hold figures, or show that nothing was typed where nothing is due, else the word. */
export function whenSaid(ranges: readonly string[], count: number, then: string, word: string): string {
  const empty = ranges.map((range) => `COUNTIF(${range},${quote(RIEN_DE_SAISI)})`);
  return `IF(COUNT(${ranges.join(",")})+${empty.join("+")}<${count},${quote(word)},${then})`;
}

/** `then` once all the cells hold figures, else the word. */
export function whenGiven(ranges: readonly string[], count: number, then: string, word: string): string {
  return `IF(COUNT(${ranges.join(",")})<${count},${quote(word)},${then})`;
}

/** An amount as a term of a formula, and what must hold of its cell for the term to stand. */
interface Term {
  /** English, without "="; written for those that no range of cells takes in. */
  readonly write: () => string;
  /** The cell alone, whose neighbours may be added with it as one range. */
  readonly isPlain: boolean;
  readonly needs:
    | { readonly kind: "figure"; readonly ref: CellRef }
    /** Excel reads no figure there: the words that were read must still stand. */
    | { readonly kind: "text"; readonly ref: CellRef; readonly words: string }
    /** Nothing is due there: empty is 0. */
    | { readonly kind: "nothing" };
}

type Tables = Pick<Dossier, "budget" | "execution" | "indicators">;

export function createLiveAmounts({ budget, execution, indicators }: Tables, raw: RawWorkbook): LiveAmounts {
  const tables = [budget, execution, indicators].flatMap((table) => table ?? []);
  const rawValue = indexRawValues(raw, [...new Set(tables.flatMap((table) => sheetsOf(table)))]);
  const unitOf = indexUnits(tablesOf({ budget, execution }).amounts);

  const scaled = (ref: CellRef): string => {
    const unit = unitOf(ref);
    return unit === 1 ? formatCellRef(ref) : `${formatCellRef(ref)}*${unit}`;
  };

  const distanceOf = (value: number, ref: CellRef, montant: Montant): number =>
    Math.abs(value * unitOf(ref) - toEuros(montant));

  /** The cell shows the amount, and may be added with its neighbours: nearly all of them. */
  function isPlainTerm(ref: CellRef, montant: Montant, unit: number): boolean {
    const value = rawValue(ref);
    return typeof value === "number" && Math.abs(value * unit - toEuros(montant)) < EXACT;
  }

  function termOf(ref: CellRef, montant: Montant): Term | null {
    const value: CellValue = rawValue(ref);
    if (value === null && montant === 0) {
      return { write: () => `N(${formatCellRef(ref)})`, isPlain: false, needs: { kind: "nothing" } };
    }
    if (typeof value === "string" && value.length > MAX_WORDS) return null;
    if (typeof value === "string") {
      return { write: () => `${toEuros(montant)}`, isPlain: false, needs: { kind: "text", ref, words: value } };
    }
    if (typeof value !== "number") return null;
    const distance = distanceOf(value, ref, montant);
    if (distance > 0.005 + EXACT) return null;
    const isPlain = distance < EXACT;
    const write = () => (isPlain ? scaled(ref) : `ROUND(${scaled(ref)},2)`);
    return { write, isPlain, needs: { kind: "figure", ref } };
  }

  const literalOr = (value: string | number, formula: string): PlannedCell =>
    formula.length <= MAX_FORMULA ? { value, formula } : { value };

  function amount({ value: montant, reason, cells }: Known<Montant>): PlannedCell {
    const [ref, ...others] = cells;
    const isOne = ref !== undefined && others.length === 0;
    if (montant === null) {
      const word = sayReason(reason);
      if (!isOne || reason !== "missing") return textCell(word);
      return { value: word, formula: `=IF(ISNUMBER(${formatCellRef(ref)}),ROUND(${scaled(ref)},2),${quote(word)})` };
    }
    const value = toEuros(montant);
    const term = isOne ? termOf(ref, montant) : null;
    if (!term) return { value };
    const { write, needs } = term;
    const text = write();
    if (needs.kind === "nothing") return { value, formula: `=${text}` };
    const address = formatCellRef(needs.ref);
    const given = `IF(ISNUMBER(${address}),${needs.kind === "figure" ? text : scaled(needs.ref)},${quote(sayReason("missing"))})`;
    const formula = needs.kind === "figure" ? given : `IF(EXACT(${address},${quote(needs.words)}),${text},${given})`;
    return literalOr(value, `=${formula}`);
  }

  /** An empty cell, which shows what is typed at the amount's own cells once something is. */
  function empty({ cells }: Known<Montant>): PlannedCell {
    const [unit = 1, ...others] = new Set(cells.map(unitOf));
    const ranges = toRanges(cells);
    if (cells.length === 0 || others.length > 0 || ranges.length > MAX_RANGES) return { value: RIEN_DE_SAISI };
    const added = `ROUND(${sumOf(ranges)}${unit === 1 ? "" : `*${unit}`},2)`;
    return literalOr(RIEN_DE_SAISI, `=IF(COUNT(${ranges.join(",")})=0,${quote(RIEN_DE_SAISI)},${added})`);
  }

  function sum(amounts: readonly Known<Montant>[], total: Known<Montant>): PlannedCell {
    if (total.isBlank) return empty(total);
    const word = sayReason(total.reason);
    const value = shownAmount(total);
    const plain = new Map<number, CellRef[]>();
    const addPlain = (ref: CellRef, unit = unitOf(ref)): void => addUnder(plain, unit, ref);
    const counted: CellRef[] = [];
    const texts: string[] = [];
    const terms: string[] = [];
    /** False for one that no formula can follow. */
    const add = ({ value: montant, reason, cells }: Known<Montant>): boolean => {
      // Where amounts are themselves sums, nothing tells which cell gives what.
      const ref = cells.length === 1 ? cells[0] : undefined;
      if (montant === null) {
        if (!ref || reason !== "missing") return false;
        counted.push(ref);
        addPlain(ref);
        return true;
      }
      const unit = ref ? unitOf(ref) : 1;
      if (ref && isPlainTerm(ref, montant, unit)) {
        counted.push(ref);
        addPlain(ref, unit);
        return true;
      }
      const term = ref ? termOf(ref, montant) : null;
      if (!term) {
        if (montant !== 0 && cells.length === 0) terms.push(`${toEuros(montant)}`);
        return cells.length === 0;
      }
      const { needs, isPlain, write } = term;
      if (needs.kind === "text") texts.push(`NOT(EXACT(${formatCellRef(needs.ref)},${quote(needs.words)}))`);
      if (needs.kind === "figure") counted.push(needs.ref);
      if (needs.kind === "figure" && isPlain) addPlain(needs.ref);
      else terms.push(write());
      return true;
    };
    if (!amounts.every(add)) return { value };
    const guards = toRanges(counted);
    // Nearly always the same cells.
    const rangesOf = (refs: readonly CellRef[]) => (refs.length === counted.length ? guards : toRanges(refs));
    const sums = [...plain].map(([unit, refs]) => `${sumOf(rangesOf(refs))}${unit === 1 ? "" : `*${unit}`}`);
    if (texts.length > MAX_TEXTS || guards.length > MAX_RANGES) return { value };
    const added = [...sums, ...terms].join("+");
    if (added === "") return { value };
    const isLacking = [...(guards.length > 0 ? [`COUNT(${guards.join(",")})<${counted.length}`] : []), ...texts];
    const isWhole = terms.length === 0 && [...plain.keys()].every((unit) => unit === 1);
    const rounded = !isWhole ? `ROUND(${added},2)` : added;
    if (isLacking.length === 0) return literalOr(value, `=${rounded}`);
    const test = isLacking.length === 1 ? (isLacking[0] ?? "") : `OR(${isLacking.join(",")})`;
    return literalOr(value, `=IF(${test},${quote(word)},${rounded})`);
  }

  return {
    amount,
    sum,
    value: ({ value: valeur, reason, cells: [cell = null] }) => {
      if (typeof valeur === "string") return textCell(valeur);
      const raw = cell && rawValue(cell);
      const isPart = typeof raw === "number" && raw !== valeur && Math.abs(raw * 100 - (valeur ?? NaN)) < 1e-8;
      const address = cell && `${formatCellRef(cell)}${isPart ? "*100" : ""}`;
      const follow = (word: string) => `=IF(ISNUMBER(${cell && formatCellRef(cell)}),${address},${quote(word)})`;
      if (valeur === null) {
        const word = sayReason(reason);
        return cell && reason === "missing" ? { value: word, formula: follow(word) } : textCell(word);
      }
      const isFollowed = cell && (raw === valeur || isPart);
      return isFollowed ? { value: valeur, formula: follow(sayReason("missing")) } : { value: valeur };
    },
  };
}

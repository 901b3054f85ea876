// What speaks for one of several tables that show the same years: formulas, amounts of the contract, words for what is old.
import { isSameSheet, parseCellRef, type RangeRef } from "xlsx-model/cell-ref";
import { contractAmount } from "../../../contract/in-force/contract-amounts";
import type { Action, Convention } from "../../../contract/convention";
import { formatNombre } from "../../../domain/words/format";
import { foldText } from "../../../domain/words/label";
import { cite } from "../../../domain/words/typographie";
import { COLONNES } from "../../../facts/lines/budget-lines";
import { centimesOf, figuresOf } from "../../account/figure-cells";
import type { Tableau } from "../../gather-tables";
import { rowsBetween, type SheetGrid } from "../../sheet-grid";
import type { TableSays } from "./says";
import type { Told } from "./weigh";

export interface TableAsked {
  readonly rivals: readonly Tableau[];
  readonly convention: Convention;
  gridOf(sheet: string): SheetGrid | undefined;
}

const OLD = /\b(?:ancien(?:ne)?s?|avant|archives?|brouillon|copie|old|sauvegarde|obsolete|perime|v\d+)\b|\(\d+\)$/;

const holds = (range: RangeRef, { sheet, row, column }: { sheet: string; row: number; column: number }): boolean =>
  isSameSheet(range.sheet, sheet) &&
  row >= range.top &&
  row <= range.bottom &&
  column >= range.left &&
  column <= range.right;

function formulasOf({ range }: Tableau, grid: SheetGrid | undefined): readonly string[] {
  if (!grid) return [];
  return rowsBetween(grid, range.top, range.bottom).flatMap((row) =>
    row.filled(range.left, range.right).flatMap((column) => {
      const formula = typeof row.value(column) === "number" ? row.formula(column) : null;
      return formula === null ? [] : [formula.replace(/^=/, "").replaceAll("$", "")];
    }),
  );
}

/** How many of its cells only repeat one of the other table. */
export function copies({ rivals, gridOf }: TableAsked): readonly Told<TableSays>[] {
  return rivals.flatMap((copy) => {
    const formulas = formulasOf(copy, gridOf(copy.range.sheet));
    return rivals.flatMap((original) => {
      if (original === copy) return [];
      const repeated = formulas.filter((formula) => {
        const cell = parseCellRef(formula.includes("!") ? formula : `${copy.range.sheet}!${formula}`);
        return cell !== null && holds(original.range, cell);
      });
      if (repeated.length < 2 || repeated.length * 2 < formulas.length) return [];
      const [one, other] = [cite(copy.range.sheet), cite(original.range.sheet)];
      return [{ says: { table: original }, clause: `les formules de ${one} recopient ${other}` }];
    });
  });
}

const amountsOf = (action: Action, { annees }: Convention): ReadonlySet<number> =>
  new Set(annees.flatMap(({ annee }) => COLONNES.map((colonne): number => contractAmount(action, annee, colonne))));

function ofContract({ range, lignesAction, ...table }: Tableau, { gridOf, convention }: TableAsked): number {
  const grid = gridOf(range.sheet);
  const unit = "unit" in table ? table.unit : "€";
  return lignesAction.reduce((sum, { action, label }) => {
    const row = grid?.row(label.ref.row);
    if (!action || !row) return sum;
    const due = amountsOf(action, convention);
    const own = figuresOf(row, (column) => column >= range.left && column <= range.right);
    return sum + own.filter((figure) => figure.kind === "amount" && due.has(centimesOf(figure, unit))).length;
  }, 0);
}

/** The one with more of them. */
export function contractAmounts(asked: TableAsked): readonly Told<TableSays>[] {
  const counted = asked.rivals
    .map((table) => ({ table, same: ofContract(table, asked) }))
    .sort((one, other) => other.same - one.same);
  const [best, next] = counted;
  if (!best || !next || best.same === next.same) return [];
  const clause = `${formatNombre(best.same)} montants de ${cite(best.table.range.sheet)} sont ceux du contrat, ${formatNombre(next.same)} de ${cite(next.table.range.sheet)}`;
  return [{ says: { table: best.table }, clause }];
}

/** Where all but one bear such a name. */
export function words({ rivals }: TableAsked): readonly Told<TableSays>[] {
  const old = rivals.filter(({ range }) => OLD.test(foldText(range.sheet)));
  const [current, another] = rivals.filter((table) => !old.includes(table));
  const [first] = old;
  if (!current || another || !first) return [];
  return [{ says: { table: current }, clause: `${cite(first.range.sheet)} est le nom de ce qui ne sert plus` }];
}

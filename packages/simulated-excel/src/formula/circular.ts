// Circular references: Excel, which does not iterate unless it is told to, shows 0 in each cell of the circle.
import type { GridRange } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { SheetModel } from "xlsx-model/workbook-model";
import { parseLocalRange, splitAddress } from "xlsx-model/cell-ref";
import type { ExcelState, FormulaPlace } from "../excel-state";
import { referencesOf } from "./parse-formula";

/** Looks at the formulas written since the last time. Answers whether something is to be calculated again. */
export function closeCircles(state: ExcelState): boolean {
  const written = state.writtenFormulas;
  state.writtenFormulas = [];
  let isClosed = false;
  for (const start of written) {
    if (!isOpen(start)) continue;
    for (const place of circleThrough(state, start)) {
      if (!isOpen(place)) continue;
      const { sheet, row, column } = place;
      sheet.setContent(row, column, { value: 0, formula: sheet.content(row, column).formula });
      isClosed = true;
    }
  }
  return isClosed;
}

function isOpen({ sheet, row, column }: FormulaPlace): boolean {
  const { value, formula } = sheet.content(row, column);
  return value === UNCOMPUTED && formula !== null;
}

/** The cells that it names, directly or by others, and that name it too; earlier ones may have waited for it. */
function circleThrough(state: ExcelState, start: FormulaPlace): readonly FormulaPlace[] {
  const users = new Map<string, FormulaPlace[]>();
  const named = [start];
  for (let place = named.pop(); place; place = named.pop()) {
    for (const next of precedents(state, place)) {
      const known = users.get(keyOf(next));
      if (known) known.push(place);
      else {
        users.set(keyOf(next), [place]);
        named.push(next);
      }
    }
  }
  const circle = new Map<string, FormulaPlace>();
  const naming = [...(users.get(keyOf(start)) ?? [])];
  for (let place = naming.pop(); place; place = naming.pop()) {
    if (circle.has(keyOf(place))) continue;
    circle.set(keyOf(place), place);
    naming.push(...(users.get(keyOf(place)) ?? []));
  }
  return [...circle.values()];
}

const keyOf = ({ sheet, row, column }: FormulaPlace): string => `${sheet.id} ${row} ${column}`;

/** The formulas that a formula names, itself included. */
function* precedents(state: ExcelState, { sheet, row, column }: FormulaPlace): Generator<FormulaPlace> {
  const { formula } = sheet.content(row, column);
  for (const reference of formula === null ? [] : referencesOf(formula)) {
    const { sheet: name, local } = splitAddress(reference);
    const owner = name === null ? sheet : state.sheet(name);
    const range = parseLocalRange(local);
    if (owner && range) yield* formulasWithin(owner, range);
  }
}

function* formulasWithin(sheet: SheetModel, range: GridRange): Generator<FormulaPlace> {
  const used = sheet.usedRangeWithin(range, true);
  if (!used) return;
  for (let row = used.top; row <= used.bottom; row += 1)
    for (let column = used.left; column <= used.right; column += 1)
      if (sheet.content(row, column).formula !== null) yield { sheet, row, column };
}

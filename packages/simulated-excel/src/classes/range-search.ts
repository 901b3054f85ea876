// Cells of a range by what they hold: found texts, replaced ones, and the cells of a kind.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { cellCount } from "../address";
import type { ExcelState } from "../excel-state";
import { shownText } from "../number-format";
import type { ClassTable } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { rangesObject } from "./objects";
import { rangeObject, type RangeObject, type SheetObject } from "./range-object";
import { enterCell } from "./range-cells";
import { valueAt } from "../cell-value";
import { isOfKind, type CellKind } from "./special-cells";

type Calls<T extends SheetObject> = NonNullable<ClassTable<T>["call"]>;

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: "Forward" | "Backwards";
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const required = <T>(found: T | null): T => {
  if (found === null) throw hostErrors.itemNotFound();
  return found;
};

export function rangeSearch(state: ExcelState): Calls<RangeObject> {
  const find = ({ sheet, range }: RangeObject, text: unknown, criteria: unknown) => {
    if (cellCount(range) === 1) throw new NotSimulated("a search that goes on over the sheet from one cell");
    const asked = (criteria ?? {}) as Criteria;
    const places = matches(state, sheet, range, String(text), asked);
    // The page does not say whether the cell that a search begins at comes first or last.
    if (places.length > 1 && places.some(({ row, column }) => row === range.top && column === range.left))
      throw new NotSimulated("a search that finds the first cell and others");
    const place = asked.searchDirection === "Backwards" ? places.at(-1) : places[0];
    return place ? rangeObject(sheet, cellAt(place)) : null;
  };
  const special = ({ sheet, range }: RangeObject, kind: unknown, values: unknown) => {
    if (cellCount(range) === 1) throw new NotSimulated("the cells of a kind in the sheet, from one cell");
    const within = sheet.usedRangeWithin(range, false);
    const isAsked = isOfKind(sheet, kind as CellKind, String(values ?? "All"));
    return areas(sheet, within ? cells(within).filter(isAsked) : []);
  };
  return {
    Find: (object, text, criteria) => required(find(object, text, criteria)),
    FindOrNullObject: find,
    GetSpecialCells: (object, kind, values) => required(special(object, kind, values)),
    GetSpecialCellsOrNullObject: special,
    ReplaceAll: ({ sheet, range }, text, by, criteria) => replaceAll(state, sheet, range, text, by, criteria),
  };
}

/** The searches that a sheet itself answers. */
export function sheetSearch(state: ExcelState): Calls<SheetObject> {
  const findAll = ({ sheet }: SheetObject, text: unknown, criteria: unknown) => {
    const used = sheet.usedRange(true);
    return areas(sheet, used ? matches(state, sheet, used, String(text), (criteria ?? {}) as Criteria) : []);
  };
  return {
    FindAll: (object, text, criteria) => required(findAll(object, text, criteria)),
    FindAllOrNullObject: findAll,
    ReplaceAll({ sheet }, text, by, criteria) {
      const used = sheet.usedRange(true);
      return used ? replaceAll(state, sheet, used, text, by, criteria) : 0;
    },
  };
}

/** Row by row. Where only the formula, the value or what is shown holds the text, the page does not say which one counts. */
function matches(state: ExcelState, sheet: SheetModel, range: GridRange, text: string, criteria: Criteria): Place[] {
  if (text === "") throw hostErrors.invalidArgument();
  const used = sheet.usedRangeWithin(range, true);
  return (used ? cells(used) : []).filter(({ row, column }) => {
    const { formula } = sheet.content(row, column);
    const value = valueAt(sheet, row, column);
    const shown = shownText(value, sheet.style(row, column).numberFormat ?? "General", state.profile);
    const found = [formula ?? String(value ?? ""), String(value ?? ""), shown].map((each) =>
      holds(each, text, criteria),
    );
    if (new Set(found).size > 1) throw new NotSimulated("a search where formula, value and shown text differ");
    return found[0] === true;
  });
}

function holds(cell: string, text: string, { completeMatch = false, matchCase = false }: Criteria): boolean {
  const [within, wanted] = matchCase ? [cell, text] : [cell.toLowerCase(), text.toLowerCase()];
  return completeMatch ? within === wanted : within.includes(wanted);
}

function replaceAll(
  state: ExcelState,
  sheet: SheetModel,
  range: GridRange,
  text: unknown,
  by: unknown,
  criteria: unknown,
): number {
  const asked = (criteria ?? {}) as Criteria;
  const pattern = new RegExp(escaped(String(text)), asked.matchCase === true ? "g" : "gi");
  let count = 0;
  for (const { row, column } of matches(state, sheet, range, String(text), asked)) {
    const { value, formula } = sheet.content(row, column);
    const now = (formula ?? String(value)).replace(pattern, () => ((count += 1), String(by)));
    enterCell(state, state.writable(sheet), row, column, now);
    state.cellsChanged(sheet, cellAt({ row, column }), "add-in", { before: value });
  }
  return count;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const cellAt = ({ row, column }: Place): GridRange => ({ top: row, bottom: row, left: column, right: column });

function cells({ top, left, bottom, right }: GridRange): Place[] {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => ({ row: top + down, column: left + across })),
  ).flat();
}

/** Neighbours of a row together, then equal rows below each other. */
function areas(sheet: SheetModel, places: readonly Place[]) {
  const open: GridRange[] = [];
  for (const { row, column } of places) {
    const last = open.at(-1);
    if (last?.top === row && last.right === column - 1) open[open.length - 1] = { ...last, right: column };
    else open.push(cellAt({ row, column }));
  }
  const joined: GridRange[] = [];
  for (const run of open) {
    const at = joined.findIndex(
      ({ left, right, bottom }) => left === run.left && right === run.right && bottom === run.top - 1,
    );
    const above = joined[at];
    if (above) joined[at] = { ...above, bottom: run.bottom };
    else joined.push(run);
  }
  return joined.length > 0 ? rangesObject("RangeAreas", sheet, joined) : null;
}

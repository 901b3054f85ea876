// Columns and rows of Excel tables: found by name, by number and by position, added, deleted, written.
import type { GridRange } from "xlsx-model/plan";
import { shiftChange } from "../cell-change";
import type { ExcelState } from "../excel-state";
import { hostClass, textArgument, wholeArgument, type ClassTables } from "../object-table";
import { rowCount } from "../address";
import { hostErrors, NotSimulated } from "../wire";
import { matrixOf } from "./matrix";
import type { TableObject } from "./objects";
import { rangeObject, type RangeObject } from "./range-object";
import { freeHeading } from "./table-rows";

export interface ColumnObject extends TableObject {
  /** Its number in the table, which stays when columns come and go. */
  readonly column: number;
}

interface RowObject extends TableObject {
  readonly row: number;
}

/** Reads and writes the values of a range, as the range itself does. */
export interface RangeValues {
  read(range: RangeObject): unknown;
  write(range: RangeObject, values: unknown): void;
}

export function tableColumnClasses(state: ExcelState, values: RangeValues): ClassTables {
  const columns = (object: TableObject): ColumnObject[] =>
    object.table.columns.map(({ id }) => ({
      className: "TableColumn",
      sheet: object.sheet,
      table: object.table,
      column: id,
    }));
  const position = ({ table, column }: ColumnObject): number => {
    const at = table.columns.findIndex(({ id }) => id === column);
    if (at < 0) throw hostErrors.itemNotFound();
    return at;
  };
  const inColumn = (object: ColumnObject, rows: GridRange) => {
    const left = object.table.range.left + position(object);
    return rangeObject(object.sheet, { ...rows, left, right: left });
  };
  const area = (rows: (object: ColumnObject) => GridRange | null) => (object: ColumnObject) => {
    const found = rows(object);
    if (!found) throw hostErrors.itemNotFound();
    return inColumn(object, found);
  };
  const rows = ({ sheet, table }: TableObject): RowObject[] => {
    if (table.isAwaitingRow) return [];
    const { top, bottom } = table.body;
    return Array.from({ length: bottom - top + 1 }, (_, row) => ({ className: "TableRow", sheet, table, row }));
  };
  const rowRange = ({ sheet, table, row }: RowObject) => {
    const { body } = table;
    if (row > body.bottom - body.top) throw hostErrors.itemNotFound();
    return rangeObject(sheet, { ...body, top: body.top + row, bottom: body.top + row });
  };

  return {
    TableColumnCollection: hostClass<TableObject>({
      get: { Count: ({ table }) => table.columns.length },
      items: columns,
      index: (object, key) =>
        columns(object).find(({ column, table }) =>
          typeof key === "number"
            ? column === key
            : table.columns.find(({ id }) => id === column)?.name.toLowerCase() === String(key).toLowerCase(),
        ) ?? null,
      call: {
        Add(object, index, given, name) {
          const { sheet, table } = object;
          state.writable(sheet);
          const names = table.columns.map((column) => column.name);
          const at = placeOf(index, names.length);
          const { range } = table;
          const list = Array.isArray(given) ? matrixOf(given, rowCount(range), 1) : null;
          const left = range.left + at;
          const isLast = at === names.length;
          const beside = { ...range, left, right: left };
          const isShifted = !isLast || sheet.usedRangeWithin(beside, false) !== null;
          if (isShifted) state.shiftCells(sheet, { range: beside, towards: "right" });
          const heading = freeHeading(
            state,
            name === undefined || name === null ? String(list?.[0]?.[0] ?? "") : textArgument(name),
            names,
            at + 1,
          );
          table.range = { ...range, right: range.right + 1 };
          table.setColumns([...names.slice(0, at), heading, ...names.slice(at)]);
          const cells = rangeObject(sheet, beside);
          if (given !== undefined && given !== null) state.quietly(() => values.write(cells, given));
          if (table.headerRows > 0) sheet.setContent(range.top, left, { value: heading, formula: null });
          const shifted = isShifted ? shiftChange(beside, true, false) : {};
          state.cellsChanged(sheet, beside, "add-in", { ...shifted, tableChange: "ColumnInserted" });
          return columns(object)[at] ?? null;
        },
      },
    }),
    TableColumn: hostClass<ColumnObject>({
      key: ({ column }) => ({ Id: column }),
      get: {
        Id: ({ column }) => column,
        Index: position,
        Name: (object) => object.table.columns[position(object)]?.name ?? "",
        Values: (object) => values.read(inColumn(object, object.table.range)),
      },
      set: {
        Name(object, value) {
          const { sheet, table } = object;
          const at = position(object);
          const others = table.columns.filter((_, index) => index !== at).map(({ name }) => name);
          const name = freeHeading(state, textArgument(value), others, at + 1);
          const before = table.columns[at]?.name ?? "";
          state.writable(sheet);
          table.renameColumn(at, name);
          state.model.renameTableColumn(table.name, before, name);
          if (table.headerRows > 0)
            sheet.setContent(table.range.top, table.range.left + at, { value: name, formula: null });
          state.isDirty = true;
        },
        Values: (object, value) => values.write(inColumn(object, object.table.range), value),
      },
      nav: { Filter: (object) => ({ ...object, className: "Filter" }) satisfies ColumnObject },
      call: {
        Delete(object) {
          const { sheet, table } = object;
          const at = position(object);
          if (table.columns.length === 1) throw hostErrors.invalidOperation("A table keeps at least one column.");
          const { range } = table;
          const names = table.columns.map(({ name }) => name).filter((_, index) => index !== at);
          const left = range.left + at;
          state.writable(sheet);
          state.nameChanged(table.name);
          table.range = { ...range, right: range.right - 1 };
          table.setColumns(names);
          state.shiftCells(sheet, { range: { ...range, left, right: left }, towards: "left" });
          // The last one was cut off before the cells moved, the others moved with them.
          table.range = { ...range, right: range.right - 1 };
          const gone = { ...range, left, right: left };
          state.cellsChanged(sheet, range, "add-in", {
            ...shiftChange(gone, false, false),
            tableChange: "ColumnDeleted",
          });
        },
        GetDataBodyRange: area(({ table }) => table.body),
        GetHeaderRowRange: area(({ table: { range, headerRows } }) =>
          headerRows === 0 ? null : { ...range, bottom: range.top },
        ),
        GetRange: area(({ table }) => table.range),
        GetTotalRowRange: area(({ table: { range, totalsRows } }) =>
          totalsRows === 0 ? null : { ...range, top: range.bottom },
        ),
      },
    }),
    TableRowCollection: hostClass<TableObject>({
      get: { Count: (object) => rows(object).length },
      items: rows,
      call: {
        Add(object, index, given, alwaysInsert) {
          const { sheet, table } = object;
          const count = rows(object).length;
          const at = placeOf(index, count);
          const added = Array.isArray(given) ? given.length : 1;
          if (Array.isArray(given)) matrixOf(given, Math.max(1, added), table.columns.length);
          if (alwaysInsert === false) throw new NotSimulated("rows added below a table and not inserted into it");
          const { body, range } = table;
          const top = body.top + at;
          const fresh = { ...range, top, bottom: top + added - 1 };
          // The empty row of a table without rows is the first of the new ones.
          const more = { ...fresh, top: table.isAwaitingRow ? top + 1 : top };
          state.writable(sheet);
          const isFree = at === count && table.totalsRows === 0 && sheet.usedRangeWithin(more, false) === null;
          if (!isFree && more.top <= more.bottom) state.shiftCells(sheet, { range: more, towards: "down" });
          table.range = { ...range, bottom: range.bottom + more.bottom - more.top + 1 };
          table.isAwaitingRow = false;
          if (given !== undefined && given !== null)
            state.quietly(() => values.write(rangeObject(sheet, fresh), given));
          const shifted = isFree ? {} : shiftChange(fresh, true, true);
          state.cellsChanged(sheet, fresh, "add-in", { ...shifted, tableChange: "RowInserted" });
          return { className: "TableRow", sheet, table, row: at } satisfies RowObject;
        },
      },
    }),
    TableRow: hostClass<RowObject>({
      key: ({ row }) => ({ Index: row }),
      get: { Index: ({ row }) => row, Values: (object) => values.read(rowRange(object)) },
      set: { Values: (object, value) => values.write(rowRange(object), value) },
      call: {
        Delete(object) {
          const { sheet, table } = object;
          const { range } = rowRange(object);
          const before = table.range;
          state.writable(sheet);
          // Without its last row a table keeps an empty one.
          if (rows(object).length === 1) {
            sheet.clear(range, "contents");
            table.isAwaitingRow = true;
          } else {
            state.shiftCells(sheet, { range, towards: "up" });
            table.range = { ...before, bottom: before.bottom - 1 };
          }
          const shifted = table.isAwaitingRow ? {} : shiftChange(range, false, true);
          state.cellsChanged(sheet, range, "add-in", { ...shifted, tableChange: "RowDeleted" });
        },
        GetRange: rowRange,
      },
    }),
  };
}

/** "If null or -1, the addition happens at the end." */
function placeOf(index: unknown, count: number): number {
  if (index === undefined || index === null) return count;
  const at = wholeArgument(index, -1, count);
  return at === -1 ? count : at;
}

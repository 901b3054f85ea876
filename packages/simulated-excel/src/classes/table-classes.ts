// Excel tables: their collection, names, ranges, look, size and the buttons of their headings.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { SheetTable, TableStyleFlag } from "xlsx-model/tables/sheet-table";
import { parseLocalRange } from "xlsx-model/cell-ref";
import { intersection } from "../address";
import { isCellName } from "../cell-names";
import { WORKBOOK_TARGET, type ExcelState } from "../excel-state";
import { booleanArgument, hostClass, textArgument, type ClassTables, type HostObject } from "../object-table";
import { TABLE_EVENT } from "../table-events";
import { hostErrors, NotSimulated } from "../wire";
import { sheetObject, toRange, type TableObject } from "./objects";
import { rangeObject, type RangeObject } from "./range-object";
import { tableColumnClasses, type RangeValues } from "./table-column-classes";
import { reapplyFilters, tableFilterClasses } from "./table-filter-classes";
import { freshHeadings, headingsOf, hideHeadings, hideTotals, showHeadings, showTotals } from "./table-rows";

/** The tables of the workbook or of a sheet; with a range, those that it touches. */
export interface TablesObject extends HostObject {
  readonly sheet?: SheetModel;
  readonly range?: GridRange;
  readonly fullyContained?: boolean;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

export function tableClasses(state: ExcelState, values: RangeValues): ClassTables {
  const wanted = ({ sheet, range, fullyContained }: TablesObject) =>
    (sheet ? [sheet] : state.model.sheets).flatMap((own) =>
      own.tables
        .list()
        .filter((table) => range === undefined || touches(table.range, range, fullyContained === true))
        .map((table) => tableObject(state, own, table)),
    );
  const find = (tables: TablesObject, key: unknown) =>
    wanted(tables).find(({ table }) => table.id === String(key) || sameName(table.name, String(key))) ?? null;
  const area = (range: (table: SheetTable) => GridRange | null) => (object: TableObject) => {
    const found = range(object.table);
    if (!found) throw hostErrors.itemNotFound();
    return rangeObject(object.sheet, found);
  };
  const flag = (name: TableStyleFlag) => ({
    get: ({ table }: TableObject) => table.flag(name),
    set: ({ sheet, table }: TableObject, value: unknown) =>
      void (state.writable(sheet) && table.setFlag(name, booleanArgument(value))),
  });
  const flags = {
    HighlightFirstColumn: flag("firstColumn"),
    HighlightLastColumn: flag("lastColumn"),
    ShowBandedColumns: flag("bandedColumns"),
    ShowBandedRows: flag("bandedRows"),
  };
  const part = (className: string) => (object: TableObject) => ({ ...object, className }) satisfies TableObject;
  const remove = ({ sheet, table }: TableObject) => {
    state.tables.deleted(sheet, table);
    state.writable(sheet).tables.remove(table);
    state.nameChanged(table.name);
  };
  const ofAll = (type: number) => (tables: TablesObject) => ({ type, target: tables.sheet?.id ?? WORKBOOK_TARGET });
  const ofOne =
    (type: number) =>
    ({ table }: TableObject) => ({ type, target: table.id });

  return {
    TableCollection: hostClass<TablesObject>({
      get: { Count: (tables) => wanted(tables).length },
      items: wanted,
      index: find,
      call: {
        Add(tables, address, hasHeaders) {
          const owner = tables.sheet ?? state.model.activeSheet;
          return addTable(state, toRange(state, owner, address), booleanArgument(hasHeaders));
        },
      },
      events: {
        AddedEvent: ofAll(TABLE_EVENT.added),
        DataChangedEvent(tables) {
          // A sheet and a table may bear the same number, by which the client would tell the one of the other's changes.
          if (tables.sheet) throw new NotSimulated("changes of the tables of one sheet");
          return { type: TABLE_EVENT.changed, target: WORKBOOK_TARGET };
        },
        DeletedEvent: ofAll(TABLE_EVENT.deleted),
      },
    }),
    TableScopedCollection: hostClass<TablesObject>({ items: wanted, index: find }),
    Table: hostClass<TableObject>({
      key: ({ table }) => ({ Id: table.id }),
      get: {
        HighlightFirstColumn: flags.HighlightFirstColumn.get,
        HighlightLastColumn: flags.HighlightLastColumn.get,
        Id: ({ table }) => table.id,
        LegacyId: ({ table }) => table.id,
        Name: ({ table }) => table.name,
        ShowBandedColumns: flags.ShowBandedColumns.get,
        ShowBandedRows: flags.ShowBandedRows.get,
        ShowFilterButton: ({ table }) => table.hasFilterButtons,
        ShowHeaders: ({ table }) => table.headerRows > 0,
        ShowTotals: ({ table }) => table.totalsRows > 0,
        Style: ({ table }) => table.style,
      },
      set: {
        HighlightFirstColumn: flags.HighlightFirstColumn.set,
        HighlightLastColumn: flags.HighlightLastColumn.set,
        Name: ({ sheet, table }, value) => void (state.writable(sheet) && rename(state, table, textArgument(value))),
        ShowBandedColumns: flags.ShowBandedColumns.set,
        ShowBandedRows: flags.ShowBandedRows.set,
        ShowFilterButton({ sheet, table }, value) {
          state.writable(sheet);
          table.hasFilterButtons = booleanArgument(value);
        },
        ShowHeaders({ sheet, table }, value) {
          const isWanted = booleanArgument(value);
          if (isWanted === table.headerRows > 0) return;
          state.writable(sheet);
          if (isWanted) showHeadings(state, sheet, table);
          else hideHeadings(sheet, table);
        },
        ShowTotals({ sheet, table }, value) {
          const isWanted = booleanArgument(value);
          if (isWanted === table.totalsRows > 0) return;
          state.writable(sheet);
          if (isWanted) showTotals(state, sheet, table);
          else hideTotals(sheet, table);
        },
        Style({ sheet, table }, value) {
          state.writable(sheet);
          table.style = textArgument(value);
        },
      },
      nav: {
        AutoFilter: part("AutoFilter"),
        Columns: part("TableColumnCollection"),
        Rows: part("TableRowCollection"),
        Sort: part("TableSort"),
        Worksheet: ({ sheet }) => sheetObject(state, sheet),
      },
      call: {
        ClearFilters({ sheet, table }) {
          table.columns.forEach((_, at) => void (table.filter(at) && table.setFilter(at, null)));
          state.writable(sheet).showRows();
        },
        ConvertToRange(object) {
          const { range } = object.table;
          remove(object);
          return rangeObject(object.sheet, range);
        },
        Delete(object) {
          const { range } = object.table;
          remove(object);
          object.sheet.clear(range, "all");
          state.cellsChanged(object.sheet, range, "add-in");
        },
        GetDataBodyRange: area(({ body }) => (body.bottom < body.top ? null : body)),
        GetHeaderRowRange: area(({ range, headerRows }) => (headerRows === 0 ? null : { ...range, bottom: range.top })),
        GetRange: area(({ range }) => range),
        GetTotalRowRange: area(({ range, totalsRows }) => (totalsRows === 0 ? null : { ...range, top: range.bottom })),
        ReapplyFilters: (object) => {
          if (object.table.isFiltered) reapplyFilters(state, { ...object, sheet: state.writable(object.sheet) });
        },
        Resize({ sheet, table }, reference) {
          const { range } = toRange(state, state.writable(sheet), reference);
          const hasRoom = range.bottom - range.top + 1 > table.headerRows + table.totalsRows;
          // "The headers must remain in the same row, and the resulting table must overlap the original."
          if (!hasRoom || range.top !== table.range.top || !intersection(range, table.range))
            throw hostErrors.invalidArgument();
          refuseOverlap(sheet, range, table);
          table.setRows(range, table.headerRows, table.totalsRows);
          table.setColumns(freshHeadings(state, sheet, table, range));
        },
      },
      events: {
        DataChangedEvent: ofOne(TABLE_EVENT.changed),
        SelectionChangedEvent: ofOne(TABLE_EVENT.selectionChanged),
      },
    }),
    ...tableColumnClasses(state, values),
    ...tableFilterClasses(state),
  };
}

function tableObject(state: ExcelState, sheet: SheetModel, table: SheetTable): TableObject {
  return state.objectOf(table, "Table", () => ({ className: "Table", sheet, table }));
}

export const tablesWithin = ({ sheet, range }: RangeObject, fullyContained: unknown): TablesObject => ({
  className: "TableScopedCollection",
  sheet,
  range,
  fullyContained: fullyContained === true,
});

function addTable(state: ExcelState, { sheet, range }: RangeObject, hasHeaders: boolean): TableObject {
  state.writable(sheet);
  refuseOverlap(sheet, range, null);
  if (sheet.merges.some((merge) => intersection(merge, range))) sheet.unmerge(range);
  if (!hasHeaders) state.shiftCells(sheet, { range: { ...range, bottom: range.top }, towards: "down" });
  // A table has at least one row below its headings.
  const rows = hasHeaders ? Math.max(range.bottom, range.top + 1) : range.bottom + 1;
  const cells = { ...range, bottom: rows };
  const headings = headingsOf(state, sheet, { ...cells, bottom: range.top });
  let number = state.model.sheets.reduce((count, each) => count + each.tables.list().length, 0) + 1;
  while (isTaken(state, defaultName(state, number))) number += 1;
  const table = sheet.tables.add(defaultName(state, number), cells, headings);
  if (range.top === range.bottom && hasHeaders && !sheet.usedRangeWithin(table.body, true)) table.isAwaitingRow = true;
  state.cellsChanged(sheet, { ...range, bottom: range.top }, "add-in");
  state.tables.added(sheet, table);
  return tableObject(state, sheet, table);
}

const defaultName = (state: ExcelState, number: number) => `${state.word("Tableau", "Table")}${number}`;
const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function isTaken(state: ExcelState, name: string): boolean {
  const isTable = state.model.sheets.some((sheet) => sheet.tables.list().some((table) => sameName(table.name, name)));
  return isTable || state.model.names.some((item) => item.scope === null && sameName(item.name, name));
}

function rename(state: ExcelState, table: SheetTable, name: string): void {
  if (!NAME.test(name) || parseLocalRange(name) || isCellName(name)) throw hostErrors.invalidArgument();
  if (!sameName(table.name, name) && isTaken(state, name)) throw hostErrors.invalidArgument();
  const [before, after] = [table.name, name];
  table.name = name;
  state.model.renameTable(before, after);
}

function touches(table: GridRange, range: GridRange, isWithin: boolean): boolean {
  if (!isWithin) return intersection(table, range) !== null;
  return (
    table.top >= range.top && table.left >= range.left && table.bottom <= range.bottom && table.right <= range.right
  );
}

/** "A table can't overlap another table", nor a pivot table. */
function refuseOverlap(sheet: SheetModel, range: GridRange, own: SheetTable | null): void {
  const isOver = sheet.tables.list().some((other) => other !== own && intersection(other.range, range));
  const isPivot = sheet.objects.some((object) => object.kind === "pivot" && intersection(object.range, range));
  if (isOver || isPivot) throw hostErrors.invalidArgument("A table can't overlap another table.");
}

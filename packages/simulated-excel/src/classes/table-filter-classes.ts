// Filters of tables and of sheets: which rows they hide, what they say. The others are kept and not applied.
import { LAST_COLUMN } from "xlsx-model/cell-ref";
import type { GridRange } from "xlsx-model/plan";
import { XmlNode } from "xlsx-model/xml/xml-node";
import { columnCount } from "../address";
import type { ExcelState } from "../excel-state";
import { hostClass, wholeArgument, type ClassTables } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { toRange, type TableObject } from "./objects";
import { rangeObject, type SheetObject } from "./range-object";
import type { ColumnObject } from "./table-column-classes";
import { criteriaFromNode, keepsRow, nodeFromCriteria, type Criteria } from "./filter-criteria";
import { sortRows } from "./sort-rows";

/** The filter of a table, or that of its sheet. */
type FilterOwner = SheetObject & Partial<Pick<TableObject, "table">>;

export function tableFilterClasses(state: ExcelState): ClassTables {
  const columnAt = ({ table, column }: ColumnObject) => table.columns.findIndex(({ id }) => id === column);
  const applyTo = (object: TableObject, at: number, criteria: Criteria | null) => {
    const { sheet, table } = object;
    wholeArgument(at, 0, table.columns.length - 1);
    state.writable(sheet);
    table.setFilter(at, criteria && nodeFromCriteria(criteria, (local) => new XmlNode(table.named(local))));
    refilter(object);
  };
  const refilter = (object: TableObject) => reapplyFilters(state, object);
  const say =
    (make: (...args: unknown[]) => Criteria) =>
    (object: ColumnObject, ...args: unknown[]) =>
      applyTo(object, columnAt(object), make(...args));
  const criteriaOf = (object: ColumnObject) => {
    const node = object.table.filter(columnAt(object));
    return node && criteriaFromNode(node);
  };
  const filterOfTable = (object: FilterOwner): TableObject => {
    if (!object.table) throw new NotSimulated("filters of a sheet's own");
    return { ...object, table: object.table };
  };
  const areaOf = ({ sheet, table }: FilterOwner): GridRange | null =>
    table ? (table.hasFilterButtons ? table.range : null) : sheet.filteredRange;

  return {
    Filter: hostClass<ColumnObject>({
      get: { Criteria: criteriaOf },
      call: {
        Apply: say((criteria) => criteria as Criteria),
        ApplyBottomItemsFilter: say((count) => ({ filterOn: "BottomItems", criterion1: String(count) })),
        ApplyBottomPercentFilter: say((count) => ({ filterOn: "BottomPercent", criterion1: String(count) })),
        ApplyCustomFilter: say((criterion1, criterion2, operator) => ({
          filterOn: "Custom",
          criterion1: String(criterion1),
          ...(typeof criterion2 === "string" ? { criterion2, operator: operator === "Or" ? "Or" : "And" } : {}),
        })),
        ApplyDynamicFilter: say((criteria) => ({ filterOn: "Dynamic", dynamicCriteria: String(criteria) })),
        ApplyTopItemsFilter: say((count) => ({ filterOn: "TopItems", criterion1: String(count) })),
        ApplyTopPercentFilter: say((count) => ({ filterOn: "TopPercent", criterion1: String(count) })),
        ApplyValuesFilter: say((values) => ({ filterOn: "Values", values: values as string[] })),
        Clear: (object) => applyTo(object, columnAt(object), null),
      },
    }),
    AutoFilter: hostClass<FilterOwner>({
      get: {
        Criteria: ({ table }) =>
          table?.columns.map((_, at) => {
            const node = table.filter(at);
            return node ? criteriaFromNode(node) : null;
          }) ?? [],
        Enabled: (object) => areaOf(object) !== null,
        IsDataFiltered: ({ sheet, table }) => (table ? table.isFiltered : sheet.isFilteredByValue),
      },
      call: {
        Apply(object, reference, column, criteria) {
          if (!object.table) {
            const { range } = toRange(state, object.sheet, reference);
            if (column !== undefined && column !== null) wholeArgument(column, 0, columnCount(range) - 1);
            if (criteria !== undefined && criteria !== null) throw new NotSimulated("criteria of a sheet's own filter");
            state.writable(object.sheet).setFilter(range);
          } else if (criteria !== undefined && criteria !== null)
            applyTo(filterOfTable(object), wholeArgument(column), criteria as Criteria);
        },
        ClearColumnCriteria(object, column) {
          const area = areaOf(object);
          const at = wholeArgument(column, 0, area ? columnCount(area) - 1 : LAST_COLUMN);
          applyTo(filterOfTable(object), at, null);
        },
        ClearCriteria(object) {
          if (object.table) object.table.columns.forEach((_, at) => object.table?.setFilter(at, null));
          else if (object.sheet.filteredRange) object.sheet.setFilter(object.sheet.filteredRange);
          state.writable(object.sheet).showRows();
        },
        GetRange(object) {
          const range = areaOf(object);
          if (!range) throw hostErrors.itemNotFound();
          return rangeObject(object.sheet, range);
        },
        GetRangeOrNullObject(object) {
          const range = areaOf(object);
          return range && rangeObject(object.sheet, range);
        },
        Reapply: (object) => (object.table ? refilter(filterOfTable(object)) : null),
        Remove(object) {
          // Stricter than Excel, of which it is not known what it says to this.
          if (!areaOf(object)) throw hostErrors.invalidOperation("The worksheet has no filter.");
          if (object.table) object.table.hasFilterButtons = false;
          else state.writable(object.sheet).removeFilter();
        },
      },
    }),
    TableSort: hostClass<TableObject>({
      get: {
        Fields: ({ table }) =>
          table.sort?.fields.map((field) => ({ ...field, sortOn: "Value", dataOption: "Normal" })) ?? [],
        MatchCase: ({ table }) => table.sort?.matchCase ?? false,
        Method: () => "PinYin",
      },
      call: {
        Apply({ sheet, table }, given, matchCase, method) {
          const fields = sortRows(state.writable(sheet), table.body, given, { matchCase: matchCase === true, method });
          table.sort = { fields, matchCase: matchCase === true };
          state.cellsChanged(sheet, table.body, "add-in");
        },
        Clear({ sheet, table }) {
          state.writable(sheet);
          table.sort = null;
        },
        Reapply({ sheet, table }) {
          const { sort } = table;
          if (!sort) return;
          sortRows(state.writable(sheet), table.body, sort.fields, { matchCase: sort.matchCase });
          state.cellsChanged(sheet, table.body, "add-in");
        },
      },
    }),
    RangeSort: hostClass<{ className: string; sheet: TableObject["sheet"]; range: GridRange }>({
      call: {
        Apply({ sheet, range }, fields, matchCase, hasHeaders, orientation, method) {
          if (orientation === "Columns") throw new NotSimulated("sorting of columns");
          const body = hasHeaders === true ? { ...range, top: range.top + 1 } : range;
          sortRows(state.writable(sheet), body, fields, { matchCase: matchCase === true, method });
          state.cellsChanged(sheet, body, "add-in");
        },
      },
    }),
  };
}

/** Hides the rows that the filters of the columns do not keep as they are now, and shows the others. */
export function reapplyFilters(state: ExcelState, { sheet, table }: TableObject): void {
  const { body } = table;
  const filters = table.columns.flatMap((_, at) => {
    const node = table.filter(at);
    return node ? [{ column: body.left + at, criteria: criteriaFromNode(node) }] : [];
  });
  for (let row = body.top; row <= body.bottom; row += 1) {
    const isShown = filters.every(({ column, criteria }) => keepsRow(sheet, body, row, column, criteria));
    sheet.setRowHidden(row, !isShown);
  }
  state.isDirty = true;
}

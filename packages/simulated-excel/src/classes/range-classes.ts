// Ranges: where they stand, and the ranges, objects and rules that follow from them.
import type { GridRange } from "xlsx-model/plan";
import { LAST_COLUMN, LAST_ROW } from "xlsx-model/cell-ref";
import { cellCount, columnCount, formatAddress, intersection, rowCount } from "../address";
import { boxOf } from "../box";
import { valueBefore } from "../cell-change";
import type { ExcelState } from "../excel-state";
import { CLEARABLE, clearRange, mergeCells, refuseMerging } from "../merge-and-clear";
import { booleanArgument, choiceArgument, hostClass, type ClassTables } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { validationObject } from "./data-validation-classes";
import { rangesObject, sheetObject, toRange, type RangesObject } from "./objects";
import { rangeObject, type RangeObject } from "./range-object";
import { formatObject } from "./range-format-classes";
import { boxGetters, pivotsWithin } from "./sheet-object-classes";
import { tablesWithin } from "./table-classes";
import { styleName } from "./style-names";
import { rangeMoves } from "./range-moves";
import { rangeNavigation } from "./range-navigation";
import { linkOf, setLink } from "./range-links";
import { rangeProperties } from "./range-properties";
import { removeDuplicates, removeDuplicatesClasses } from "./remove-duplicates";
import { rangeSearch } from "./range-search";
import { hasSpill, savedAsArray, spillCalls } from "./range-spills";
import { checkShape } from "./matrix";
import { cellGetters, cellSetters } from "./range-cells";

/** Above it only the cells that hold something are styled one by one. */

/** `tables` are those of all classes: properties are set many at once as they are one by one. */
export function rangeClasses(state: ExcelState, tables: () => ClassTables): ClassTables {
  const writers = cellSetters(state);
  return {
    ...removeDuplicatesClasses,
    Range: hostClass<RangeObject>({
      get: {
        Address: ({ sheet, range }) => formatAddress(sheet.name, range),
        AddressLocal: ({ sheet, range }) => formatAddress(sheet.name, range),
        CellCount: ({ range }) => (cellCount(range) < 2 ** 31 ? cellCount(range) : -1),
        ColumnCount: ({ range }) => columnCount(range),
        ColumnHidden: ({ sheet, range }) => common(range.left, range.right, (column) => sheet.isColumnHidden(column)),
        ColumnIndex: ({ range }) => range.left,
        HasSpill: hasSpill,
        Hyperlink: linkOf,
        Hidden: ({ sheet, range }) =>
          rowsHidden(sheet, range) === true ||
          common(range.left, range.right, (column) => sheet.isColumnHidden(column)) === true,
        IsEntireColumn: ({ range }) => rowCount(range) === LAST_ROW + 1,
        IsEntireRow: ({ range }) => columnCount(range) === LAST_COLUMN + 1,
        LinkedDataTypeState: ({ range }) =>
          Array.from({ length: rowCount(range) }, () => Array.from({ length: columnCount(range) }, () => "None")),
        RowCount: ({ range }) => rowCount(range),
        RowHidden: ({ sheet, range }) => rowsHidden(sheet, range),
        RowIndex: ({ range }) => range.top,
        SavedAsArray: savedAsArray,
        Style({ sheet, range }) {
          const [style, another] = new Set(sheet.cellFormats.namedStyles(range).map(styleName));
          return another === undefined ? (style ?? "Normal") : null;
        },
        ...cellGetters(state),
        ...boxGetters(({ sheet, range }: RangeObject) => boxOf(sheet, range)),
      },
      set: {
        ...writers,
        ColumnHidden({ sheet, range }, value) {
          state.writable(sheet, "formatColumns").setColumnHidden(range.left, booleanArgument(value), range.right);
        },
        Hyperlink: (object, link) => setLink(state, object, link, (cell, text) => writers["Values"]?.(cell, text)),
        RowHidden({ sheet, range }, value) {
          const isHidden = booleanArgument(value);
          const target = state.writable(sheet, "formatRows");
          target.setRowHidden(range.top, isHidden, range.bottom);
        },
        Style({ sheet, range }, value) {
          choiceArgument(value, ["Normal"]);
          state.writable(sheet).resetStyle(range);
        },
      },
      nav: {
        ConditionalFormats: ({ sheet, range }) => rangesObject("ConditionalFormatCollection", sheet, [range]),
        DataValidation: validationObject,
        Format: ({ sheet, range }) => formatObject("RangeFormat", { sheet, ranges: [range] }),
        Sort: ({ sheet, range }) => ({ className: "RangeSort", sheet, range }) satisfies RangeObject,
        Worksheet: ({ sheet }) => sheetObject(state, sheet),
      },
      call: {
        Clear({ sheet, range }, what) {
          const target = what === "Contents" ? state.writableCells(sheet, range) : state.writable(sheet);
          const before = valueBefore(sheet, range);
          clearRange(target, range, choiceArgument(what ?? "All", CLEARABLE));
          state.cellsChanged(sheet, range, "add-in", { before });
        },
        ...rangeNavigation(state),
        ...rangeMoves(state),
        ...rangeSearch(state),
        ...spillCalls,
        ...rangeProperties(tables),
        RemoveDuplicates: (object, columns, includesHeader) => removeDuplicates(state, object, columns, includesHeader),
        GetBoundingRect({ sheet, range }, other) {
          const { range: second } = toRange(state, sheet, other);
          return rangeObject(sheet, {
            top: Math.min(range.top, second.top),
            left: Math.min(range.left, second.left),
            bottom: Math.max(range.bottom, second.bottom),
            right: Math.max(range.right, second.right),
          });
        },
        GetIntersectionOrNullObject({ sheet, range }, other) {
          const second = toRange(state, sheet, other);
          const common = second.sheet === sheet ? intersection(range, second.range) : null;
          return common && rangeObject(sheet, common);
        },
        GetMergedAreasOrNullObject({ sheet, range }) {
          const merges = sheet.merges.filter((merge) => intersection(merge, range) !== null);
          return merges.length > 0 ? rangesObject("RangeAreas", sheet, merges) : null;
        },
        GetPivotTables: (object, fullyContained) => (refuseTrue(fullyContained), pivotsWithin(object)),
        GetTables: (object, fullyContained) => tablesWithin(object, fullyContained),
        GetUsedRangeOrNullObject({ sheet, range }, valuesOnly) {
          const used = sheet.usedRangeWithin(range, valuesOnly === true);
          return used && rangeObject(sheet, used);
        },
        Merge({ sheet, range }, across) {
          refuseMerging(sheet, range);
          mergeCells(state.writable(sheet), range, across === true);
          state.cellsChanged(sheet, range, "add-in");
        },
        Select({ sheet, range }) {
          if (sheet.visibility !== "visible") throw hostErrors.invalidOperation("The worksheet is hidden.");
          if (state.profile.houseRules && state.model.activeSheet !== sheet)
            throw hostErrors.invalidOperation("Stricter than Excel: the worksheet is not active.");
          state.select(sheet, range);
        },
        Unmerge: ({ sheet, range }) => state.writable(sheet).unmerge(range),
        _ValidateArraySize: ({ range }, rows, columns) => checkShape(range, rows, columns),
      },
    }),
    RangeAreas: hostClass<RangesObject>({
      get: {
        Address: addressOf,
        AddressLocal: addressOf,
        AreaCount: ({ ranges }) => ranges.length,
        CellCount: ({ ranges }) => ranges.reduce((sum, range) => sum + cellCount(range), 0),
        IsEntireColumn: ({ ranges }) => ranges.every((range) => rowCount(range) === LAST_ROW + 1),
        IsEntireRow: ({ ranges }) => ranges.every((range) => columnCount(range) === LAST_COLUMN + 1),
      },
      nav: {
        Areas: ({ sheet, ranges }) => rangesObject("RangeCollection", sheet, ranges),
        ConditionalFormats: ({ sheet, ranges }) => rangesObject("ConditionalFormatCollection", sheet, ranges),
        Format: (object) => formatObject("RangeFormat", object),
        Worksheet: ({ sheet }) => sheetObject(state, sheet),
      },
    }),
    RangeCollection: hostClass<RangesObject>({
      items: ({ sheet, ranges }) => ranges.map((range) => rangeObject(sheet, range)),
    }),
  };
}

const addressOf = ({ sheet, ranges }: RangesObject): string =>
  ranges.map((range) => formatAddress(sheet.name, range)).join(",");

/** Only what the range touches is simulated. */
function refuseTrue(value: unknown): void {
  if (value === true) throw new NotSimulated("only what lies within the range");
}

/** Null where some are and others are not, as Excel says a mixture. */
function common(first: number, last: number, read: (at: number) => boolean): boolean | null {
  const value = read(first);
  for (let at = first + 1; at <= last; at += 1) if (read(at) !== value) return null;
  return value;
}

function rowsHidden(sheet: RangeObject["sheet"], { top, bottom }: GridRange): boolean | null {
  const [isHidden = false, another] = sheet.areRowsHidden(top, bottom);
  return another === undefined ? isHidden : null;
}

// Worksheets: their collection, names, visibility, order, protection and frozen panes.
import type { SheetModel } from "xlsx-model/workbook-model";
import { LAST_COLUMN, LAST_ROW, parseLocalRange } from "xlsx-model/cell-ref";
import { EVENT, WORKBOOK_TARGET, type Author, type ExcelState } from "../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  textArgument,
  type ClassTables,
  type HostObject,
  wholeArgument,
} from "../object-table";
import { DEFAULT_ROW_POINTS } from "../box";
import { color } from "../named-colors";
import { HostError, hostErrors, NotSimulated } from "../wire";
import { copySheet } from "./copy-sheet";
import { usedRangeOf } from "./range-navigation";
import { sheetSearch } from "./range-search";
import { rangesObject, sheetObject, toRange } from "./objects";
import { rangeObject, type SheetObject } from "./range-object";
import { breaksObject } from "./page-break-classes";

/** The width of a column in the default font, where the sheet says nothing of its columns. */
const STANDARD_CHARACTERS = 8.43;
const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

export function removeSheet(state: ExcelState, sheet: SheetModel, by: Author): void {
  refuseLastVisible(state, sheet);
  if (sheet.visibility === "veryHidden") throw hostErrors.invalidOperation("The worksheet is very hidden.");
  state.writableStructure().removeSheet(sheet.id);
  state.sheetDeleted(sheet, by);
}

export function worksheetClasses(state: ExcelState): ClassTables {
  const find = (key: unknown) => {
    const sheet = state.sheet(key);
    return sheet && sheetObject(state, sheet);
  };
  const beside = ({ sheet }: SheetObject, step: 1 | -1, visibleOnly: unknown) => {
    const { sheets } = state.model;
    for (let at = sheets.indexOf(sheet) + step; ; at += step) {
      const other = sheets[at];
      if (!other) return null;
      if (visibleOnly !== true || other.visibility === "visible") return sheetObject(state, other);
    }
  };
  const sheetsOf = (visibleOnly: unknown) =>
    state.model.sheets
      .filter(({ visibility }) => visibleOnly !== true || visibility === "visible")
      .map((sheet) => sheetObject(state, sheet));
  const freeze = ({ sheet }: SheetObject, rows: number, columns: number) => {
    freezingElsewhere(state, sheet);
    const target = state.writable(sheet);
    target.frozenRows = rows;
    target.frozenColumns = columns;
  };
  const part = (className: string) => (object: SheetObject) =>
    state.objectOf(object.sheet, className, () => ({ className, sheet: object.sheet }));
  return {
    WorksheetCollection: hostClass<HostObject>({
      items: () => sheetsOf(false),
      index: (_, key) => find(key),
      call: {
        Add(_, name) {
          const model = state.writableStructure();
          const sheet = model.addSheet(acceptableName(state, name ?? freeName(state)));
          state.sheetAdded(sheet);
          return sheetObject(state, sheet);
        },
        GetActiveWorksheet: () => sheetObject(state, state.model.activeSheet),
        GetCount: (_, visibleOnly) => sheetsOf(visibleOnly).length,
        GetFirst: (_, visibleOnly) => required(sheetsOf(visibleOnly)[0] ?? null),
        GetLast: (_, visibleOnly) => required(sheetsOf(visibleOnly).at(-1) ?? null),
        GetItemOrNullObject: (_, key) => find(key),
      },
      events: {
        ActivatedEvent: () => ({ type: EVENT.activated, target: WORKBOOK_TARGET }),
        AddedEvent: () => ({ type: EVENT.added, target: WORKBOOK_TARGET }),
        DataChangedEvent: () => ({ type: EVENT.changed, target: WORKBOOK_TARGET }),
        DeactivatedEvent: () => ({ type: EVENT.deactivated, target: WORKBOOK_TARGET }),
        DeletedEvent: () => ({ type: EVENT.deleted, target: WORKBOOK_TARGET }),
        SelectionChangedEvent: () => ({ type: EVENT.selectionChanged, target: WORKBOOK_TARGET }),
      },
    }),
    Worksheet: hostClass<SheetObject>({
      key: ({ sheet }) => ({ Id: sheet.id }),
      get: {
        Id: ({ sheet }) => sheet.id,
        Name: ({ sheet }) => sheet.name,
        EnableCalculation: () => true,
        Position: ({ sheet }) => state.model.sheets.indexOf(sheet),
        ShowGridlines: ({ sheet }) => sheet.options.shows("showGridLines"),
        ShowHeadings: ({ sheet }) => sheet.options.shows("showRowColHeaders"),
        StandardHeight: () => DEFAULT_ROW_POINTS,
        StandardWidth: () => STANDARD_CHARACTERS,
        TabId: ({ sheet }) => Number(sheet.id),
        TabColor: ({ sheet }) => sheet.options.tabColor ?? "",
        Visibility: ({ sheet }) => VISIBILITY[sheet.visibility],
      },
      set: {
        Name({ sheet }, value) {
          state.writableStructure();
          if (String(value) !== sheet.name) sheet.name = acceptableName(state, value, sheet);
        },
        ShowGridlines: ({ sheet }, value) =>
          state.writable(sheet).options.show("showGridLines", booleanArgument(value)),
        ShowHeadings: ({ sheet }, value) =>
          state.writable(sheet).options.show("showRowColHeaders", booleanArgument(value)),
        TabColor({ sheet }, value) {
          state.writableStructure();
          sheet.options.tabColor = value === "" ? null : color(value);
        },
        Position: ({ sheet }, value) =>
          state.writableStructure().moveSheet(sheet.id, wholeArgument(value, 0, state.model.sheets.length - 1)),
        Visibility({ sheet }, value) {
          state.writableStructure();
          const wanted = choiceArgument(value, ["Visible", "Hidden", "VeryHidden"]);
          if (wanted !== "Visible") refuseLastVisible(state, sheet);
          sheet.visibility = wanted === "Visible" ? "visible" : wanted === "Hidden" ? "hidden" : "veryHidden";
        },
      },
      nav: {
        AutoFilter: part("AutoFilter"),
        Charts: part("ChartCollection"),
        Comments: part("CommentCollection"),
        FreezePanes: part("WorksheetFreezePanes"),
        HorizontalPageBreaks: ({ sheet }) => breaksObject(sheet, "rowBreaks"),
        Names: part("NamedItemCollection"),
        PageLayout: part("PageLayout"),
        VerticalPageBreaks: ({ sheet }) => breaksObject(sheet, "columnBreaks"),
        PivotTables: part("PivotTableCollection"),
        Protection: part("WorksheetProtection"),
        Shapes: part("ShapeCollection"),
        Tables: part("TableCollection"),
      },
      call: {
        Activate({ sheet }) {
          if (sheet.visibility !== "visible") throw hostErrors.invalidOperation("The worksheet is hidden.");
          state.activate(sheet);
        },
        Calculate: () => state.calculate(),
        Copy: (object, position, relative) => sheetObject(state, copySheet(state, object.sheet, position, relative)),
        // What the client asks once it knows which one it is.
        _GetAnotherWorksheetById: (_, id) => required(find(id)),
        Delete: ({ sheet }) => removeSheet(state, sheet, "add-in"),
        ...sheetSearch(state),
        GetNext: (object, visibleOnly) => required(beside(object, 1, visibleOnly)),
        GetNextOrNullObject: (object, visibleOnly) => beside(object, 1, visibleOnly),
        GetPrevious: (object, visibleOnly) => required(beside(object, -1, visibleOnly)),
        GetPreviousOrNullObject: (object, visibleOnly) => beside(object, -1, visibleOnly),
        GetRange: ({ sheet }, reference) => toRange(state, sheet, reference),
        GetRangeByIndexes({ sheet }, row, column, rows, columns) {
          const [top, left] = [wholeArgument(row, 0, LAST_ROW), wholeArgument(column, 0, LAST_COLUMN)];
          const bottom = top + wholeArgument(rows, 1, LAST_ROW - top + 1) - 1;
          const right = left + wholeArgument(columns, 1, LAST_COLUMN - left + 1) - 1;
          return rangeObject(sheet, { top, left, bottom, right });
        },
        GetRanges({ sheet }, address) {
          const ranges = addressesIn(state, textArgument(address)).map((part) => parseLocalRange(part.trim()));
          if (ranges.includes(null)) throw hostErrors.invalidArgument();
          return rangesObject(
            "RangeAreas",
            sheet,
            ranges.filter((range) => range !== null),
          );
        },
        GetCell: ({ sheet }, row, column) => {
          const [top, left] = [wholeArgument(row, 0, LAST_ROW), wholeArgument(column, 0, LAST_COLUMN)];
          return rangeObject(sheet, { top, left, bottom: top, right: left });
        },
        GetUsedRange: ({ sheet }, valuesOnly) => usedRangeOf(sheet, valuesOnly),
        GetUsedRangeOrNullObject({ sheet }, valuesOnly) {
          const used = sheet.usedRange(valuesOnly === true);
          return used && rangeObject(sheet, used);
        },
      },
      events: {
        ActivatedEvent: ({ sheet }) => ({ type: EVENT.activated, target: sheet.id }),
        DataChangedEvent: ({ sheet }) => ({ type: EVENT.changed, target: sheet.id }),
        DeactivatedEvent: ({ sheet }) => ({ type: EVENT.deactivated, target: sheet.id }),
        SelectionChangedEvent: ({ sheet }) => ({ type: EVENT.selectionChanged, target: sheet.id }),
      },
    }),
    WorksheetFreezePanes: hostClass<SheetObject>({
      call: {
        FreezeAt(object, cells) {
          const { sheet, range } = toRange(state, object.sheet, cells);
          if (sheet !== object.sheet) throw hostErrors.invalidArgument();
          if (range.top > 0 || range.left > 0) throw new NotSimulated("panes frozen from another cell than the first");
          const isWhole = (last: number, most: number) => (last === most ? 0 : last + 1);
          freeze(object, isWhole(range.bottom, LAST_ROW), isWhole(range.right, LAST_COLUMN));
        },
        FreezeColumns: (object, count) => freeze(object, 0, wholeArgument(count, 0, LAST_COLUMN)),
        FreezeRows: (object, count) => freeze(object, wholeArgument(count, 0, LAST_ROW), 0),
        GetLocation: ({ sheet }) => required(frozenOf(sheet)),
        GetLocationOrNullObject: ({ sheet }) => frozenOf(sheet),
        Unfreeze: (object) => freeze(object, 0, 0),
      },
    }),
  };
}

function frozenOf(sheet: SheetModel) {
  const { frozenRows: rows, frozenColumns: columns } = sheet;
  if (rows === 0 && columns === 0) return null;
  return rangeObject(sheet, {
    top: 0,
    left: 0,
    bottom: rows === 0 ? LAST_ROW : rows - 1,
    right: columns === 0 ? LAST_COLUMN : columns - 1,
  });
}

function required<T>(found: T | null): T {
  if (!found) throw hostErrors.itemNotFound();
  return found;
}

/** What real Excels do when panes of another sheet than the one in view are frozen. */
function freezingElsewhere(state: ExcelState, sheet: SheetModel): void {
  if (state.model.activeSheet === sheet) return;
  if (state.hasBug("freeze-elsewhere-fails"))
    throw new HostError("GeneralException", "An internal error has occurred.");
  if (state.hasBug("freeze-elsewhere-activates")) state.tellActivated(sheet);
}

/** The addresses of one text; a version may read their separator in the agent's language. */
function addressesIn(state: ExcelState, text: string): string[] {
  if (!/[,;]/.test(text)) return [text];
  if (state.profile.houseRules)
    throw hostErrors.invalidArgument(
      "Stricter than Excel: the separator of addresses depends on the agent's language.",
    );
  const isOfLanguage = state.hasBug("address-separator-of-language") && state.profile.locale === "fr-FR";
  return text.split(isOfLanguage ? ";" : ",");
}

/** Excel keeps it for its own list of changes, in the agent's language. */
const RESERVED = /^(?:history|historique)$/i;

/** At most 31 characters, none of \ / ? * [ ] :, no apostrophe at either end, and no other sheet's name. */
function acceptableName(state: ExcelState, value: unknown, renamed?: SheetModel): string {
  const name = textArgument(value);
  if (name === "" || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) throw hostErrors.invalidArgument();
  if (RESERVED.test(name)) throw hostErrors.invalidArgument();
  const holder = state.model.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (holder && holder !== renamed) throw hostErrors.alreadyExists();
  return name;
}

function freeName(state: ExcelState): string {
  let number = state.model.sheets.length + 1;
  const word = state.word("Feuil", "Sheet");
  while (state.sheet(`${word}${number}`)) number += 1;
  return `${word}${number}`;
}

function refuseLastVisible(state: ExcelState, sheet: SheetModel): void {
  const others = state.model.sheets.some((other) => other !== sheet && other.visibility === "visible");
  if (!others) throw hostErrors.invalidOperation("A workbook must contain at least one visible worksheet.");
}

// Worksheets: their collection, names, visibility, order, protection and frozen panes.
import type { SheetModel } from "../../files/workbook-model";
import { MAX_COLUMNS, MAX_ROWS, parseLocal } from "../address";
import { EVENT, WORKBOOK_TARGET, type ExcelState } from "../excel-state";
import {
  choiceArgument,
  hostClass,
  numberArgument,
  textArgument,
  type ClassTables,
  type HostObject,
} from "../object-table";
import { hostErrors } from "../wire";
import { rangeObject, rangesObject, sheetObject, toRange, type SheetObject } from "./objects";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

export function worksheetClasses(state: ExcelState): ClassTables {
  const find = (key: unknown) => {
    const sheet = state.sheet(key);
    return sheet && sheetObject(state, sheet);
  };
  const part = (className: string) => (object: SheetObject) =>
    state.objectOf(object.sheet, className, () => ({ className, sheet: object.sheet }));
  return {
    WorksheetCollection: hostClass<HostObject>({
      items: () => state.model.sheets.map((sheet) => sheetObject(state, sheet)),
      index: (_, key) => find(key),
      call: {
        Add(_, name) {
          const model = state.writableStructure();
          const sheet = model.addSheet(acceptableName(state, name ?? freeName(state)));
          state.sheetAdded(sheet);
          return sheetObject(state, sheet);
        },
        GetActiveWorksheet: () => sheetObject(state, state.model.activeSheet),
        GetCount: () => state.model.sheets.length,
        GetItemOrNullObject: (_, key) => find(key),
      },
      events: {
        ActivatedEvent: () => ({ type: EVENT.activated, target: WORKBOOK_TARGET }),
        AddedEvent: () => ({ type: EVENT.added, target: WORKBOOK_TARGET }),
        DataChangedEvent: () => ({ type: EVENT.changed, target: WORKBOOK_TARGET }),
        DeletedEvent: () => ({ type: EVENT.deleted, target: WORKBOOK_TARGET }),
        SelectionChangedEvent: () => ({ type: EVENT.selectionChanged, target: WORKBOOK_TARGET }),
      },
    }),
    Worksheet: hostClass<SheetObject>({
      key: ({ sheet }) => ({ Id: sheet.id }),
      get: {
        Id: ({ sheet }) => sheet.id,
        Name: ({ sheet }) => sheet.name,
        Position: ({ sheet }) => state.model.sheets.indexOf(sheet),
        Visibility: ({ sheet }) => VISIBILITY[sheet.visibility],
      },
      set: {
        Name({ sheet }, value) {
          state.writableStructure();
          if (String(value) !== sheet.name) sheet.name = acceptableName(state, value, sheet);
        },
        Position: ({ sheet }, value) => state.writableStructure().moveSheet(sheet.id, numberArgument(value)),
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
        HorizontalPageBreaks: part("PageBreakCollection"),
        Names: part("NamedItemCollection"),
        PageLayout: part("PageLayout"),
        Protection: part("WorksheetProtection"),
        Shapes: part("ShapeCollection"),
      },
      call: {
        Activate({ sheet }) {
          if (sheet.visibility !== "visible") throw hostErrors.invalidOperation("The worksheet is hidden.");
          state.activate(sheet);
        },
        Delete({ sheet }) {
          refuseLastVisible(state, sheet);
          state.writableStructure().removeSheet(sheet.id);
          state.sheetDeleted(sheet);
        },
        GetRange: ({ sheet }, reference) => toRange(state, sheet, reference),
        GetRangeByIndexes({ sheet }, row, column, rows, columns) {
          const [top, left] = [numberArgument(row), numberArgument(column)];
          const [bottom, right] = [top + numberArgument(rows) - 1, left + numberArgument(columns) - 1];
          if (top < 0 || left < 0 || bottom < top || right < left) throw hostErrors.invalidArgument();
          if (bottom >= MAX_ROWS || right >= MAX_COLUMNS) throw hostErrors.invalidArgument();
          return rangeObject(sheet, { top, left, bottom, right });
        },
        // Not several: Excel reads the separator between them in the agent's language, or in any, as its version has it.
        GetRanges({ sheet }, address) {
          const range = parseLocal(textArgument(address));
          if (!range) throw hostErrors.invalidArgument();
          return rangesObject("RangeAreas", sheet, [range]);
        },
        GetUsedRangeOrNullObject({ sheet }, valuesOnly) {
          const used = sheet.usedRange(valuesOnly === true);
          return used && rangeObject(sheet, used);
        },
      },
      events: {
        DataChangedEvent: ({ sheet }) => ({ type: EVENT.changed, target: sheet.id }),
        SelectionChangedEvent: ({ sheet }) => ({ type: EVENT.selectionChanged, target: sheet.id }),
      },
    }),
    AutoFilter: hostClass<SheetObject>({
      get: { Enabled: ({ sheet }) => sheet.isFiltered },
      call: {
        Remove({ sheet }) {
          // Stricter than Excel, of which it is not known what it says to this.
          if (!sheet.isFiltered) throw hostErrors.invalidOperation("The worksheet has no filter.");
          state.writable(sheet).removeFilter();
        },
      },
    }),
    WorksheetProtection: hostClass<SheetObject>({ get: { Protected: ({ sheet }) => sheet.isProtected } }),
    WorksheetFreezePanes: hostClass<SheetObject>({
      call: {
        FreezeRows({ sheet }, count) {
          state.writable(sheet).frozenRows = numberArgument(count);
        },
        Unfreeze({ sheet }) {
          state.writable(sheet).frozenRows = 0;
        },
      },
    }),
  };
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
  while (state.sheet(`Feuil${number}`)) number += 1;
  return `Feuil${number}`;
}

function refuseLastVisible(state: ExcelState, sheet: SheetModel): void {
  const others = state.model.sheets.some((other) => other !== sheet && other.visibility === "visible");
  if (!others) throw hostErrors.invalidOperation("A workbook must contain at least one visible worksheet.");
}

// Defined names of the workbook, hidden ones included.
import type { SheetModel } from "xlsx-model/workbook-model";
import type { DefinedName } from "xlsx-model/workbook-model";
import { absoluteRange, parseLocalRange, splitAddress } from "xlsx-model/cell-ref";
import { isCellName } from "../cell-names";
import type { ExcelState } from "../excel-state";
import { parseFormula } from "../formula/parse-formula";
import { booleanArgument, hostClass, textArgument, type ClassTables, type HostObject } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { isRangeObject, sheetObject } from "./objects";
import { rangeObject, type RangeObject } from "./range-object";

interface NameObject extends HostObject {
  readonly name: string;
  readonly scope: string | null;
}

/** The names of the workbook, or with a sheet those that belong to it. */
interface NamesObject extends HostObject {
  readonly sheet?: SheetModel;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

const scopeOf = ({ sheet }: NamesObject): string | null => sheet?.id ?? null;

export function nameClasses(state: ExcelState): ClassTables {
  const search = (name: string, scope: string | null) =>
    state.model.names.find((item) => item.scope === scope && sameName(item.name, name));
  const find = ({ name, scope }: NameObject): DefinedName => {
    const found = search(name, scope);
    if (!found) throw hostErrors.itemNotFound();
    return found;
  };
  const object = ({ name, scope }: DefinedName): NameObject => ({ className: "NamedItem", name, scope });
  const lookUp = (name: unknown, scope: string | null) => {
    const found = search(String(name), scope);
    return found ? object(found) : null;
  };
  const rangeOf = (item: NameObject): RangeObject | null => {
    const { sheet: name, local } = splitAddress(find(item).formula);
    const sheet = name === null ? null : state.sheet(name);
    const range = parseLocalRange(local.replaceAll("$", ""));
    return sheet && range && rangeObject(sheet, range);
  };
  const sheetOf = ({ scope }: NameObject) => state.model.sheets.find(({ id }) => id === scope) ?? null;
  /** The value of a name that is a constant: what a formula gives is computed in cells alone. */
  const valueOf = (item: NameObject): string | number | boolean => {
    const { formula } = find(item);
    if (formula.includes("#REF!")) return "#REF!";
    if (/^".*"$/s.test(formula)) return formula.slice(1, -1).replaceAll('""', '"');
    if (/^(?:TRUE|FALSE)$/i.test(formula)) return formula.toUpperCase() === "TRUE";
    if (formula === "" || Number.isNaN(Number(formula))) throw new NotSimulated(`the value of the name ${item.name}`);
    return Number(formula);
  };
  return {
    NamedItemCollection: hostClass<NamesObject>({
      // Excel's own names, such as the rows repeated on each page, are not among them.
      items: (names) =>
        state.model.names
          .filter(({ name, scope }) => scope === scopeOf(names) && !name.startsWith("_xlnm."))
          .map(object),
      index: (names, name) => lookUp(name, scopeOf(names)),
      call: {
        Add(names, name, reference, comment) {
          const text = textArgument(name);
          if (!NAME.test(text) || parseLocalRange(text) || isCellName(text)) throw hostErrors.invalidArgument();
          const scope = scopeOf(names);
          if (lookUp(text, scope)) throw hostErrors.alreadyExists();
          const formula = isRangeObject(reference) ? absolute(reference) : formulaOf(reference);
          state.nameChanged(text);
          const said = typeof comment === "string" ? { comment } : {};
          state.model.setName({ name: text, formula, hidden: false, scope, ...said });
          return { className: "NamedItem", name: text, scope } satisfies NameObject;
        },
        GetItemOrNullObject: (names, name) => lookUp(name, scopeOf(names)),
      },
    }),
    NamedItem: hostClass<NameObject>({
      // By which its own collection finds it, that of the workbook or that of a sheet.
      key: ({ name }) => ({ _Id: name }),
      get: {
        Formula: (item) => `=${find(item).formula}`,
        Comment: (item) => find(item).comment ?? "",
        Name: ({ name }) => name,
        Scope: ({ scope }) => (scope === null ? "Workbook" : "Worksheet"),
        Type: (item) => (rangeOf(item) ? "Range" : typeOfValue(valueOf(item))),
        Value: (item) => (rangeOf(item) ? find(item).formula : valueOf(item)),
        Visible: (item) => !find(item).hidden,
      },
      set: {
        Formula(item, value) {
          state.nameChanged(item.name);
          state.model.setName({ ...find(item), formula: formulaOf(value) });
        },
        Comment(item, value) {
          state.isDirty = true;
          state.model.setName({ ...find(item), comment: textArgument(value) });
        },
        Visible(item, value) {
          state.isDirty = true;
          state.model.setName({ ...find(item), hidden: !booleanArgument(value) });
        },
      },
      nav: {
        Worksheet(item) {
          const sheet = sheetOf(item);
          if (!sheet) throw hostErrors.itemNotFound();
          return sheetObject(state, sheet);
        },
        WorksheetOrNullObject(item) {
          const sheet = sheetOf(item);
          return sheet && sheetObject(state, sheet);
        },
      },
      call: {
        GetRange(item) {
          const range = rangeOf(item);
          if (!range) throw hostErrors.itemNotFound();
          return range;
        },
        GetRangeOrNullObject: (item) => rangeOf(item),
        Delete(item) {
          state.nameChanged(item.name);
          state.model.removeName(find(item).name, item.scope);
        },
      },
    }),
  };
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Without "=": held to what the formula of a cell is held to. */
function formulaOf(given: unknown): string {
  const formula = textArgument(given).replace(/^=?/, "=");
  if (!parseFormula(formula)) throw hostErrors.invalidArgument();
  return formula.slice(1);
}

/** "'Écarts'!$A$1". */
function absolute({ sheet, range }: RangeObject): string {
  return absoluteRange({ sheet: sheet.name, ...range });
}

function typeOfValue(value: string | number | boolean): string {
  if (typeof value === "string") return value === "#REF!" ? "Error" : "String";
  return typeof value === "boolean" ? "Boolean" : "Double";
}

// Defined names of the workbook, hidden ones included.
import type { DefinedName, SheetModel } from "../../files/workbook-model";
import { columnName } from "../../core/domain/cell-ref";
import { quoteSheet } from "../../core/domain/cell-ref";
import { parseLocal } from "../address";
import type { ExcelState } from "../excel-state";
import { booleanArgument, hostClass, textArgument, type ClassTables, type HostObject } from "../object-table";
import { hostErrors } from "../wire";
import { isRangeObject, type RangeObject } from "./objects";

interface NameObject extends HostObject {
  readonly name: string;
  readonly scope: string | null;
}

/** The names of the workbook, or with a sheet those that belong to it. */
interface NamesObject extends HostObject {
  readonly sheet?: SheetModel;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;
/** Cells in the other notation, as Excel says it in English and in French. */
const R1C1 = /^(?:r\d*(?:c\d*)?|c\d*|l\d*(?:c\d*)?)$/i;

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
  return {
    NamedItemCollection: hostClass<NamesObject>({
      // Excel's own names, such as the rows repeated on each page, are not among them.
      items: (names) =>
        state.model.names
          .filter(({ name, scope }) => scope === scopeOf(names) && !name.startsWith("_xlnm."))
          .map(object),
      index: (names, name) => lookUp(name, scopeOf(names)),
      call: {
        Add(names, name, reference) {
          const text = textArgument(name);
          if (!NAME.test(text) || parseLocal(text) || R1C1.test(text)) throw hostErrors.invalidArgument();
          const scope = scopeOf(names);
          if (lookUp(text, scope)) throw hostErrors.alreadyExists();
          const formula = isRangeObject(reference) ? absolute(reference) : textArgument(reference).replace(/^=/, "");
          state.isDirty = true;
          state.model.setName({ name: text, formula, hidden: false, scope });
          return { className: "NamedItem", name: text, scope } satisfies NameObject;
        },
        GetItemOrNullObject: (names, name) => lookUp(name, scopeOf(names)),
      },
    }),
    NamedItem: hostClass<NameObject>({
      // A name of a sheet is told apart by the sheet's own.
      key: ({ name, scope }) => ({ _Id: scope === null ? name : `${scope}!${name}` }),
      get: {
        Formula: (item) => `=${find(item).formula}`,
        Name: ({ name }) => name,
        Visible: (item) => !find(item).hidden,
      },
      set: {
        Formula(item, value) {
          state.isDirty = true;
          state.model.setName({ ...find(item), formula: textArgument(value).replace(/^=/, "") });
        },
        Visible(item, value) {
          state.isDirty = true;
          state.model.setName({ ...find(item), hidden: !booleanArgument(value) });
        },
      },
      call: {
        Delete(item) {
          state.isDirty = true;
          state.model.removeName(find(item).name, item.scope);
        },
      },
    }),
  };
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** "'Écarts'!$A$1". */
function absolute({ sheet, range: { top, left, bottom, right } }: RangeObject): string {
  const first = `$${columnName(left)}$${top + 1}`;
  const last = `$${columnName(right)}$${bottom + 1}`;
  return `${quoteSheet(sheet.name)}!${first === last ? first : `${first}:${last}`}`;
}

// Defined names of the workbook, hidden ones included.
import type { DefinedName } from "../../files/workbook-model";
import { columnName } from "../../core/domain/cell-ref";
import { quoteSheet } from "../../core/domain/cell-ref";
import type { ExcelState } from "../excel-state";
import { booleanArgument, hostClass, textArgument, type ClassTables, type HostObject } from "../object-table";
import { hostErrors } from "../wire";
import { isRangeObject, type RangeObject } from "./objects";

interface NameObject extends HostObject {
  readonly name: string;
}

export function nameClasses(state: ExcelState): ClassTables {
  const find = (name: string): DefinedName => {
    const found = state.model.names.find((item) => item.scope === null && sameName(item.name, name));
    if (!found) throw hostErrors.itemNotFound();
    return found;
  };
  const object = ({ name }: DefinedName): NameObject => ({ className: "NamedItem", name });
  const lookUp = (name: unknown) => {
    const found = state.model.names.find((item) => item.scope === null && sameName(item.name, String(name)));
    return found ? object(found) : null;
  };
  return {
    NamedItemCollection: hostClass<HostObject>({
      items: () => state.model.names.filter(({ scope }) => scope === null).map(object),
      index: (_, name) => lookUp(name),
      call: {
        Add(_, name, reference) {
          const text = textArgument(name);
          if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(text)) throw hostErrors.invalidArgument();
          if (lookUp(text)) throw hostErrors.alreadyExists();
          const formula = isRangeObject(reference) ? absolute(reference) : textArgument(reference).replace(/^=/, "");
          state.isDirty = true;
          state.model.setName({ name: text, formula, hidden: false, scope: null });
          return { className: "NamedItem", name: text } satisfies NameObject;
        },
        GetItemOrNullObject: (_, name) => lookUp(name),
      },
    }),
    NamedItem: hostClass<NameObject>({
      key: ({ name }) => ({ _Id: name }),
      get: {
        Formula: ({ name }) => `=${find(name).formula}`,
        Name: ({ name }) => name,
        Visible: ({ name }) => !find(name).hidden,
      },
      set: {
        Formula({ name }, value) {
          state.isDirty = true;
          state.model.setName({ ...find(name), formula: textArgument(value).replace(/^=/, "") });
        },
        Visible({ name }, value) {
          state.isDirty = true;
          state.model.setName({ ...find(name), hidden: !booleanArgument(value) });
        },
      },
      call: {
        Delete({ name }) {
          state.isDirty = true;
          state.model.removeName(find(name).name, null);
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

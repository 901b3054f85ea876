// What an add-in keeps in a workbook beside its cells: settings by key, and custom XML parts.
import { XmlError } from "../../files/xml/parse-xml";
import type { CustomXmlPart } from "../../files/workbook/custom-xml";
import type { WorkbookModel } from "../../files/workbook-model";
import type { ExcelState } from "../excel-state";
import { hostClass, textArgument, type ClassTables, type HostObject } from "../object-table";
import { hostErrors } from "../wire";

interface SettingObject extends HostObject {
  readonly name: string;
}
interface PartObject extends HostObject {
  readonly id: string;
}
interface PartsObject extends HostObject {
  /** Those of one namespace. */
  readonly namespace?: string;
}

export function storedDataClasses(state: ExcelState): ClassTables {
  // Excel keeps them in a part of the add-in itself, which stands for nothing without its manifest: here they last as long as the workbook is open.
  const kept = new WeakMap<WorkbookModel, Map<string, unknown>>();
  const settings = (): Map<string, unknown> => {
    const known = kept.get(state.model) ?? new Map<string, unknown>();
    kept.set(state.model, known);
    return known;
  };
  const setting = (name: string): SettingObject => ({ className: "Setting", name });
  const findSetting = (_: HostObject, key: unknown) => (settings().has(String(key)) ? setting(String(key)) : null);
  const value = ({ name }: SettingObject) => {
    if (!settings().has(name)) throw hostErrors.itemNotFound();
    return settings().get(name);
  };

  const parts = ({ namespace }: PartsObject) =>
    state.model.customXml.list().filter((part) => namespace === undefined || part.namespace === namespace);
  const part = ({ id }: CustomXmlPart): PartObject => ({ className: "CustomXmlPart", id });
  const known = ({ id }: PartObject): CustomXmlPart => {
    const found = state.model.customXml.list().find((each) => each.id === id);
    if (!found) throw hostErrors.itemNotFound();
    return found;
  };
  const findPart = (collection: PartsObject, id: unknown) => {
    const found = parts(collection).find((each) => each.id.toLowerCase() === String(id).toLowerCase());
    return found ? part(found) : null;
  };
  const onlyPart = (collection: PartsObject) => {
    const [only, another] = parts(collection);
    return only && !another ? part(only) : null;
  };
  const ofXml = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof XmlError) throw hostErrors.invalidArgument();
      throw error;
    }
  };
  let lastId = 0;
  const newId = () => `{00000000-0000-4000-8000-${(lastId += 1).toString(16).toUpperCase().padStart(12, "0")}}`;
  const freeId = (): string => {
    const id = newId();
    return state.model.customXml.list().some((each) => each.id === id) ? freeId() : id;
  };
  const collection = { items: (object: PartsObject) => parts(object).map(part), index: findPart };

  return {
    SettingCollection: hostClass<HostObject>({
      items: () => [...settings().keys()].map(setting),
      index: findSetting,
      call: {
        Add(_, name, given) {
          settings().set(textArgument(name), given);
          return setting(textArgument(name));
        },
      },
    }),
    Setting: hostClass<SettingObject>({
      key: ({ name }) => ({ _Id: name }),
      get: { Key: ({ name }) => name, Value: value },
      set: { Value: ({ name }, given) => void settings().set(name, given) },
      call: { Delete: ({ name }) => void settings().delete(name) },
    }),
    CustomXmlPartCollection: hostClass<PartsObject>({
      ...collection,
      call: {
        Add: (_, xml) => part(ofXml(() => state.model.customXml.add(freeId(), textArgument(xml)))),
        GetByNamespace: (_, uri) =>
          ({ className: "CustomXmlPartScopedCollection", namespace: textArgument(uri) }) satisfies PartsObject,
      },
    }),
    CustomXmlPartScopedCollection: hostClass<PartsObject>({
      ...collection,
      call: {
        GetOnlyItem(object) {
          const only = onlyPart(object);
          if (!only) throw hostErrors.invalidOperation("The collection does not hold exactly one item.");
          return only;
        },
        GetOnlyItemOrNullObject: onlyPart,
      },
    }),
    CustomXmlPart: hostClass<PartObject>({
      key: ({ id }) => ({ Id: id }),
      get: { Id: ({ id }) => id, NamespaceUri: (object) => known(object).namespace },
      call: {
        Delete: (object) => state.model.customXml.remove(known(object)),
        GetXml: (object) => state.model.customXml.xml(known(object)),
        SetXml: (object, xml) => ofXml(() => state.model.customXml.setXml(known(object), textArgument(xml))),
      },
    }),
  };
}

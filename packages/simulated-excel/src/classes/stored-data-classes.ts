// What an add-in keeps in a workbook beside its cells: settings by key, and custom XML parts.
import { XmlError } from "xlsx-model/xml/parse-xml";
import type { CustomXmlPart } from "xlsx-model/workbook/custom-xml";
import type { ExcelState } from "../excel-state";
import { hostClass, textArgument, type ClassTables, type HostObject } from "../object-table";
import { HostError, hostErrors } from "../wire";

const ONE_MB = 1024 * 1024;
/**
 * The most that all settings of an add-in may take: "2MB maximum", Microsoft's answer to office-js#621; above, "the
 * argument is invalid" (#3957).
 */
const MOST_SETTINGS = 2 * ONE_MB;

interface SettingObject extends HostObject {
  readonly name: string;
}
interface PartObject extends HostObject {
  readonly id: string;
}
interface PartsObject extends HostObject {
  /** The one namespace that is asked for; left out for all parts. */
  readonly namespace?: string;
}

export function storedDataClasses(state: ExcelState): ClassTables {
  const { addIn } = state.profile;
  const settings = () => state.model.addInSettings.read(addIn);
  const keep = (change: (kept: Map<string, string>) => void): void => {
    const kept = settings();
    change(kept);
    if (sizeOf(kept) > MOST_SETTINGS) throw hostErrors.invalidArgument();
    state.model.addInSettings.write(addIn, kept);
  };
  const setting = (name: string): SettingObject => ({ className: "Setting", name });
  const findSetting = (_: HostObject, key: unknown) => (settings().has(String(key)) ? setting(String(key)) : null);
  const value = ({ name }: SettingObject): unknown => {
    const kept = settings().get(name);
    if (kept === undefined) throw hostErrors.itemNotFound();
    return JSON.parse(kept);
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
  const ofXml = <T>(xml: string, work: () => T): T => {
    if (byteLength(xml) > ONE_MB && state.hasBug("custom-xml-over-1-mb-fails"))
      throw new HostError("GeneralException", "An internal error has occurred.");
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
          keep((kept) => kept.set(textArgument(name), JSON.stringify(given ?? null)));
          return setting(textArgument(name));
        },
      },
    }),
    Setting: hostClass<SettingObject>({
      key: ({ name }) => ({ _Id: name }),
      get: { Key: ({ name }) => name, Value: value },
      set: { Value: ({ name }, given) => keep((kept) => kept.set(name, JSON.stringify(given ?? null))) },
      call: { Delete: ({ name }) => keep((kept) => kept.delete(name)) },
    }),
    CustomXmlPartCollection: hostClass<PartsObject>({
      ...collection,
      call: {
        Add: (_, xml) => part(ofXml(textArgument(xml), () => state.model.customXml.add(freeId(), textArgument(xml)))),
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
        SetXml: (object, xml) =>
          ofXml(textArgument(xml), () => state.model.customXml.setXml(known(object), textArgument(xml))),
      },
    }),
  };
}

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;
const sizeOf = (kept: ReadonlyMap<string, string>) => [...kept].flat().reduce((sum, text) => sum + byteLength(text), 0);

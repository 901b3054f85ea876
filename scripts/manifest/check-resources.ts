// Resources of the manifest: every reference resolves to the right kind, within Office's limits, in both languages.
import { all, type Element } from "./read-xml";

const RESID_LENGTH = 32;
const URL_LENGTH = 2048;
const TEXT_LENGTH: Readonly<Record<string, number>> = { "bt:ShortStrings": 125, "bt:LongStrings": 250 };

/** What the element that refers to a resource may refer to. */
const KIND_OF_REFERENCE: Readonly<Record<string, string>> = {
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Description: "bt:LongStrings",
  "bt:Image": "bt:Images",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  Runtime: "bt:Urls",
};

const KINDS = ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"];

export function checkResources(manifest: Element, otherLocales: readonly string[]): string[] {
  const problems: string[] = [];
  const kindById = new Map<string, string>();
  for (const kind of all(manifest, ...KINDS)) {
    for (const { attributes, children } of kind.children) {
      const id = attributes["id"] ?? "";
      if (kindById.has(id)) problems.push(`resource id stands twice: "${id}"`);
      kindById.set(id, kind.name);
      if (id.length > RESID_LENGTH) problems.push(`resource id is over ${RESID_LENGTH} characters: "${id}"`);
      const limit = TEXT_LENGTH[kind.name] ?? URL_LENGTH;
      const values = [attributes["DefaultValue"] ?? "", ...children.map((child) => child.attributes["Value"] ?? "")];
      for (const value of values) {
        if (value === "") problems.push(`resource "${id}" has an empty value`);
        if (value.length > limit) problems.push(`resource "${id}" is over ${limit} characters: "${value}"`);
      }
    }
  }
  return [...problems, ...checkReferences(manifest, kindById), ...checkOverrides(manifest, otherLocales)];
}

function checkReferences(manifest: Element, kindById: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const unused = new Set(kindById.keys());
  for (const { name, attributes } of all(manifest, ...Object.keys(KIND_OF_REFERENCE))) {
    const resid = attributes["resid"];
    if (resid === undefined) continue;
    unused.delete(resid);
    const kind = kindById.get(resid);
    const expected = KIND_OF_REFERENCE[name];
    if (kind === undefined) problems.push(`${name} refers to a resource that does not exist: "${resid}"`);
    else if (kind !== expected) problems.push(`${name} refers to "${resid}" of ${kind} instead of ${expected}`);
  }
  return [...problems, ...[...unused].map((id) => `nothing refers to the resource "${id}"`)];
}

function checkOverrides(manifest: Element, otherLocales: readonly string[]): string[] {
  return all(manifest, "DisplayName", "Description", "bt:String").flatMap((element) => {
    // Inside VersionOverrides a Description is a reference; its resource has the texts.
    if (element.attributes["resid"] !== undefined) return [];
    const given = all(element, "Override", "bt:Override").map(({ attributes }) => attributes["Locale"]);
    const name = element.attributes["id"] ?? element.name;
    return otherLocales
      .filter((locale) => !given.includes(locale))
      .map((locale) => `"${name}" has no override for ${locale}`);
  });
}

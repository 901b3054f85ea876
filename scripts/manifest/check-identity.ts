// The top of the manifest: identity, texts of the store, requirements.
import { all, child, first, type Element } from "./read-xml";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** Excel and the store refuse a version below 1.0. */
const VERSION = /^[1-9]\d{0,4}(?:\.\d{1,5}){3}$/;
const MAX_LENGTH: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250 };
const REQUIRED = ["ProviderName", "IconUrl", "HighResolutionIconUrl", "SupportUrl"];

/** `product` is the product's version in three numbers, which Excel wants in four. */
export function checkIdentity(manifest: Element, defaultLocale: string, product: string): string[] {
  return [...checkFields(manifest, defaultLocale, product), ...checkTexts(manifest), ...checkRequirements(manifest)];
}

function checkFields(manifest: Element, defaultLocale: string, product: string): string[] {
  const problems: string[] = [];
  const id = child(manifest, "Id")?.text.trim() ?? "";
  if (!GUID.test(id)) problems.push(`Id is not a GUID: "${id}"`);
  const version = child(manifest, "Version")?.text.trim() ?? "";
  if (!VERSION.test(version)) problems.push(`Version is not four numbers from 1.0.0.0: "${version}"`);
  else if (version !== `${product}.0`) problems.push(`Version is not that of the product, ${product}: "${version}"`);
  const locale = child(manifest, "DefaultLocale")?.text.trim() ?? "";
  if (locale !== defaultLocale) problems.push(`DefaultLocale is "${locale}" instead of "${defaultLocale}"`);
  for (const name of REQUIRED) if (!child(manifest, name)) problems.push(`${name} is missing`);
  return problems;
}

function checkTexts(manifest: Element): string[] {
  return Object.entries(MAX_LENGTH).flatMap(([name, length]) => {
    const element = child(manifest, name);
    if (!element) return [`${name} is missing`];
    const texts = [element.attributes["DefaultValue"], ...all(element, "Override").map((o) => o.attributes["Value"])];
    return texts
      .filter((text = "") => text.length > length)
      .map((text) => `${name} is over ${length} characters: "${text}"`);
  });
}

function checkRequirements(manifest: Element): string[] {
  const problems: string[] = [];
  const sets = all(child(manifest, "Requirements") ?? manifest, "Set").map(({ attributes }) => attributes);
  if (!sets.some(({ Name }) => Name === "ExcelApi")) problems.push("Requirements do not name ExcelApi");
  for (const { Name = "", MinVersion = "" } of sets) {
    if (!/^\d+\.\d+$/.test(MinVersion)) problems.push(`Requirements: ${Name} has no MinVersion such as 1.14`);
  }
  const hasRuntime = first(manifest, "Runtime") !== undefined;
  if (hasRuntime && !sets.some(({ Name }) => Name === "SharedRuntime")) {
    problems.push("Requirements do not name SharedRuntime, which Runtimes needs");
  }
  return problems;
}

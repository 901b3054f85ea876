// The ribbon of the manifest: its controls, their functions and the one page that pane and ribbon share.
import { all, child, first, type Element } from "./read-xml";

const ID_LENGTH = 125;
const ICON_SIZES = ["16", "32", "80"];

export function checkCommands(manifest: Element, associatedActions: readonly string[]): string[] {
  return [
    ...checkIds(manifest),
    ...checkTabs(manifest),
    ...checkIconSizes(manifest),
    ...checkMenus(manifest),
    ...checkFunctions(manifest, associatedActions),
    ...checkSharedRuntime(manifest),
  ];
}

function checkIds(manifest: Element): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { name, attributes } of all(manifest, "CustomTab", "Group", "Control", "Item")) {
    const id = attributes["id"] ?? "";
    if (id === "") problems.push(`${name} has no id`);
    if (seen.has(id)) problems.push(`${name} id stands twice: "${id}"`);
    if (id.length > ID_LENGTH) problems.push(`${name} id is over ${ID_LENGTH} characters: "${id}"`);
    seen.add(id);
  }
  return problems;
}

function checkTabs(manifest: Element): string[] {
  return all(manifest, "ExtensionPoint")
    .filter((point) => child(point, "OfficeTab") && child(point, "CustomTab"))
    .map(() => "an ExtensionPoint has both OfficeTab and CustomTab: Excel shows neither");
}

/** What Office asks of a menu, which its schema lets pass in part: an item without picture has an empty place beside its text. */
function checkMenus(manifest: Element): string[] {
  const controls = all(manifest, "Control");
  const menus = controls.filter(({ attributes }) => attributes["xsi:type"] === "Menu");
  const empty = menus.filter((menu) => all(menu, "Item").length === 0);
  const acting = menus.filter((menu) => child(menu, "Action"));
  const buttons = controls.filter((control) => !menus.includes(control));
  return [
    ...empty.map(({ attributes }) => `the menu "${attributes["id"]}" has no Item`),
    ...acting.map(({ attributes }) => `the menu "${attributes["id"]}" has an Action: only its items have one`),
    ...buttons.flatMap((button) => missingParts(button)),
    ...menus.flatMap((menu) => [menu, ...all(menu, "Item")].flatMap((holder) => missingParts(holder, holder === menu))),
  ];
}

function missingParts(holder: Element, isMenu = false): string[] {
  const id = holder.attributes["id"] ?? holder.name;
  const supertip = child(holder, "Supertip");
  const wanted = ["Label", "Supertip", ...(isMenu ? [] : ["Action"])];
  return [
    ...wanted.filter((name) => !child(holder, name)).map((name) => `"${id}" has no ${name}`),
    ...["Title", "Description"]
      .filter((name) => supertip && !child(supertip, name))
      .map((name) => `the Supertip of "${id}" has no ${name}`),
  ];
}

function checkIconSizes(manifest: Element): string[] {
  return all(manifest, "Group", "Control", "Item").flatMap((holder) => {
    const icon = child(holder, "Icon");
    const id = holder.attributes["id"] ?? holder.name;
    if (!icon) return [`"${id}" has no Icon`];
    const sizes = icon.children.map(({ attributes }) => attributes["size"]);
    return ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `"${id}" has no icon of ${size} pixels`);
  });
}

function checkFunctions(manifest: Element, associatedActions: readonly string[]): string[] {
  const called = new Set(all(manifest, "FunctionName").map(({ text }) => text.trim()));
  const problems: string[] = [];
  for (const name of called) {
    if (!associatedActions.includes(name)) problems.push(`no code is associated with the function "${name}"`);
  }
  for (const name of associatedActions) {
    if (!called.has(name)) problems.push(`no button calls the function "${name}"`);
  }
  if (called.size > 0 && !first(manifest, "FunctionFile")) problems.push("FunctionFile is missing");
  return problems;
}

/** With one shared runtime, pane, commands and runtime must name the same page, or Excel starts several. */
function checkSharedRuntime(manifest: Element): string[] {
  const runtime = first(manifest, "Runtime");
  if (!runtime) return ["Runtimes is missing: pane and ribbon would not share their state"];
  const problems: string[] = [];
  if (runtime.attributes["lifetime"] !== "long") problems.push('Runtime has no lifetime="long"');
  const resid = runtime.attributes["resid"];
  for (const { name, attributes } of all(
    first(manifest, "VersionOverrides") ?? manifest,
    "FunctionFile",
    "SourceLocation",
  )) {
    if (attributes["resid"] !== resid)
      problems.push(`${name} refers to "${attributes["resid"]}", Runtime to "${resid}"`);
  }
  const page = all(manifest, "bt:Url").find(({ attributes }) => attributes["id"] === resid)?.attributes["DefaultValue"];
  const source = child(child(manifest, "DefaultSettings"), "SourceLocation")?.attributes["DefaultValue"];
  if (page !== source) problems.push(`SourceLocation is ${source}, the page of the runtime ${page}`);
  return problems;
}

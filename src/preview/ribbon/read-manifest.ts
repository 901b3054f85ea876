// Reads from the add-in's manifest what Excel would draw in its ribbon; French texts, relative icon addresses.

export type RibbonCommand =
  { readonly kind: "function"; readonly name: string } | { readonly kind: "taskpane"; readonly page: string };

interface RibbonItem {
  readonly id: string;
  readonly label: string;
  readonly tooltipTitle: string;
  readonly tooltip: string;
  /** Address of the largest icon, relative to the page. */
  readonly icon: string;
}

export interface RibbonButton extends RibbonItem {
  readonly command: RibbonCommand;
}

export interface RibbonMenu extends RibbonItem {
  readonly items: readonly RibbonButton[];
}

export type RibbonControl = RibbonButton | RibbonMenu;

export function isMenu(control: RibbonControl): control is RibbonMenu {
  return "items" in control;
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly RibbonControl[];
}

export interface Ribbon {
  readonly addInName: string;
  /** "TabHome" or the label of a tab of its own. */
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
}

const LOCALE = "fr-FR";
const EXCEL_TABS: Readonly<Record<string, string>> = {
  TabHome: "Accueil",
  TabInsert: "Insertion",
  TabData: "Données",
  TabReview: "Révision",
  TabView: "Affichage",
};

/** Throws when the manifest has no ribbon. */
export function readManifest(xml: string): Ribbon {
  const manifest = new DOMParser().parseFromString(xml, "application/xml");
  // A newer VersionOverrides stands inside the older one and replaces it.
  const overrides = all(manifest, "VersionOverrides").at(-1);
  const surface = overrides && all(overrides, "ExtensionPoint").find((point) => isRibbon(point));
  const tab = surface && (first(surface, "OfficeTab") ?? first(surface, "CustomTab"));
  if (!overrides || !tab) throw new Error("manifest.xml : aucun ruban.");
  const texts = readResources(overrides);
  const tabId = tab.getAttribute("id") ?? "";
  return {
    addInName: localised(first(manifest, "DisplayName"), "DefaultValue"),
    tab: EXCEL_TABS[tabId] ?? texts(child(tab, "Label")),
    groups: all(tab, "Group").map((group) => ({
      id: group.getAttribute("id") ?? "",
      label: texts(child(group, "Label")),
      controls: all(group, "Control").map((control) => readControl(control, texts)),
    })),
  };
}

type Texts = (holder: Element | undefined) => string;

function readControl(control: Element, texts: Texts): RibbonControl {
  const items = child(control, "Items");
  if (!items) return readButton(control, texts);
  return { ...readItem(control, texts), items: all(items, "Item").map((item) => readButton(item, texts)) };
}

function readButton(control: Element, texts: Texts): RibbonButton {
  return { ...readItem(control, texts), command: readCommand(child(control, "Action"), texts) };
}

function readItem(control: Element, texts: Texts): RibbonItem {
  const supertip = child(control, "Supertip");
  const icon = child(control, "Icon");
  const sizeOf = (image: Element) => Number(image.getAttribute("size"));
  const images = (icon ? all(icon, "Image") : []).sort((a, b) => sizeOf(a) - sizeOf(b));
  return {
    id: control.getAttribute("id") ?? "",
    label: texts(child(control, "Label")),
    tooltipTitle: texts(supertip && child(supertip, "Title")),
    tooltip: texts(supertip && child(supertip, "Description")),
    icon: new URL(texts(images.at(-1)), "https://localhost").pathname.slice(1),
  };
}

function readCommand(action: Element | undefined, texts: Texts): RibbonCommand {
  const name = action && child(action, "FunctionName")?.textContent;
  if (name) return { kind: "function", name };
  return { kind: "taskpane", page: texts(action && child(action, "SourceLocation")) };
}

function readResources(overrides: Element): Texts {
  const texts = new Map<string, string>();
  for (const name of ["Image", "Url", "String"]) {
    for (const resource of all(overrides, name)) {
      const id = resource.getAttribute("id");
      if (id !== null) texts.set(id, localised(resource, "DefaultValue"));
    }
  }
  return (holder) => texts.get(holder?.getAttribute("resid") ?? "") ?? "";
}

function localised(holder: Element | undefined, attribute: string): string {
  const override = holder && all(holder, "Override").find((entry) => entry.getAttribute("Locale") === LOCALE);
  return override?.getAttribute("Value") ?? holder?.getAttribute(attribute) ?? "";
}

function isRibbon(point: Element): boolean {
  return /PrimaryCommandSurface$/.test(point.getAttribute("xsi:type") ?? "");
}

// Prefixes (bt:, ov:) are the author's choice: only local names count.
function all(parent: Document | Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

function first(parent: Document | Element, name: string): Element | undefined {
  return all(parent, name)[0];
}

function child(parent: Element, name: string): Element | undefined {
  return [...parent.children].find(({ localName }) => localName === name);
}

// The workbook's own part: its list of sheets, its protection and its active tab.
import { relationshipAttribute } from "../package/relationships";
import { attribute, child, childrenNamed, isTrue } from "../xml/parse-xml";
import { encodeXml } from "../xml/escape";
import { formatAttributes, setAttributes, splitElement } from "../xml/tags";
import { XmlPart } from "../xml/xml-part";
import type { SheetVisibility } from "../sheet-values";

/** Order of the workbook's children in the schema. */
export const WORKBOOK_ORDER = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
] as const;

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly visibility: SheetVisibility;
  readonly relationship: string;
  readonly xml: string;
}

export class WorkbookPart {
  readonly part: XmlPart;
  /** As long as the list of sheets stays as it is: each sheet asks for its name over and over. */
  private known: { readonly xml: string; readonly entries: readonly SheetEntry[] } | null = null;

  constructor(text: string) {
    this.part = new XmlPart(text);
  }

  toString(): string {
    return this.part.toString();
  }

  /** All tabs in order, chart sheets included. */
  entries(): readonly SheetEntry[] {
    const xml = this.part.find("sheets")?.xml ?? "";
    if (this.known?.xml !== xml) this.known = { xml, entries: this.readEntries(xml) };
    return this.known.entries;
  }

  private readEntries(xml: string): readonly SheetEntry[] {
    return childrenNamed(this.part.tree("sheets"), "sheet").map((sheet) => {
      const state = sheet.attributes["state"];
      return {
        name: sheet.attributes["name"] ?? "",
        sheetId: Number(sheet.attributes["sheetId"] ?? 0),
        visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
        relationship: attribute(sheet, "id") ?? "",
        xml: xml.slice(sheet.start, sheet.end),
      };
    });
  }

  /** Writes the tabs in the given order. */
  setEntries(entries: readonly { readonly xml: string }[]): void {
    const sheets = this.part.find("sheets");
    if (!sheets) return;
    const { open, close } = splitElement(sheets.xml);
    sheets.xml = open + entries.map(({ xml }) => xml).join("") + close;
  }

  changeEntry(sheetId: number, changes: Readonly<Record<string, string | null>>): void {
    this.setEntries(
      this.entries().map((entry) => (entry.sheetId === sheetId ? { xml: setAttributes(entry.xml, changes) } : entry)),
    );
  }

  addEntry(name: string, relationship: string): number {
    const entries = this.entries();
    const sheetId = Math.max(0, ...entries.map((entry) => entry.sheetId)) + 1;
    const { prefix, rootOpen } = this.part;
    const related = relationshipAttribute(rootOpen, relationship);
    const xml = `<${prefix}sheet name="${encodeXml(name)}" sheetId="${sheetId}"${related}/>`;
    this.setEntries([...entries, { xml }]);
    return sheetId;
  }

  /** Null where the structure is free. */
  get structureProtection(): ReadonlyMap<string, string> | null {
    const attributes = this.part.tree("workbookProtection")?.attributes;
    return attributes && isTrue(attributes["lockStructure"]) ? new Map(Object.entries(attributes)) : null;
  }
  set structureProtection(attributes: ReadonlyMap<string, string> | null) {
    const known = this.part.find("workbookProtection");
    if (known) this.part.remove(known);
    if (!attributes) return;
    const xml = `<${this.part.prefix}workbookProtection${formatAttributes(attributes)}/>`;
    this.part.insert("workbookProtection", xml, WORKBOOK_ORDER);
  }

  /** Every formula is to be computed anew: the writer of the file did not compute any. */
  get fullCalcOnLoad(): boolean {
    return isTrue(this.part.tree("calcPr")?.attributes["fullCalcOnLoad"]);
  }

  get activeTab(): number {
    const views = this.part.tree("bookViews");
    return Number((views && child(views, "workbookView")?.attributes["activeTab"]) ?? 0);
  }

  set activeTab(tab: number) {
    if (tab === this.activeTab) return;
    const { prefix } = this.part;
    let views = this.part.find("bookViews");
    views ??= this.part.insert(
      "bookViews",
      `<${prefix}bookViews><${prefix}workbookView/></${prefix}bookViews>`,
      WORKBOOK_ORDER,
    );
    const tree = this.part.treeOf(views);
    const view = child(tree, "workbookView");
    if (!view) return;
    const changed = setAttributes(views.xml.slice(view.start, view.end), { activeTab: String(tab) });
    views.xml = views.xml.slice(0, view.start) + changed + views.xml.slice(view.end);
  }
}

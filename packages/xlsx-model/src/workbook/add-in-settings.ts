// What an add-in keeps in a workbook by key: the properties of its own web extension part, beside those of other add-ins.
import { addContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { addRelationship, readRelationships } from "../package/relationships";
import { encodeXml } from "../xml/escape";
import { parseNode, XmlNode } from "../xml/xml-node";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SCHEMAS = "http://schemas.microsoft.com/office";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PANES = `${SCHEMAS}/2011/relationships/webextensiontaskpanes`;
const EXTENSION = `${SCHEMAS}/2011/relationships/webextension`;
const FOLDER = "xl/webextensions";
const ORDER = ["reference", "alternateReferences", "properties", "bindings", "snapshot"];

/** As the manifest says it. */
export interface AddIn {
  readonly id: string;
  readonly version: string;
}

export class AddInSettings {
  constructor(private readonly pack: OpcPackage) {}

  /** By key; values as JSON. */
  read({ id }: AddIn): Map<string, string> {
    const path = this.pathOf(id);
    if (path === null) return new Map();
    const properties = this.pack.parse(path, parseNode).find("properties")?.all("property") ?? [];
    return new Map(properties.map((property) => [property.get("name") ?? "", property.get("value") ?? ""]));
  }

  write(addIn: AddIn, settings: ReadonlyMap<string, string>): void {
    const known = this.pathOf(addIn.id);
    if (known === null && settings.size === 0) return;
    const path = known ?? this.addPart(addIn);
    const root = this.pack.parse(path, parseNode);
    const prefix = root.name.slice(0, root.name.length - root.local.length);
    root.remove("properties");
    const properties = root.insert(new XmlNode(`${prefix}properties`), ORDER);
    for (const [name, value] of settings) properties.append(new XmlNode(`${prefix}property`, { name, value }));
    this.pack.setText(path, HEAD + root.toString());
  }

  private pathOf(id: string): string | null {
    const parts = readRelationships(this.pack, this.panes() ?? "").filter(({ kind }) => kind === "webextension");
    const found = parts.find(
      ({ target }) =>
        this.pack.has(target) &&
        this.pack.parse(target, parseNode).find("reference")?.get("id")?.toLowerCase() === id.toLowerCase(),
    );
    return found?.target ?? null;
  }

  /** The list of panes, which alone leads to the parts. */
  private panes(): string | null {
    const found = readRelationships(this.pack, "").find(({ kind }) => kind === "webextensiontaskpanes");
    return found && this.pack.has(found.target) ? found.target : null;
  }

  private addPart({ id, version }: AddIn): string {
    const panes = this.panes() ?? this.addPanes();
    let number = 1;
    while (this.pack.has(`${FOLDER}/webextension${number}.xml`)) number += 1;
    const path = `${FOLDER}/webextension${number}.xml`;
    const reference = `id="${encodeXml(id)}" version="${encodeXml(version)}" store="developer" storeType="Registry"`;
    this.pack.setText(
      path,
      `${HEAD}<we:webextension xmlns:we="${SCHEMAS}/webextensions/webextension/2010/11" id="{${encodeXml(id)}}">` +
        `<we:reference ${reference}/><we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="${RELATIONSHIPS}"/></we:webextension>`,
    );
    addContentType(this.pack, path, "application/vnd.ms-office.webextension+xml");
    const relationship = addRelationship(this.pack, panes, EXTENSION, `/${path}`);
    const root = this.pack.parse(panes, parseNode);
    const prefix = root.name.slice(0, root.name.length - root.local.length);
    // Not shown by itself when the workbook is opened.
    const pane = new XmlNode(`${prefix}taskpane`, { dockstate: "right", visibility: "0", width: "350", row: "0" });
    pane.append(new XmlNode(`${prefix}webextensionref`, { "xmlns:r": RELATIONSHIPS, "r:id": relationship }));
    this.pack.setText(panes, HEAD + root.append(pane).toString());
    return path;
  }

  private addPanes(): string {
    const path = `${FOLDER}/taskpanes.xml`;
    this.pack.setText(
      path,
      `${HEAD}<wetp:taskpanes xmlns:wetp="${SCHEMAS}/webextensions/taskpanes/2010/11"></wetp:taskpanes>`,
    );
    addContentType(this.pack, path, "application/vnd.ms-office.webextensiontaskpanes+xml");
    addRelationship(this.pack, "", PANES, `/${path}`);
    return path;
  }
}

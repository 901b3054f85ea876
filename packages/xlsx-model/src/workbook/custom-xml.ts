// The custom XML parts of a workbook: listed, read, added, changed and removed, each with the properties that bear its identifier.
import { addContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { addRelationship, readRelationships } from "../package/relationships";
import { removePart } from "../package/remove-part";
import { encodeXml } from "../xml/escape";
import { attribute, parseXml } from "../xml/parse-xml";

const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';

export interface CustomXmlPart {
  /** "{0F0E…}"; by it the part is known to every program. */
  readonly id: string;
  readonly path: string;
  /** Namespace of the root element; "" for none. */
  readonly namespace: string;
}

export class CustomXmlParts {
  constructor(
    private readonly pack: OpcPackage,
    private readonly workbook: string,
  ) {}

  list(): CustomXmlPart[] {
    return readRelationships(this.pack, this.workbook).flatMap(({ kind, target, external }) => {
      if (kind !== "customXml" || external || !this.pack.has(target)) return [];
      const properties = readRelationships(this.pack, target).find((each) => each.kind === "customXmlProps")?.target;
      const id =
        properties !== undefined && this.pack.has(properties)
          ? this.pack.parse(properties, (text) => attribute(parseXml(text), "itemID"))
          : undefined;
      return { id: id ?? target, path: target, namespace: namespaceOf(this.pack.text(target)) };
    });
  }

  xml({ path }: CustomXmlPart): string {
    return this.pack.text(path);
  }

  /** Throws XmlError for what is no XML. */
  setXml({ path }: CustomXmlPart, xml: string): void {
    parseXml(xml);
    this.pack.setText(path, xml);
  }

  add(id: string, xml: string): CustomXmlPart {
    parseXml(xml);
    let number = 1;
    while (this.pack.has(`customXml/item${number}.xml`)) number += 1;
    const path = `customXml/item${number}.xml`;
    const properties = `customXml/itemProps${number}.xml`;
    const namespace = namespaceOf(xml);
    const schema = namespace === "" ? "" : `<ds:schemaRef ds:uri="${encodeXml(namespace)}"/>`;
    this.pack.setText(path, xml);
    this.pack.setText(
      properties,
      `${HEAD}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${NAMESPACE}"><ds:schemaRefs>${schema}</ds:schemaRefs></ds:datastoreItem>`,
    );
    addContentType(this.pack, properties, PROPERTIES_TYPE);
    addRelationship(this.pack, path, "customXmlProps", `/${properties}`);
    addRelationship(this.pack, this.workbook, "customXml", `/${path}`);
    return { id, path, namespace };
  }

  remove({ path }: CustomXmlPart): void {
    const relation = readRelationships(this.pack, this.workbook).find(({ target }) => target === path);
    if (relation) removePart(this.pack, this.workbook, { path, relationship: relation.id });
  }
}

function namespaceOf(xml: string): string {
  const root = parseXml(xml);
  const prefix = /^<(?:([\w.-]+):)?/.exec(xml.slice(root.start))?.[1];
  return root.attributes[prefix === undefined ? "xmlns" : `xmlns:${prefix}`] ?? "";
}

// What a part points at: targets by id and by kind, kept in the ".rels" part beside it.
import { childrenNamed, parseXml } from "../xml/parse-xml";
import { encodeXml } from "../xml/escape";
import { XmlPart } from "../xml/xml-part";
import type { OpcPackage } from "./opc-package";

export interface Relationship {
  readonly id: string;
  /** Last segment of the type: "worksheet", "styles"; transitional and strict files agree on it. */
  readonly kind: string;
  /** Path within the package; the raw target for an external one. */
  readonly target: string;
  readonly external: boolean;
}

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolve(base: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const segments = base.split("/").slice(0, -1);
  for (const segment of target.replaceAll("\\", "/").split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

export function readRelationships(pack: OpcPackage, part: string): Relationship[] {
  const path = relationshipsPath(part);
  if (!pack.has(path)) return [];
  return pack.parse(path, (text) =>
    childrenNamed(parseXml(text), "Relationship").map(({ attributes }) => {
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      return {
        id: attributes["Id"] ?? "",
        kind: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        target: external ? target : resolve(part, target),
        external,
      };
    }),
  );
}

/** `kind` may be the whole type, of one that is not of the standard. `target` is relative to the part's folder. Answers the new id. */
export function addRelationship(
  pack: OpcPackage,
  part: string,
  kind: string,
  target: string,
  mode: "Internal" | "External" = "Internal",
): string {
  const path = relationshipsPath(part);
  const used = new Set(readRelationships(pack, part).map(({ id }) => id));
  let number = used.size + 1;
  while (used.has(`rId${number}`)) number++;
  const rels = new XmlPart(pack.has(path) ? pack.text(path) : EMPTY);
  const xml = `<${rels.prefix}Relationship Id="rId${number}" Type="${kind.includes("/") ? kind : `${NAMESPACE}/${kind}`}" Target="${encodeXml(target)}"${mode === "External" ? ' TargetMode="External"' : ""}/>`;
  rels.insert("Relationship", xml, ["Relationship"]);
  pack.setText(path, rels.toString());
  return `rId${number}`;
}

/** The attribute that names a relationship: the usual prefix may be missing or mean something else in this part. */
export function relationshipAttribute(rootOpen: string, id: string): string {
  const prefix = /xmlns:([\w.-]+)="[^"]*\/officeDocument\/(?:2006\/)?relationships"/.exec(rootOpen)?.[1];
  return prefix === undefined ? ` xmlns:r="${NAMESPACE}" r:id="${id}"` : ` ${prefix}:id="${id}"`;
}

export function removeRelationship(pack: OpcPackage, part: string, id: string): void {
  const path = relationshipsPath(part);
  const rels = new XmlPart(pack.text(path));
  const found = rels.children.find(({ xml }) => parseXml(xml).attributes["Id"] === id);
  if (!found) return;
  rels.remove(found);
  pack.setText(path, rels.toString());
}

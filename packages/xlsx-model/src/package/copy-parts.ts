// Copies what a part points at: each part of its own under a free path, under the same names; what several share stays shared.
import { parseNode } from "../xml/xml-node";
import { addContentType, contentType } from "./content-types";
import type { OpcPackage } from "./opc-package";
import { readRelationships, relationshipsPath } from "./relationships";

/** Pictures, and what pivot tables are counted from, need no copy. */
const SHARED: ReadonlySet<string> = new Set(["image", "pivotCacheDefinition", "hyperlink"]);
const OWN: ReadonlySet<string> = new Set([
  "drawing",
  "chart",
  "chartStyle",
  "chartColorStyle",
  "chartUserShapes",
  "themeOverride",
  "vmlDrawing",
  "comments",
  "threadedComment",
  "table",
  "printerSettings",
  "pivotTable",
]);

/** Throws a RangeError for what nobody here could copy. */
export function checkCopy(pack: OpcPackage, part: string): void {
  for (const { kind, target, external } of readRelationships(pack, part)) {
    if (external || SHARED.has(kind)) continue;
    if (!OWN.has(kind)) throw new RangeError(`a copy of a part of the kind ${kind}`);
    checkCopy(pack, target);
  }
}

/** Answers the copied parts by kind. */
export function copyRelated(
  pack: OpcPackage,
  from: string,
  to: string,
): { readonly kind: string; readonly path: string }[] {
  const relations = readRelationships(pack, from);
  if (relations.length === 0) return [];
  const copied: { kind: string; path: string }[] = [];
  const root = pack.parse(relationshipsPath(from), parseNode);
  for (const { id, kind, target, external } of relations) {
    const relation = root.children.find((each) => each.get("Id") === id);
    if (!relation || external) continue;
    let path = target;
    if (OWN.has(kind)) {
      path = freePath(pack, target);
      copyPart(pack, target, path);
      copied.push({ kind, path }, ...copyRelated(pack, target, path));
    }
    relation.set("Target", `/${path}`);
  }
  pack.setText(relationshipsPath(to), `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.toString()}`);
  return copied;
}

function copyPart(pack: OpcPackage, from: string, to: string): void {
  if (/\.(?:xml|vml|rels)$/i.test(from)) pack.setText(to, pack.text(from));
  else pack.setBytes(to, pack.bytes(from));
  const type = contentType(pack, from);
  if (type !== null) addContentType(pack, to, type);
}

function freePath(pack: OpcPackage, path: string): string {
  const [, stem = path, extension = ""] = /^(.*?)(?<!\d)\d*(\.[^./]*)$/.exec(path) ?? [];
  let number = 1;
  while (pack.has(`${stem}${number}${extension}`)) number += 1;
  return `${stem}${number}${extension}`;
}

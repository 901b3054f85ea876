// The workbook's table of texts, read once when a cell first needs it; new texts stand in their cells instead.
import type { OpcPackage } from "../package/opc-package";
import { readStringItem } from "../sheet/cell";
import type { StringTable } from "../sheet/cell-grid";
import { XmlError } from "../xml/parse-xml";

const ITEM = /<(?:[\w.-]+:)?si(?:\s[^<>]*)?(?:\/>|>([\s\S]*?)(?:<\/(?:[\w.-]+:)?si>|$))/g;

function readStrings(text: string): string[] {
  if (text.slice(0, 2000).includes("<!DOCTYPE")) throw new XmlError("document type");
  const strings: string[] = [];
  for (const [, inside = ""] of text.matchAll(ITEM)) strings.push(readStringItem(inside));
  return strings;
}

/** `path` is null for a workbook without such a table. */
export function sharedStrings(pack: OpcPackage, path: string | null): StringTable {
  let strings: string[] | null = null;
  return (index) => {
    strings ??= path === null ? [] : pack.parse(path, readStrings);
    return strings[index] ?? "";
  };
}

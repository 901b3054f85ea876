// The parts of a sheet's copy, with what must differ from the sheet's own: names of tables, numbers of comments.
import { renameTableInFormula } from "../formulas/rename-table";
import { copyRelated } from "../package/copy-parts";
import type { OpcPackage } from "../package/opc-package";
import { parseNode } from "../xml/xml-node";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const IDENTIFIER = /\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}/g;

/** Answers how formulas on the copy are to change: they name its own tables. */
export function copyParts(pack: OpcPackage, from: string, to: string): (formula: string) => string {
  const tables = tableNames(pack);
  const renamed: [string, string][] = [];
  const copied = copyRelated(pack, from, to);
  const identifiers = new Map<string, string>();
  for (const { kind, path } of copied) {
    if (kind === "table") {
      const root = pack.parse(path, parseNode);
      const old = root.get("displayName") ?? root.get("name") ?? "";
      const id = Math.max(0, ...tables.map(({ id: used }) => used)) + 1;
      let number = id;
      while (tables.some(({ name }) => name.toLowerCase() === `${old}${number}`.toLowerCase())) number += 1;
      const name = `${old}${number}`;
      tables.push({ id, name });
      renamed.push([old, name]);
      pack.setText(path, HEAD + root.set("id", id).set("name", name).set("displayName", name).toString());
    }
    // A comment and the note behind it know each other by these, in the whole workbook.
    if (kind === "threadedComment" || kind === "comments")
      pack.setText(
        path,
        pack
          .text(path)
          .replace(IDENTIFIER, (all, at: number, text: string) =>
            /personId="$/.test(text.slice(0, at)) ? all : newIdentifier(all, identifiers, pack),
          ),
      );
  }
  const change = (formula: string) =>
    renamed.reduce((all, [old, name]) => renameTableInFormula(all, old, name), formula);
  for (const { kind, path } of copied) if (kind === "table") pack.setText(path, inTable(pack.text(path), change));
  return change;
}

/** By it macros know the sheet, and the sheet alone. */
export function withoutCodeName(text: string): string {
  return text.replace(/(<(?:[\w.-]+:)?sheetPr\b[^>]*?)\scodeName="[^"]*"/, "$1");
}

/** A table says the formulas of its columns, too. */
function inTable(text: string, change: (formula: string) => string): string {
  const root = parseNode(text);
  for (const column of root.find("tableColumns")?.children ?? [])
    for (const each of column.children) if (/Formula$/.test(each.local)) each.text = change(each.text);
  return HEAD + root.toString();
}

function tableNames(pack: OpcPackage): { id: number; name: string }[] {
  return pack
    .paths()
    .filter((path) => /(?:^|\/)tables\/[^/]+\.xml$/i.test(path))
    .map((path) => {
      const root = pack.parse(path, parseNode);
      return { id: Number(root.get("id") ?? 0), name: root.get("displayName") ?? "" };
    });
}

function newIdentifier(old: string, known: Map<string, string>, pack: OpcPackage): string {
  const found = known.get(old);
  if (found !== undefined) return found;
  const texts = pack.paths().filter((path) => /comment/i.test(path) && path.endsWith(".xml"));
  const isUsed = (id: string) => texts.some((path) => pack.text(path).includes(id));
  let number = 1;
  const numbered = () => `${old.slice(0, -13)}${number.toString(16).toUpperCase().padStart(12, "0")}}`;
  while (isUsed(numbered()) || [...known.values()].includes(numbered())) number += 1;
  known.set(old, numbered());
  return numbered();
}

// What stands on a sheet beside its cells, as the parts around it say: tables, notes, drawings, controlled entries.
import { formatLocalRange, parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import { readPlace } from "../charts/anchor";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships } from "../package/relationships";
import type { SheetObject } from "../sheet-values";
import { child, childrenNamed, parseXml, type XmlElement } from "../xml/parse-xml";
import type { XmlPart } from "../xml/xml-part";
import { parseRanges } from "./ranges";

/**
 * The size of a cell in the default font, in the drawing's own units: near enough to tell what a picture without a
 * second cell covers.
 */
const COLUMN = 609_600;
const ROW = 190_500;

/** `path` is the sheet's own part. */
export function readSheetObjects(pack: OpcPackage, path: string, frame: XmlPart): SheetObject[] {
  const around = readRelationships(pack, path).flatMap(({ kind, target, external }) => {
    const read = READERS[kind];
    return read && !external && pack.has(target) ? pack.parse(target, (text) => read(parseXml(text))) : [];
  });
  // Each comment has a note too, for programs that know no comments.
  const commented = new Set(around.flatMap(({ kind, range }) => (kind === "comment" ? formatLocalRange(range) : [])));
  const isShadow = ({ kind, range }: SheetObject) => kind === "note" && commented.has(formatLocalRange(range));
  return [...around.filter((object) => !isShadow(object)), ...readControlled(frame)];
}

const READERS: Readonly<Record<string, (root: XmlElement) => SheetObject[]>> = {
  table: ({ attributes }) =>
    placed("table", attributes["displayName"] ?? attributes["name"] ?? null, attributes["ref"] ?? ""),
  pivotTable: (root) =>
    placed("pivot", root.attributes["name"] ?? null, child(root, "location")?.attributes["ref"] ?? ""),
  comments: (root) =>
    childrenNamed(child(root, "commentList"), "comment").flatMap(({ attributes }) =>
      placed("note", null, attributes["ref"] ?? ""),
    ),
  threadedComment: (root) =>
    childrenNamed(root, "threadedComment").flatMap(({ attributes }) =>
      placed("comment", null, attributes["ref"] ?? ""),
    ),
  drawing: (root) =>
    root.children.map((anchor): SheetObject => ({ kind: "drawing", name: nameIn(anchor), range: placeOf(anchor) })),
};

function placed(kind: SheetObject["kind"], name: string | null, reference: string): SheetObject[] {
  const range = parseLocalRange(reference);
  return range ? [{ kind, name, range }] : [];
}

/** The name of whatever the anchor holds: a picture, a shape, a chart, a group. */
function nameIn(element: XmlElement): string | null {
  if (element.name === "cNvPr") return element.attributes["name"] ?? null;
  for (const each of element.children) {
    const name = nameIn(each);
    if (name !== null) return name;
  }
  return null;
}

function placeOf(anchor: XmlElement): GridRange {
  const between = readPlace(anchor);
  if (between) return between;
  const from = child(anchor, "from");
  const number = (element: XmlElement | undefined, name: string) => Number(element?.attributes[name] ?? 0);
  const [pos, ext] = [child(anchor, "pos"), child(anchor, "ext")];
  const top = Number((from && child(from, "row")?.text) ?? Math.floor(number(pos, "y") / ROW));
  const left = Number((from && child(from, "col")?.text) ?? Math.floor(number(pos, "x") / COLUMN));
  return {
    top,
    left,
    bottom: top + Math.floor(number(ext, "cy") / ROW),
    right: left + Math.floor(number(ext, "cx") / COLUMN),
  };
}

/** Entry controls, also those that a plan could not ask for and those of Excel's own extension. */
function readControlled(frame: XmlPart): SheetObject[] {
  const found = [
    ...childrenNamed(frame.tree("dataValidations"), "dataValidation").map(({ attributes }) => attributes["sqref"]),
    ...extended(frame.tree("extLst")).map((element) => child(element, "sqref")?.text),
  ];
  return found
    .flatMap((reference) => parseRanges(reference ?? ""))
    .map((range): SheetObject => ({ kind: "entry-control", name: null, range }));
}

function extended(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).flatMap((each) => (each.name === "dataValidation" ? [each] : extended(each)));
}

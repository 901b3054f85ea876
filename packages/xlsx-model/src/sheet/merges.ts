// Merged areas of a sheet.
import { formatLocalRange, parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import { appendInside, setAttributes, splitElement } from "../xml/tags";
import type { XmlElement } from "../xml/parse-xml";
import type { XmlPart } from "../xml/xml-part";
import { intersects } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

/** Asked for at each cell that is written: read once for the text that says them. */
const rangesOf = new WeakMap<XmlElement, readonly GridRange[]>();

export function readMerges(frame: XmlPart): readonly GridRange[] {
  const tree = frame.tree("mergeCells");
  if (!tree) return [];
  let ranges = rangesOf.get(tree);
  if (!ranges) {
    ranges = tree.children
      .map(({ attributes }) => parseLocalRange(attributes["ref"] ?? ""))
      .filter((range) => range !== null);
    rangesOf.set(tree, ranges);
  }
  return ranges;
}

/** More rows than this, and an area is compared with every other one. */
const TALL = 100;

/** Where merged areas overlap, only the last one stands. */
function withoutOverlaps(ranges: readonly GridRange[]): GridRange[] {
  const byRow = new Map<number, GridRange[]>();
  const tall: GridRange[] = [];
  const kept: GridRange[] = [];
  for (const range of [...ranges].reverse()) {
    const isTall = range.bottom - range.top >= TALL;
    const near = isTall ? [kept] : [tall];
    for (let row = range.top; !isTall && row <= range.bottom; row++) near.push(byRow.get(row) ?? []);
    if (near.some((others) => others.some((other) => intersects(other, range)))) continue;
    kept.push(range);
    if (isTall) tall.push(range);
    for (let row = range.top; !isTall && row <= range.bottom; row++)
      byRow.set(row, (byRow.get(row) ?? []).concat(range));
  }
  return kept.reverse();
}

export function addMerges(frame: XmlPart, ranges: readonly GridRange[]): void {
  const wanted = withoutOverlaps(ranges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right));
  if (wanted.length === 0) return;
  // Two merged areas that overlap make a file that Excel repairs.
  removeMerges(frame, wanted);
  const elements = wanted.map((range) => `<${frame.prefix}mergeCell ref="${formatLocalRange(range)}"/>`).join("");
  const existing = frame.find("mergeCells");
  if (!existing) {
    const tag = `${frame.prefix}mergeCells`;
    frame.insert("mergeCells", `<${tag} count="${wanted.length}">${elements}</${tag}>`, SHEET_ORDER);
    return;
  }
  const count = String((frame.tree("mergeCells")?.children.length ?? 0) + wanted.length);
  existing.xml = setAttributes(appendInside(existing.xml, elements), { count });
}

/** Removes every merged area that one of the ranges touches. */
export function removeMerges(frame: XmlPart, ranges: readonly GridRange[]): void {
  const existing = frame.find("mergeCells");
  const tree = frame.tree("mergeCells");
  if (!existing || !tree) return;
  if (!readMerges(frame).some((merge) => ranges.some((range) => intersects(merge, range)))) return;
  const kept = tree.children.filter(({ attributes }) => {
    const merge = parseLocalRange(attributes["ref"] ?? "");
    return !merge || !ranges.some((range) => intersects(merge, range));
  });
  if (kept.length === tree.children.length) return;
  if (kept.length === 0) return frame.remove(existing);
  const inside = kept.map(({ start, end }) => existing.xml.slice(start, end)).join("");
  const { open, close } = splitElement(existing.xml);
  existing.xml = setAttributes(open + inside + close, { count: String(kept.length) });
}

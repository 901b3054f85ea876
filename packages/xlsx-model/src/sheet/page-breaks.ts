// The rows and columns of a sheet that begin a new page, where somebody asked for it.
import { LAST_COLUMN, LAST_ROW } from "../cell-ref";
import { childrenNamed, isTrue } from "../xml/parse-xml";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

/** How far each break of a list goes. */
const ACROSS = { rowBreaks: LAST_COLUMN, colBreaks: LAST_ROW } as const;
type Breaks = keyof typeof ACROSS;

/** Zero-based, in order. */
export function readBreaks(frame: XmlPart, name: Breaks): number[] {
  return childrenNamed(frame.tree(name), "brk")
    .filter(({ attributes }) => isTrue(attributes["man"]))
    .map(({ attributes }) => Number(attributes["id"] ?? 0))
    .sort((left, right) => left - right);
}

export function writeBreaks(frame: XmlPart, name: Breaks, places: readonly number[]): void {
  const existing = frame.find(name);
  if (readBreaks(frame, name).join() === places.join()) return;
  if (existing) frame.remove(existing);
  if (places.length === 0) return;
  const { prefix } = frame;
  // The break comes after that many rows or columns.
  const breaks = places.map((place) => `<${prefix}brk id="${place}" max="${ACROSS[name]}" man="1"/>`);
  const counts = `count="${places.length}" manualBreakCount="${places.length}"`;
  frame.insert(name, `<${prefix}${name} ${counts}>${breaks.join("")}</${prefix}${name}>`, SHEET_ORDER);
}

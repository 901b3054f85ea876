// The rows of a sheet that begin a new page, where somebody asked for it.
import { LAST_COLUMN } from "../../core/domain/cell-ref";
import { childrenNamed, isTrue } from "../xml/parse-xml";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

const NAME = "rowBreaks";

/** Zero-based, in order. */
export function readRowBreaks(frame: XmlPart): number[] {
  return childrenNamed(frame.tree(NAME), "brk")
    .filter(({ attributes }) => isTrue(attributes["man"]))
    .map(({ attributes }) => Number(attributes["id"] ?? 0))
    .sort((left, right) => left - right);
}

export function writeRowBreaks(frame: XmlPart, rows: readonly number[]): void {
  const existing = frame.find(NAME);
  if (readRowBreaks(frame).join() === rows.join()) return;
  if (existing) frame.remove(existing);
  if (rows.length === 0) return;
  const { prefix } = frame;
  // The break comes after that many rows.
  const breaks = rows.map((row) => `<${prefix}brk id="${row}" max="${LAST_COLUMN}" man="1"/>`);
  const counts = `count="${rows.length}" manualBreakCount="${rows.length}"`;
  frame.insert(NAME, `<${prefix}${NAME} ${counts}>${breaks.join("")}</${prefix}${NAME}>`, SHEET_ORDER);
}

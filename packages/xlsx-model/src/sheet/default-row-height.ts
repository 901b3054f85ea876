// The height of the rows that say none of their own, where somebody has chosen it.
import { isTrue } from "../xml/parse-xml";
import { setAttributes } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

const NAME = "sheetFormatPr";
const STANDARD = "15";

/** Points; null for Excel's own choice. */
export function defaultRowHeight(frame: XmlPart): number | null {
  const attributes = frame.tree(NAME)?.attributes ?? {};
  return isTrue(attributes["customHeight"]) ? Number(attributes["defaultRowHeight"] ?? STANDARD) : null;
}

export function setDefaultRowHeight(frame: XmlPart, points: number | null): void {
  if (points === defaultRowHeight(frame)) return;
  const element = frame.find(NAME) ?? frame.insert(NAME, `<${frame.prefix}${NAME}/>`, SHEET_ORDER);
  const changes = { defaultRowHeight: String(points ?? STANDARD), customHeight: points === null ? null : "1" };
  element.xml = setAttributes(element.xml, changes);
}

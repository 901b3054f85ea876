// Headers and footers of a sheet's pages, each in three sections: all pages', those of even pages and of the first one.
import { encodeXml } from "../xml/escape";
import { child } from "../xml/parse-xml";
import { setAttributes, splitElement } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

/** In the order of the schema. */
const TEXTS = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"] as const;
export type HeaderFooterText = (typeof TEXTS)[number];
export type HeaderFooterFlag = "differentOddEven" | "differentFirst" | "scaleWithDoc" | "alignWithMargins";

export interface Sections {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

const NAME = "headerFooter";
/** What the schema takes where the file says nothing. */
const IS_ON: Readonly<Record<HeaderFooterFlag, boolean>> = {
  differentOddEven: false,
  differentFirst: false,
  scaleWithDoc: true,
  alignWithMargins: true,
};

/** The three sections of "&Lgauche&Ccentre&Rdroite". Text before any code is in the centre. */
function sections(text: string): Sections {
  const found = { left: "", center: "", right: "" };
  let current: keyof Sections = "center";
  for (const [token] of text.matchAll(/&[\s\S]|[^&]+|&$/g)) {
    const code = token.toUpperCase();
    if (code === "&L") current = "left";
    else if (code === "&C") current = "center";
    else if (code === "&R") current = "right";
    else found[current] += token;
  }
  return found;
}

/** As the file says them in one text, which Excel wants no longer than 255 characters. */
export function joinSections({ left, center, right }: Sections): string {
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}

export function readHeaderFooter(frame: XmlPart, name: HeaderFooterText): Sections {
  return sections(textOf(frame, name));
}

export function writeHeaderFooter(frame: XmlPart, name: HeaderFooterText, changes: Partial<Sections>): void {
  const before = textOf(frame, name);
  const text = joinSections({ ...sections(before), ...changes });
  if (text === before) return;
  const { prefix } = frame;
  let inside = "";
  for (const known of TEXTS) {
    const said = known === name ? text : textOf(frame, known);
    if (said) inside += `<${prefix}${known}>${encodeXml(said)}</${prefix}${known}>`;
  }
  const existing = frame.find(NAME);
  if (existing) {
    const { open, close } = splitElement(existing.xml);
    existing.xml = open + inside + close;
  } else if (inside) frame.insert(NAME, `<${prefix}${NAME}>${inside}</${prefix}${NAME}>`, SHEET_ORDER);
}

export function readHeaderFooterFlag(frame: XmlPart, name: HeaderFooterFlag): boolean {
  const said = frame.tree(NAME)?.attributes[name];
  return said === undefined ? IS_ON[name] : /^(?:1|true)$/.test(said);
}

export function writeHeaderFooterFlag(frame: XmlPart, name: HeaderFooterFlag, isOn: boolean): void {
  if (readHeaderFooterFlag(frame, name) === isOn) return;
  const element = frame.find(NAME) ?? frame.insert(NAME, `<${frame.prefix}${NAME}/>`, SHEET_ORDER);
  element.xml = setAttributes(element.xml, { [name]: isOn === IS_ON[name] ? null : isOn ? "1" : "0" });
}

function textOf(frame: XmlPart, name: HeaderFooterText): string {
  const texts = frame.tree(NAME);
  return (texts && child(texts, name)?.text) ?? "";
}

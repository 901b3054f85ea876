// Edits of a single XML element kept as text: its attributes, and what stands just inside it.
import { decodeXml, encodeXml } from "./escape";

const ATTRIBUTE = /(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Gives each attribute of an opening tag, or of its inside, in order; values as they stand in the text. */
export function scanAttributes(tag: string, take: (name: string, value: string) => void): void {
  for (const [, name = "", double, single] of tag.matchAll(ATTRIBUTE)) take(name, double ?? single ?? "");
}

/** The same, decoded. */
export function readAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  scanAttributes(tag, (name, value) => attributes.set(name, decodeXml(value)));
  return attributes;
}

export function formatAttributes(attributes: Iterable<readonly [string, string]>): string {
  let text = "";
  for (const [name, value] of attributes) text += ` ${name}="${encodeXml(value)}"`;
  return text;
}

/** Offset just after the opening tag that begins at `start`; quoted ">" do not end it. */
export function openTagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return xml.length;
}

const patternOf = (name: string): RegExp =>
  new RegExp(`\\s${name.replace(/[.:]/g, "\\$&")}\\s*=\\s*(?:"[^"]*"|'[^']*')`);

/** Sets, or with null removes, attributes of the first opening tag of `xml`; the others keep their text. */
export function setAttributes(xml: string, changes: Readonly<Record<string, string | null>>): string {
  const end = openTagEnd(xml, 0);
  let tag = xml.slice(0, end);
  for (const [name, value] of Object.entries(changes)) {
    const pattern = patternOf(name);
    const written = value === null ? "" : ` ${name}="${encodeXml(value)}"`;
    if (pattern.test(tag)) tag = tag.replace(pattern, () => written);
    else tag = tag.replace(/(?<!\s)\s*\/?>$/, (close) => written + close);
  }
  return tag + xml.slice(end);
}

/** Splits an element into its opening tag, inside and closing tag; a self-closing one is opened. */
export function splitElement(xml: string): { open: string; inside: string; close: string } {
  const end = openTagEnd(xml, 0);
  const tag = xml.slice(0, end);
  if (tag.endsWith("/>")) {
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? "";
    return { open: `${tag.slice(0, -2).trimEnd()}>`, inside: "", close: `</${name}>` };
  }
  const close = xml.lastIndexOf("</");
  return { open: tag, inside: xml.slice(end, close), close: xml.slice(close) };
}

export function appendInside(xml: string, addition: string): string {
  const { open, inside, close } = splitElement(xml);
  return open + inside + addition + close;
}

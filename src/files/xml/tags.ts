// Edits of a single XML element kept as text: its attributes, and what stands just inside it.
import { decodeXml, encodeXml } from "./escape";

const ATTRIBUTE = /(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes of an opening tag, or of its inside, in order. */
export function readAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of tag.matchAll(ATTRIBUTE)) {
    attributes.set(name, decodeXml(double ?? single ?? ""));
  }
  return attributes;
}

/**
 * Gives each attribute from an offset inside an opening tag: its name, and where its value begins and ends; answers the
 * offset after the tag. Loops over characters: sheets have a million of these.
 */
export function scanAttributes(
  text: string,
  from: number,
  take: (name: string, valueStart: number, valueEnd: number) => void,
): number {
  const { length } = text;
  let at = from;
  for (;;) {
    let code = text.charCodeAt(at);
    while (code <= 32) code = text.charCodeAt(++at);
    if (code === 62) return at + 1;
    if (code === 47) return at + 2;
    let equals = at;
    while (equals < length && text.charCodeAt(equals) !== 61) equals++;
    let open = equals + 1;
    while (text.charCodeAt(open) <= 32) open++;
    const quote = text.charCodeAt(open);
    let close = open + 1;
    while (close < length && text.charCodeAt(close) !== quote) close++;
    if (close >= length) return length;
    take(text.slice(at, equals).trimEnd(), open + 1, close);
    at = close + 1;
  }
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

/** By the name of the attribute: there are few of them, set on each row of a sheet. */
const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s${name.replace(/[.:]/g, "\\$&")}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    patterns.set(name, pattern);
  }
  return pattern;
}

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

// An XML element that is changed in place: what nobody touches is written as it was said, new children go where the schema wants them.
import { SaxesParser } from "saxes";
import { encodeText, encodeXml } from "./escape";
import { localName, XmlError } from "./parse-xml";

/** Local names of children, in the order of the schema. */
export type ChildOrder = readonly string[];

export class XmlNode {
  readonly attributes = new Map<string, string>();
  readonly content: (XmlNode | string)[] = [];

  constructor(
    /** With its prefix. */
    readonly name: string,
    attributes: Readonly<Record<string, string>> = {},
  ) {
    for (const [key, value] of Object.entries(attributes)) this.attributes.set(key, value);
  }

  get local(): string {
    return localName(this.name);
  }

  get children(): XmlNode[] {
    return this.content.filter((part) => part instanceof XmlNode);
  }

  get text(): string {
    return this.content.map((part) => (typeof part === "string" ? part : part.text)).join("");
  }

  set text(text: string) {
    this.content.splice(0, Infinity, text);
  }

  /** The element at the end of a path of local names; undefined where one is missing. */
  find(...path: readonly string[]): XmlNode | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return this;
    return this.children.find(({ local }) => local === name)?.find(...rest);
  }

  all(name: string): XmlNode[] {
    return this.children.filter(({ local }) => local === name);
  }

  get(attribute: string): string | undefined {
    return this.attributes.get(attribute);
  }

  /** Null takes the attribute away. */
  set(attribute: string, value: string | number | boolean | null): this {
    if (value === null) this.attributes.delete(attribute);
    else this.attributes.set(attribute, typeof value === "boolean" ? (value ? "1" : "0") : String(value));
    return this;
  }

  /** After the last child that the order puts before it, or that bears the same name. */
  insert(node: XmlNode, order: ChildOrder): XmlNode {
    const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
    const at = this.content.findIndex((part) => part instanceof XmlNode && rank(part.local) > rank(node.local));
    this.content.splice(at < 0 ? this.content.length : at, 0, node);
    return node;
  }

  /** The child of that name (with its prefix), made when it is missing. */
  ensure(name: string, order: ChildOrder): XmlNode {
    return this.find(localName(name)) ?? this.insert(new XmlNode(name), order);
  }

  append(...nodes: readonly (XmlNode | string)[]): this {
    this.content.push(...nodes);
    return this;
  }

  remove(...names: readonly string[]): void {
    const kept = this.content.filter((part) => typeof part === "string" || !names.includes(part.local));
    this.content.splice(0, Infinity, ...kept);
  }

  detach(node: XmlNode): void {
    const at = this.content.indexOf(node);
    if (at >= 0) this.content.splice(at, 1);
  }

  copy(): XmlNode {
    const copy = new XmlNode(this.name, Object.fromEntries(this.attributes));
    return copy.append(...this.content.map((part) => (typeof part === "string" ? part : part.copy())));
  }

  toString(): string {
    let attributes = "";
    for (const [key, value] of this.attributes) attributes += ` ${key}="${encodeXml(value)}"`;
    if (this.content.length === 0) return `<${this.name}${attributes}/>`;
    const inside = this.content.map((part) => (typeof part === "string" ? encodeText(part) : part.toString())).join("");
    return `<${this.name}${attributes}>${inside}</${this.name}>`;
  }
}

/** Throws XmlError for malformed XML and for a document type. */
export function parseNode(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  parser.on("error", (error) => {
    throw new XmlError(error.message);
  });
  parser.on("doctype", () => {
    throw new XmlError("document type");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node = new XmlNode(name, attributes);
    open.at(-1)?.append(node);
    root ??= node;
    open.push(node);
  });
  parser.on("closetag", () => void open.pop());
  const addText = (value: string) => void open.at(-1)?.append(value);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  if (!root) throw new XmlError("no root element");
  return root;
}

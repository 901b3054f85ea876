// A small XML part as a tree whose elements know where they stand in the text, so that edits can be spliced in.
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Without namespace prefix. */
  readonly name: string;
  /** Values by qualified name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, entities resolved. */
  readonly text: string;
  /** Offsets: of "<", after the opening tag, of the closing tag, after the closing tag. */
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

/** The part is not XML, or is XML that no workbook has any business to hold. */
export class XmlError extends Error {
  override readonly name = "XmlError";

  /** `told`: what the reader of the file should know of it, in French, where it is more than that the part is malformed. */
  constructor(
    message: string,
    readonly told: string | null = null,
  ) {
    super(message);
  }
}

type Building = {
  -readonly [K in keyof XmlElement]: K extends "children" ? XmlElement[] : XmlElement[K];
};

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The attribute whatever its prefix: "id" finds "r:id" where there is no plain "id". */
export function attribute(element: XmlElement, name: string): string | undefined {
  const plain = element.attributes[name];
  if (plain !== undefined) return plain;
  for (const [key, value] of Object.entries(element.attributes)) {
    if (localName(key) === name) return value;
  }
  return undefined;
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((candidate) => candidate.name === name) : [];
}

/** Booleans are written "1", "true" or "on"; an element without `val` is true. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** Throws XmlError for malformed XML and for a document type, which could declare entities. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: Building[] = [];
  let root: Building | null = null;
  let tagStart = 0;
  parser.on("error", (error) => {
    throw new XmlError(error.message);
  });
  parser.on("doctype", () => {
    throw new XmlError("document type");
  });
  parser.on("opentagstart", () => {
    tagStart = text.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", (tag) => {
    const element: Building = {
      name: localName(tag.name),
      attributes: tag.attributes,
      children: [],
      text: "",
      start: tagStart,
      openEnd: parser.position,
      closeStart: parser.position,
      end: parser.position,
      selfClosing: tag.isSelfClosing,
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on("closetag", (tag) => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    element.closeStart = tag.isSelfClosing ? parser.position : text.lastIndexOf("</", parser.position - 1);
  });
  const addText = (value: string): void => {
    const parent = open.at(-1);
    if (parent) parent.text += value;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  if (!root) throw new XmlError("no root element");
  return root;
}

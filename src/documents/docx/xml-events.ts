// Walks the XML of a Word part by its local names, however its writer prefixed them, within the limits of what is read.
import { SaxesParser } from "saxes";
import { localName } from "xlsx-model/xml/parse-xml";
import { checkLimit, DocumentError } from "../limits";

export type Attributes = ReadonlyMap<string, string>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Throws DocumentError for what is no XML, declares a document type, or is beyond the limits. */
export function walkXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ position: false });
  let [tags, depth] = [0, 0];
  parser.on("error", () => {
    throw new DocumentError(
      "ce document est abîmé : son contenu ne se lit pas. Enregistrez-le de nouveau depuis Word.",
    );
  });
  parser.on("doctype", () => {
    throw new DocumentError("ce document est refusé : il déclare un type de document, ce que Word ne fait jamais.");
  });
  parser.on("opentag", ({ name, attributes }) => {
    checkLimit("tags", (tags += 1));
    checkLimit("depth", (depth += 1));
    handler.open(localName(name), new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])));
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.write(xml).close();
}

/** Of an element that says yes or no: present is yes, unless it says otherwise. */
export const isOn = (attributes: Attributes): boolean => !/^(?:0|false|off)$/.test(attributes.get("val") ?? "1");

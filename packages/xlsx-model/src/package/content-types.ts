// The list that says what each part of the package is.
import { encodeXml } from "../xml/escape";
import { childrenNamed, parseXml } from "../xml/parse-xml";
import { XmlPart } from "../xml/xml-part";
import type { OpcPackage } from "./opc-package";

const PATH = "[Content_Types].xml";

/** Content type of a part by its override; null when only its extension tells. */
export function contentType(pack: OpcPackage, part: string): string | null {
  return pack.parse(PATH, (text) => {
    const wanted = `/${part}`.toLowerCase();
    const found = childrenNamed(parseXml(text), "Override").find(
      ({ attributes }) => attributes["PartName"]?.toLowerCase() === wanted,
    );
    return found?.attributes["ContentType"] ?? null;
  });
}

export function addContentType(pack: OpcPackage, part: string, type: string): void {
  const types = new XmlPart(pack.text(PATH));
  const xml = `<${types.prefix}Override PartName="${encodeXml(`/${part}`)}" ContentType="${type}"/>`;
  types.insert("Override", xml, ["Default", "Override"]);
  pack.setText(PATH, types.toString());
}

export function removeContentType(pack: OpcPackage, part: string): void {
  const types = new XmlPart(pack.text(PATH));
  const wanted = `/${part}`.toLowerCase();
  const found = types.children.find(
    ({ name, xml }) => name === "Override" && parseXml(xml).attributes["PartName"]?.toLowerCase() === wanted,
  );
  if (!found) return;
  types.remove(found);
  pack.setText(PATH, types.toString());
}

// Reading and changing the elements of a shape: each new child goes where the schema wants it.
import { XmlNode } from "xlsx-model/xml/xml-node";

export const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";

const ORDERS: Readonly<Record<string, string>> = {
  spPr: "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d sp3d extLst",
  ln: "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst",
  sp: "nvSpPr spPr style txBody extLst",
  txBody: "bodyPr lstStyle p",
  p: "pPr r br fld endParaRPr",
  rPr: "ln noFill solidFill gradFill effectLst latin ea cs sym hlinkClick extLst",
  bodyPr: "prstTxWarp noAutofit normAutofit spAutoFit scene3d sp3d flatTx extLst",
  cNvPr: "hlinkClick hlinkHover extLst",
};
const LIKE: Readonly<Record<string, string>> = { endParaRPr: "rPr", defRPr: "rPr" };
export const FILLS = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"] as const;

const orderOf = ({ local }: XmlNode): string[] => (ORDERS[LIKE[local] ?? local] ?? "").split(" ");

/** A child in the language of shapes, with the prefix that its owner has. */
export function ownChild(owner: XmlNode, local: string): XmlNode {
  const prefix = owner.name.slice(0, owner.name.length - owner.local.length);
  return owner.ensure(prefix + local, orderOf(owner));
}

/** The child at the end of a path in the drawing's language, each made when it is missing. */
export function need(node: XmlNode, ...path: readonly string[]): XmlNode {
  return path.reduce((at, local) => at.ensure(`a:${local}`, orderOf(at)), node);
}

export function fillWith(owner: XmlNode, kind: (typeof FILLS)[number]): XmlNode {
  owner.remove(...FILLS);
  return need(owner, kind);
}

/** In one colour, as transparent as it was. */
export function paint(owner: XmlNode, rgb: string): void {
  const alpha = owner.find("solidFill")?.children[0]?.find("alpha");
  const color = need(fillWith(owner, "solidFill"), "srgbClr").set("val", rgb.slice(1));
  if (alpha) color.append(alpha);
}

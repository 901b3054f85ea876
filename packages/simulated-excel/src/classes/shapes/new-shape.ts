// New shapes as Excel draws them at first, each with its look written out: none of it hangs on the theme.
import { encodeXml } from "xlsx-model/xml/escape";
import { parseNode, type XmlNode } from "xlsx-model/xml/xml-node";
import { MAIN } from "./shape-xml";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** Colours of the Office theme. */
const ACCENT = "4472C4";
const EDGE = "2F528F";
const BOX_EDGE = "BCBCBC";

const solid = (rgb: string) => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`;
const line = (width: number, rgb: string) => `<a:ln w="${width}">${solid(rgb)}</a:ln>`;
const geometry = (name: string, flips = "") =>
  `<a:xfrm${flips}><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`;
const names = (id: number, name: string) => `<xdr:cNvPr id="${id}" name="${encodeXml(name)}"/>`;

function anchored(inside: string): XmlNode {
  const corner = (end: string) =>
    `<xdr:${end}><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${end}>`;
  return parseNode(
    `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}">${corner("from")}${corner("to")}${inside}<xdr:clientData/></xdr:twoCellAnchor>`,
  );
}

export function newGeometricShape(id: number, name: string, preset: string): XmlNode {
  return anchored(
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr>${names(id, name)}<xdr:cNvSpPr/></xdr:nvSpPr>` +
      `<xdr:spPr>${geometry(preset)}${solid(ACCENT)}${line(12_700, EDGE)}</xdr:spPr>` +
      `<xdr:txBody><a:bodyPr vertOverflow="clip" horzOverflow="clip" rtlCol="0" anchor="t"/><a:lstStyle/>` +
      `<a:p><a:pPr algn="l"/><a:endParaRPr lang="fr-FR" sz="1100">${solid("FFFFFF")}</a:endParaRPr></a:p></xdr:txBody></xdr:sp>`,
  );
}

export function newTextBox(id: number, name: string): XmlNode {
  return anchored(
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr>${names(id, name)}<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>` +
      `<xdr:spPr>${geometry("rect")}${solid("FFFFFF")}${line(9525, BOX_EDGE)}</xdr:spPr>` +
      `<xdr:txBody><a:bodyPr vertOverflow="clip" horzOverflow="clip" wrap="square" rtlCol="0" anchor="t"/><a:lstStyle/>` +
      `<a:p><a:pPr algn="l"/><a:endParaRPr lang="fr-FR" sz="1100">${solid("000000")}</a:endParaRPr></a:p></xdr:txBody></xdr:sp>`,
  );
}

export interface Direction {
  /** From right to left. */
  readonly isBackwards: boolean;
  /** From below upwards. */
  readonly isUpwards: boolean;
}

export function newLine(id: number, name: string, preset: string, { isBackwards, isUpwards }: Direction): XmlNode {
  const flips = `${isBackwards ? ' flipH="1"' : ""}${isUpwards ? ' flipV="1"' : ""}`;
  return anchored(
    `<xdr:cxnSp macro=""><xdr:nvCxnSpPr>${names(id, name)}<xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>` +
      `<xdr:spPr>${geometry(preset, flips)}${line(6350, ACCENT)}</xdr:spPr></xdr:cxnSp>`,
  );
}

export function newPicture(id: number, name: string, relationship: string): XmlNode {
  return anchored(
    `<xdr:pic><xdr:nvPicPr>${names(id, name)}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
      `<xdr:blipFill><a:blip xmlns:r="${RELATIONSHIPS}" r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      `<xdr:spPr>${geometry("rect")}</xdr:spPr></xdr:pic>`,
  );
}

// The frame of a chart in the drawing of its sheet: its name, the cells it covers, and the chart part it shows.
import type { ChartPlan, GridRange } from "../plan";
import { encodeXml } from "../xml/escape";
import { attribute, child, type XmlElement } from "../xml/parse-xml";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const EMPTY_DRAWING = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}"></xdr:wsDr>`;

export interface ChartAnchor {
  readonly name: string;
  /** Identifier of the shape, unique in its drawing. */
  readonly shape: number;
  readonly relationship: string;
  /** Null where the drawing says no cells. */
  readonly place: GridRange | null;
}

/** Null for a picture, a shape, or a chart in a form newer than ours. */
export function readAnchor(anchor: XmlElement): ChartAnchor | null {
  const frame = child(anchor, "graphicFrame");
  const named = frame && child(child(frame, "nvGraphicFramePr") ?? frame, "cNvPr");
  const graphic = frame && child(frame, "graphic");
  const chart = graphic && child(child(graphic, "graphicData") ?? graphic, "chart");
  if (!named || !chart) return null;
  return {
    name: named.attributes["name"] ?? "",
    shape: Number(named.attributes["id"] ?? 0),
    relationship: attribute(chart, "id") ?? "",
    place: readPlace(anchor),
  };
}

/** Null where the anchor says no two cells. */
export function readPlace(anchor: XmlElement): GridRange | null {
  const [from, to] = [child(anchor, "from"), child(anchor, "to")];
  if (!from || !to) return null;
  const number = (corner: XmlElement, name: string) => Number(child(corner, name)?.text ?? 0);
  // The far corner is the point where the next cell begins, unless the agent has moved it into that cell.
  const last = (axis: "row" | "col") => number(to, axis) - (number(to, `${axis}Off`) > 0 ? 0 : 1);
  const [top, left] = [number(from, "row"), number(from, "col")];
  return { top, left, bottom: Math.max(top, last("row")), right: Math.max(left, last("col")) };
}

/** Declares its own namespaces: the drawing may be another program's. */
export function writeAnchor(
  { name, title, place }: Pick<ChartPlan, "name" | "title" | "place">,
  shape: number,
  relationship: string,
): string {
  const corner = (element: string, row: number, column: number) =>
    `<xdr:${element}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${element}>`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}">` +
    corner("from", place.top, place.left) +
    corner("to", place.bottom + 1, place.right + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${shape}" name="${encodeXml(name)}" descr="${encodeXml(title)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="${relationship}"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

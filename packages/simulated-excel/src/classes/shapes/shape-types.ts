// Geometric shapes by Excel's names and by those of the file.
import { NotSimulated } from "../../wire";

/** Where the file's name is more than another spelling. */
const OTHERS: Readonly<Record<string, string>> = {
  LineInverse: "lineInv",
  Rectangle: "rect",
  RightTriangle: "rtTriangle",
  DiagonalStripe: "diagStripe",
  WedgeRRectCallout: "wedgeRoundRectCallout",
};

export function geometryOf(type: string): string {
  const spelt = type.charAt(0).toLowerCase() + type.slice(1);
  return OTHERS[type] ?? spelt.replace(/Rectangle$/, "Rect").replace("Diagonal", "Diag");
}

const BACK = new Map(Object.entries(OTHERS).map(([type, geometry]) => [geometry, type]));

export function typeOfGeometry(geometry: string): string {
  const spelt = geometry.charAt(0).toUpperCase() + geometry.slice(1);
  return BACK.get(geometry) ?? spelt.replace(/Rect$/, "Rectangle").replace(/^(Round2|Snip2)Diag/, "$1Diagonal");
}

/** The words of the file for lines between two points. */
const CONNECTORS = new Map([
  ["Straight", "straightConnector1"],
  ["Elbow", "bentConnector3"],
  ["Curve", "curvedConnector3"],
]);

export const connectorOf = (type: string): string => CONNECTORS.get(type) ?? "straightConnector1";

export function typeOfConnector(geometry: string): string {
  if (geometry === "line") return "Straight";
  const found = [...CONNECTORS].find(([, own]) => own.replace(/\d$/, "") === geometry.replace(/\d$/, ""))?.[0];
  if (found === undefined) throw new NotSimulated(`a line of the kind ${geometry}`);
  return found;
}

// Reading and changing the elements of a chart part: each new child goes where the schema wants it.
import { XmlNode } from "xlsx-model/xml/xml-node";

const ORDERS: Readonly<Record<string, string>> = {
  chartSpace:
    "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes",
  chart:
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax",
  title: "tx layout overlay spPr txPr",
  legend: "legendPos legendEntry layout overlay spPr txPr",
  legendEntry: "idx delete",
  scaling: "logBase orientation max min",
  axis:
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses " +
    "crossesAt crossBetween auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl majorUnit minorUnit dispUnits",
  dispUnits: "custUnit builtInUnit dispUnitsLbl",
  group:
    "barDir scatterStyle radarStyle grouping varyColors ser dLbls gapWidth overlap marker bubbleScale firstSliceAng holeSize axId",
  ser: "idx order tx spPr invertIfNegative marker explosion dPt dLbls trendline errBars cat val xVal yVal bubbleSize smooth bubble3D",
  marker: "symbol size spPr",
  dPt: "idx invertIfNegative marker bubble3D explosion spPr",
  dLbls:
    "dLbl delete layout numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator",
  dLbl: "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator",
  trendline: "name spPr trendlineType order period forward backward intercept dispRSqr dispEq trendlineLbl",
  plotArea: "layout",
  spPr: "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst",
  ln: "noFill solidFill gradFill pattFill prstDash custDash round bevel miter",
  txPr: "bodyPr lstStyle p",
  rich: "bodyPr lstStyle p",
  p: "pPr r endParaRPr",
  r: "rPr t",
  pPr: "defRPr",
  runProperties: "ln noFill solidFill gradFill effectLst latin ea cs",
};
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:cat|val|ser|date)Ax$/, "axis"],
  [/Chart$/, "group"],
  [/^(?:defRPr|rPr|endParaRPr)$/, "runProperties"],
];
/** Elements of the drawing's own language; all others are the chart's. */
const DRAWN = new Set(
  "ln noFill solidFill srgbClr prstDash bodyPr lstStyle p pPr r rPr t defRPr latin endParaRPr".split(" "),
);

/** The usual prefixes, whatever other ones the part uses. */
export function made(local: string): XmlNode {
  return new XmlNode(`${DRAWN.has(local) ? "a" : "c"}:${local}`);
}

/** Declares them in a part that does not. */
export function declarePrefixes(root: XmlNode): void {
  for (const [prefix, namespace] of [
    ["c", "chart"],
    ["a", "main"],
  ] as const)
    if (root.get(`xmlns:${prefix}`) === undefined)
      root.set(`xmlns:${prefix}`, `http://schemas.openxmlformats.org/drawingml/2006/${namespace}`);
}

const orderOf = (local: string): string =>
  ORDERS[local] ?? ORDERS[KINDS.find(([pattern]) => pattern.test(local))?.[1] ?? ""] ?? "";

/** The child at the end of a path of local names, each made when it is missing. */
export function need(node: XmlNode, ...path: readonly string[]): XmlNode {
  return path.reduce((at, local) => at.find(local) ?? put(at, made(local)), node);
}

/** Beside its like, at its place in the order of the schema. */
export function put(node: XmlNode, child: XmlNode): XmlNode {
  return node.insert(child, orderOf(node.local).split(" "));
}

/** The attribute "val" of a child: as most of a chart is said. */
export function valueAt(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  return node?.find(...path)?.get("val");
}

/** Null takes the child away. */
export function setValueAt(node: XmlNode, local: string, value: string | number | boolean | null): void {
  if (value === null) node.remove(local);
  else need(node, local).set("val", value);
}

export const isOn = (value: string | undefined, unsaid: boolean): boolean =>
  value === undefined ? unsaid : value === "1" || value === "true";

/** Numbers as a drawing counts them. */
export const EMU = 12_700;

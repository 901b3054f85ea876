// Frozen rows and columns and the selected tab, in the sheet's first view.
import { formatLocalCell } from "../local-cell";
import { child, isTrue, parseXml, type XmlElement } from "../xml/parse-xml";
import { setAttributes, splitElement } from "../xml/tags";
import type { PartChild, XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

function firstView(frame: XmlPart): XmlElement | undefined {
  const views = frame.tree("sheetViews");
  return views && child(views, "sheetView");
}

/** How many stay visible. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

export function readFrozen(frame: XmlPart): Frozen {
  const view = firstView(frame);
  const pane = view && child(view, "pane");
  if (!pane?.attributes["state"]?.startsWith("frozen")) return { rows: 0, columns: 0 };
  const { ySplit = 0, xSplit = 0 } = pane.attributes;
  return { rows: Number(ySplit), columns: Number(xSplit) };
}

function editFirstView(frame: XmlPart, edit: (view: string) => string): void {
  const { prefix } = frame;
  let views: PartChild | undefined = frame.find("sheetViews");
  views ??= frame.insert(
    "sheetViews",
    `<${prefix}sheetViews><${prefix}sheetView workbookViewId="0"/></${prefix}sheetViews>`,
    SHEET_ORDER,
  );
  const tree = parseXml(views.xml);
  const view = child(tree, "sheetView");
  if (!view) return;
  views.xml = views.xml.slice(0, view.start) + edit(views.xml.slice(view.start, view.end)) + views.xml.slice(view.end);
}

export function setFrozen(frame: XmlPart, { rows, columns }: Frozen): void {
  const before = readFrozen(frame);
  if (rows === before.rows && columns === before.columns) return;
  const { prefix } = frame;
  editFirstView(frame, (xml) => {
    const tree = parseXml(xml);
    // Selections belong to panes that may no longer exist; what is left of the view stays as it was.
    const others = tree.children.filter(({ name }) => name !== "pane" && name !== "selection");
    const rest = others.map(({ start, end }) => xml.slice(start, end)).join("");
    const { open, close } = splitElement(xml);
    if (rows === 0 && columns === 0) return rest === "" ? open.replace(/>$/, "/>") : open + rest + close;
    const active = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
    const splits = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
    const topLeft = formatLocalCell(rows, columns);
    const frozen = `<${prefix}pane${splits} topLeftCell="${topLeft}" activePane="${active}" state="frozen"/>`;
    return `${open}${frozen}<${prefix}selection pane="${active}" activeCell="${topLeft}" sqref="${topLeft}"/>${rest}${close}`;
  });
}

export function setTabSelected(frame: XmlPart, selected: boolean): void {
  const is = isTrue(firstView(frame)?.attributes["tabSelected"]);
  if (is !== selected) editFirstView(frame, (xml) => setAttributes(xml, { tabSelected: selected ? "1" : null }));
}

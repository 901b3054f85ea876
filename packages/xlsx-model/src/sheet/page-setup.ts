// How a sheet prints: paper, margins, fitting, centre header and footer. Repeated rows and what prints are defined names, kept elsewhere.
import type { PageMargins } from "../plan";
import type { PageSetup } from "../sheet-values";
import { child, isTrue } from "../xml/parse-xml";
import { appendInside, setAttributes } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { readHeaderFooter, writeHeaderFooter } from "./header-footer";
import { SHEET_ORDER } from "./sheet-part";

/** What the sheet's own names say. */
export type PrintedNames = Pick<PageSetup, "titleRows" | "titleColumns" | "printArea">;
export type PrintedPage = Omit<PageSetup, keyof PrintedNames>;

export const PAPER_A4 = 9;
export const PAPER_A3 = 8;
/** What the schema takes where the file says nothing: Letter. */
const NO_PAPER = 1;
/** Excel's normal margins, of a sheet that says none. */
const NORMAL: PageMargins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
const MARGINS = Object.keys(NORMAL) as readonly (keyof PageMargins)[];

export function readPage(frame: XmlPart): PrintedPage {
  const setup = frame.tree("pageSetup")?.attributes ?? {};
  const properties = frame.tree("sheetPr");
  const fit = properties && child(properties, "pageSetUpPr")?.attributes["fitToPage"];
  return {
    orientation: setup["orientation"] === "landscape" ? "landscape" : "portrait",
    paper: Number(setup["paperSize"] ?? NO_PAPER),
    margins: readMargins(frame),
    scale: Number(setup["scale"] ?? 100),
    fitTo: isTrue(fit) ? { width: Number(setup["fitToWidth"] ?? 1), height: Number(setup["fitToHeight"] ?? 1) } : null,
    header: readHeaderFooter(frame, "oddHeader").center,
    footer: readHeaderFooter(frame, "oddFooter").center,
  };
}

function readMargins(frame: XmlPart): PageMargins {
  const said = frame.tree("pageMargins")?.attributes ?? {};
  const margin = (side: keyof PageMargins) => Number(said[side] ?? NORMAL[side]);
  return {
    left: margin("left"),
    right: margin("right"),
    top: margin("top"),
    bottom: margin("bottom"),
    header: margin("header"),
    footer: margin("footer"),
  };
}

function setMargins(frame: XmlPart, margins: PageMargins): void {
  const before = readMargins(frame);
  if (MARGINS.every((side) => margins[side] === before[side])) return;
  const { prefix } = frame;
  const element = frame.find("pageMargins") ?? frame.insert("pageMargins", `<${prefix}pageMargins/>`, SHEET_ORDER);
  element.xml = setAttributes(element.xml, Object.fromEntries(MARGINS.map((side) => [side, String(margins[side])])));
}

function setFitToPage(frame: XmlPart, fits: boolean): void {
  const { prefix } = frame;
  const existing = frame.find("sheetPr");
  const tree = frame.tree("sheetPr");
  const pageProperties = tree && child(tree, "pageSetUpPr");
  if (isTrue(pageProperties?.attributes["fitToPage"]) === fits) return;
  if (existing && pageProperties) {
    const { start, end } = pageProperties;
    const changed = setAttributes(existing.xml.slice(start, end), { fitToPage: fits ? "1" : null });
    existing.xml = existing.xml.slice(0, start) + changed + existing.xml.slice(end);
    return;
  }
  const element = `<${prefix}pageSetUpPr fitToPage="1"/>`;
  if (existing) existing.xml = appendInside(existing.xml, element);
  else frame.insert("sheetPr", `<${prefix}sheetPr>${element}</${prefix}sheetPr>`, SHEET_ORDER);
}

export function writePage(frame: XmlPart, page: PrintedPage): void {
  const before = readPage(frame);
  setFitToPage(frame, page.fitTo !== null);
  setMargins(frame, page.margins);
  writeHeaderFooter(frame, "oddHeader", { center: page.header });
  writeHeaderFooter(frame, "oddFooter", { center: page.footer });
  const changes: Record<string, string | null> = {};
  if (page.paper !== before.paper) changes["paperSize"] = String(page.paper);
  if (page.scale !== before.scale) changes["scale"] = page.scale === 100 ? null : String(page.scale);
  if (page.orientation !== before.orientation) changes["orientation"] = page.orientation;
  changes["fitToWidth"] = page.fitTo ? String(page.fitTo.width) : null;
  changes["fitToHeight"] = page.fitTo ? String(page.fitTo.height) : null;
  setPrinting(frame, "pageSetup", changes);
}

/** Attributes of how the sheet prints, by the file's own words. */
export function printing(frame: XmlPart, element: "pageSetup" | "printOptions", attribute: string): string | null {
  return frame.tree(element)?.attributes[attribute] ?? null;
}

export function setPrinting(
  frame: XmlPart,
  element: "pageSetup" | "printOptions",
  changes: Readonly<Record<string, string | null>>,
): void {
  const existing = frame.find(element) ?? frame.insert(element, `<${frame.prefix}${element}/>`, SHEET_ORDER);
  existing.xml = setAttributes(existing.xml, changes);
}

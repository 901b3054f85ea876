// How a sheet prints: orientation, paper, fitting, centre header and footer. Repeated rows and what prints are defined names, kept elsewhere.
import type { PageSetup } from "../workbook-model";
import { encodeXml } from "../xml/escape";
import { child, isTrue } from "../xml/parse-xml";
import { appendInside, setAttributes, splitElement } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

export type PrintedPage = Omit<PageSetup, "titleRows" | "printArea">;

const A4 = "9";

/** The three sections of a header: "&Lgauche&Ccentre&Rdroite". Text before any code is in the centre. */
function sections(text: string): { left: string; center: string; right: string } {
  const found = { left: "", center: "", right: "" };
  let current: keyof typeof found = "center";
  for (const [token] of text.matchAll(/&[\s\S]|[^&]+|&$/g)) {
    const code = token.toUpperCase();
    if (code === "&L") current = "left";
    else if (code === "&C") current = "center";
    else if (code === "&R") current = "right";
    else found[current] += token;
  }
  return found;
}

function withCenter(text: string, center: string): string {
  const { left, right } = sections(text);
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}

export function readPage(frame: XmlPart): PrintedPage {
  const setup = frame.tree("pageSetup")?.attributes ?? {};
  const properties = frame.tree("sheetPr");
  const fit = properties && child(properties, "pageSetUpPr")?.attributes["fitToPage"];
  const texts = frame.tree("headerFooter");
  return {
    orientation: setup["orientation"] === "landscape" ? "landscape" : "portrait",
    paper: setup["paperSize"] === A4 ? "a4" : "other",
    fitTo: isTrue(fit) ? { width: Number(setup["fitToWidth"] ?? 1), height: Number(setup["fitToHeight"] ?? 1) } : null,
    header: sections((texts && child(texts, "oddHeader")?.text) ?? "").center,
    footer: sections((texts && child(texts, "oddFooter")?.text) ?? "").center,
  };
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

function setHeaderFooter(frame: XmlPart, header: string, footer: string): void {
  const { prefix } = frame;
  const tree = frame.tree("headerFooter");
  const old = (name: string): string => (tree && child(tree, name)?.text) ?? "";
  const odd = { oddHeader: withCenter(old("oddHeader"), header), oddFooter: withCenter(old("oddFooter"), footer) };
  if (odd.oddHeader === old("oddHeader") && odd.oddFooter === old("oddFooter")) return;
  let inside = "";
  for (const [name, text] of Object.entries(odd))
    if (text) inside += `<${prefix}${name}>${encodeXml(text)}</${prefix}${name}>`;
  const existing = frame.find("headerFooter");
  if (!existing || !tree) {
    if (inside) frame.insert("headerFooter", `<${prefix}headerFooter>${inside}</${prefix}headerFooter>`, SHEET_ORDER);
    return;
  }
  for (const { name, start, end } of tree.children) if (!(name in odd)) inside += existing.xml.slice(start, end);
  const { open, close } = splitElement(existing.xml);
  existing.xml = open + inside + close;
}

export function writePage(frame: XmlPart, page: PrintedPage): void {
  const before = readPage(frame);
  setFitToPage(frame, page.fitTo !== null);
  setHeaderFooter(frame, page.header, page.footer);
  const existing = frame.find("pageSetup") ?? frame.insert("pageSetup", `<${frame.prefix}pageSetup/>`, SHEET_ORDER);
  const changes: Record<string, string | null> = {};
  if (page.paper !== before.paper) changes["paperSize"] = page.paper === "a4" ? A4 : null;
  if (page.orientation !== before.orientation) changes["orientation"] = page.orientation;
  changes["fitToWidth"] = page.fitTo ? String(page.fitTo.width) : null;
  changes["fitToHeight"] = page.fitTo ? String(page.fitTo.height) : null;
  existing.xml = setAttributes(existing.xml, changes);
}

// One cell as the sheet part holds it, and how its XML is read and written.
import { columnIndex, formatLocalCell } from "../../core/domain/cell-ref";
import { UNCOMPUTED, type CellValue } from "../../core/workbook-port";
import { decodeCellText, decodeXml, encodeCellText, encodeXml } from "../xml/escape";
import { XmlError } from "../xml/parse-xml";
import { openTagEnd, readAttributes } from "../xml/tags";

export interface Cell {
  style: number;
  value: CellValue;
  /** The whole formula element as it stands; "" for a typed value. */
  formulaXml: string;
  /** The whole cell as it stands; null once changed. */
  xml: string | null;
  /** Attributes that Excel alone understands (cm, vm, ph), kept as text. */
  extra: string;
}

export interface CellFormula {
  /** Without "=". Empty for the followers of a shared formula. */
  readonly text: string;
  readonly kind: string;
  /** Area of an array or shared formula. */
  readonly ref: string | null;
  readonly shared: string | null;
}

/** What a cell with that text cannot be but an error. */
export const ERROR_VALUES: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

const RICH_TEXT =
  /<(?:[\w.-]+:)?rPh[\s>][\s\S]*?<\/(?:[\w.-]+:)?rPh>|<(?:[\w.-]+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?t>/g;

/** Text of a shared or inline string: its runs joined, phonetic readings left out. */
export function readStringItem(xml: string): string {
  let text = "";
  for (const [, run = ""] of xml.matchAll(RICH_TEXT)) text += run;
  return decodeCellText(text);
}

export function readFormula(cell: Cell): CellFormula | null {
  if (cell.formulaXml === "") return null;
  const end = openTagEnd(cell.formulaXml, 0);
  const attributes = readAttributes(cell.formulaXml.slice(0, end));
  const close = cell.formulaXml.lastIndexOf("</");
  return {
    text: close < end ? "" : decodeXml(cell.formulaXml.slice(end, close)),
    kind: attributes.get("t") ?? "normal",
    ref: attributes.get("ref") ?? null,
    shared: attributes.get("t") === "shared" ? (attributes.get("si") ?? null) : null,
  };
}

/** An ISO date of the rare t="d" cells as a serial number of the 1900 system. */
function serialFromIso(text: string): CellValue {
  const time = Date.parse(text.includes("T") ? `${text.replace(/Z$/, "")}Z` : text);
  return Number.isNaN(time) ? text : time / 86_400_000 + 25_569;
}

function readValue(type: string, raw: string, hasFormula: boolean, strings: (index: number) => string): CellValue {
  switch (type) {
    case "s":
      return strings(Number(raw)) || null;
    case "b":
      return raw.trim() === "1" || raw.trim() === "true";
    case "str":
      return decodeCellText(raw) || (hasFormula ? "" : null);
    case "e":
      return decodeXml(raw) || null;
    case "d":
      return serialFromIso(raw);
    default: {
      const number = Number(raw);
      return Number.isNaN(number) ? decodeXml(raw) : number;
    }
  }
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads the cells of a row's XML between two offsets. `tag` is "c" with the part's prefix. */
export function readCells(
  text: string,
  from: number,
  to: number,
  prefix: string,
  strings: (index: number) => string,
): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  const open = `<${prefix}c`;
  const close = `</${prefix}c>`;
  const formulaOpen = `<${prefix}f`;
  const formulaClose = `</${prefix}f>`;
  const valueOpen = `<${prefix}v`;
  const valueClose = `</${prefix}v>`;
  const inlineOpen = `<${prefix}is`;
  let column = -1;
  for (let start = text.indexOf(open, from); start >= 0 && start < to;) {
    const tagEnd = openTagEnd(text, start);
    const selfClosing = text.charCodeAt(tagEnd - 2) === 47;
    const bodyEnd = selfClosing ? tagEnd : text.indexOf(close, tagEnd);
    if (bodyEnd < 0 || bodyEnd > to) throw new XmlError("unclosed cell");
    const end = selfClosing ? tagEnd : bodyEnd + close.length;
    column++;
    let style = 0;
    let type = "n";
    let extra = "";
    for (const [, name, double, single] of text.slice(start + open.length, tagEnd).matchAll(ATTRIBUTE)) {
      const value = double ?? single ?? "";
      if (name === "r") column = columnIndex(value.replace(/\d+$/, ""));
      else if (name === "s") style = Number(value);
      else if (name === "t") type = value;
      else extra += ` ${name}="${value}"`;
    }
    const cell: Cell = { style, value: null, formulaXml: "", xml: text.slice(start, end), extra };
    if (!selfClosing) {
      const body = text.slice(tagEnd, bodyEnd);
      const formula = body.indexOf(formulaOpen);
      if (formula >= 0) {
        const formulaTagEnd = openTagEnd(body, formula);
        const isEmpty = body.charCodeAt(formulaTagEnd - 2) === 47;
        const formulaEnd = isEmpty ? formulaTagEnd : body.indexOf(formulaClose, formulaTagEnd) + formulaClose.length;
        cell.formulaXml = body.slice(formula, formulaEnd);
      }
      const value = body.indexOf(valueOpen);
      const valueEnd = body.lastIndexOf(valueClose);
      const raw = value < 0 || valueEnd < value ? "" : body.slice(openTagEnd(body, value), valueEnd);
      if (type === "inlineStr") {
        const inline = body.indexOf(inlineOpen);
        cell.value = inline < 0 ? null : readStringItem(body.slice(inline)) || null;
      } else if (raw !== "" || (type === "str" && value >= 0)) {
        cell.value = readValue(type, raw, cell.formulaXml !== "", strings);
      } else if (cell.formulaXml !== "") cell.value = UNCOMPUTED;
    }
    cells.set(column, cell);
    start = text.indexOf(open, end);
  }
  return cells;
}

function spaced(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
}

function writeValue(cell: Cell, prefix: string): { type: string; xml: string } {
  const { value } = cell;
  const v = (text: string): string => `<${prefix}v${spaced(text)}>${text}</${prefix}v>`;
  if (value === null || (value === UNCOMPUTED && cell.formulaXml !== "")) return { type: "", xml: "" };
  if (typeof value === "boolean") return { type: "b", xml: v(value ? "1" : "0") };
  if (typeof value === "number")
    return Number.isFinite(value) ? { type: "", xml: v(String(value)) } : { type: "e", xml: v("#NUM!") };
  if (ERROR_VALUES.has(value)) return { type: "e", xml: v(value) };
  const text = encodeCellText(value);
  if (cell.formulaXml !== "") return { type: "str", xml: v(text) };
  return { type: "inlineStr", xml: `<${prefix}is><${prefix}t${spaced(text)}>${text}</${prefix}t></${prefix}is>` };
}

export function writeCell(row: number, column: number, cell: Cell, prefix: string): string {
  if (cell.xml !== null) return cell.xml;
  const { type, xml } = writeValue(cell, prefix);
  const style = cell.style === 0 ? "" : ` s="${cell.style}"`;
  const open = `<${prefix}c r="${formatLocalCell(row, column)}"${style}${type && ` t="${type}"`}${cell.extra}`;
  const inside = cell.formulaXml + xml;
  return inside === "" ? `${open}/>` : `${open}>${inside}</${prefix}c>`;
}

/** The element of an ordinary formula, without "=". */
export function formulaElement(formula: string, prefix: string): string {
  return `<${prefix}f>${encodeXml(formula)}</${prefix}f>`;
}

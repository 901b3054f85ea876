// One cell as the sheet part holds it, and how its XML is read and written.
import { LAST_COLUMN } from "../cell-ref";
import { columnIndex, formatLocalCell } from "../local-cell";
import { timeSerial } from "../values/date-serial";
import { MAX_TEXT, type CellValue } from "../plan";
import { UNCOMPUTED } from "../values/uncomputed";
import { decodeCellText, decodeXml, encodeXml } from "../xml/escape";
import { XmlError } from "../xml/parse-xml";
import { openTagEnd, readAttributes, scanAttributes } from "../xml/tags";

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

export const BLANK_CELL: Readonly<Cell> = { style: 0, value: null, formulaXml: "", xml: null, extra: "" };

interface FormulaTag {
  readonly kind: string;
  /** Area of an array or shared formula. */
  readonly ref: string | null;
  readonly shared: string | null;
}

export interface CellFormula extends FormulaTag {
  /** Without "=". Empty for the followers of a shared formula. */
  readonly text: string;
}

const ORDINARY: FormulaTag = { kind: "normal", ref: null, shared: null };

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

/** Errors of dynamic arrays, which files hold as #VALUE!; without a formula they are ordinary texts. */
export const ARRAY_ERRORS: ReadonlySet<string> = new Set(["#SPILL!", "#CALC!"]);

const RICH_TEXT =
  /<(?:[\w.-]+:)?rPh[\s>][\s\S]*?(?:<\/(?:[\w.-]+:)?rPh>|$)|<(?:[\w.-]+:)?t(?:\s[^<>]*)?>(?:([\s\S]*?)<\/(?:[\w.-]+:)?t>|[\s\S]*)/g;

/** Text of a shared or inline string: its runs joined, phonetic readings left out. */
export function readStringItem(xml: string): string {
  let text = "";
  RICH_TEXT.lastIndex = 0;
  for (let found = RICH_TEXT.exec(xml); found; found = RICH_TEXT.exec(xml)) text += found[1] ?? "";
  return decodeCellText(text);
}

export function readFormula(cell: Cell): CellFormula | null {
  if (cell.formulaXml === "") return null;
  const end = openTagEnd(cell.formulaXml, 0);
  const close = cell.formulaXml.lastIndexOf("</");
  const text = close < end ? "" : decodeXml(cell.formulaXml.slice(end, close));
  return { text, ...readFormulaTag(cell) };
}

/** What is said of a formula beside its text. */
export function readFormulaTag({ formulaXml }: Readonly<Cell>): FormulaTag {
  const tag = formulaXml.slice(0, openTagEnd(formulaXml, 0));
  if (!tag.includes("=")) return ORDINARY;
  const attributes = readAttributes(tag);
  return {
    kind: attributes.get("t") ?? "normal",
    ref: attributes.get("ref") ?? null,
    shared: attributes.get("t") === "shared" ? (attributes.get("si") ?? null) : null,
  };
}

/** An ISO date of the rare t="d" cells as a serial number of the 1900 system. */
function serialFromIso(text: string): CellValue {
  const serial = timeSerial(text.includes("T") ? `${text.replace(/Z$/, "")}Z` : text);
  return Number.isNaN(serial) ? text : serial;
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

/** Column of an address: "AB12" → 27. */
const addressColumn = (address: string): number => columnIndex(/^[A-Za-z]*/.exec(address)?.[0] ?? "");

const isTooLong = (value: CellValue): boolean => typeof value === "string" && value.length > MAX_TEXT;

/** The cells of a row by their columns, as far as they are read. */
interface CellsRead {
  get(column: number): Cell | undefined;
  set(column: number, cell: Cell): void;
}

/** Opening and closing tags that cells are made of, with the part's prefix. */
export class CellReader {
  private readonly open: string;
  private readonly close: string;
  private readonly formulaOpen: string;
  private readonly formulaClose: string;
  private readonly valueOpen: string;
  private readonly valueClose: string;
  private readonly inlineOpen: string;

  constructor(
    prefix: string,
    private readonly strings: (index: number) => string,
  ) {
    this.open = `<${prefix}c`;
    this.close = `</${prefix}c>`;
    this.formulaOpen = `<${prefix}f`;
    this.formulaClose = `</${prefix}f>`;
    this.valueOpen = `<${prefix}v`;
    this.valueClose = `</${prefix}v>`;
    this.inlineOpen = `<${prefix}is`;
  }

  /** The cells between two offsets of a row's text. Throws XmlError for what Excel repairs as well. */
  read(text: string, from: number, to: number, row: number, into: CellsRead): void {
    let column = -1;
    for (let start = text.indexOf(this.open, from); start >= 0 && start < to;) {
      column++;
      const cell: Cell = { style: 0, value: null, formulaXml: "", xml: null, extra: "" };
      let type = "n";
      const tagEnd = openTagEnd(text, start);
      scanAttributes(text.slice(start + this.open.length, tagEnd), (name, value) => {
        if (name === "r") column = addressColumn(value);
        else if (name === "s") cell.style = Number(value);
        else if (name === "t") type = value;
        else cell.extra += ` ${name}="${value}"`;
      });
      if (column < 0 || column > LAST_COLUMN) throw new XmlError("column out of bounds");
      if (into.get(column))
        throw new XmlError("two cells of one address", `la cellule ${formatLocalCell(row, column)} y figure deux fois`);
      const isSelfClosing = text.charAt(tagEnd - 2) === "/";
      const end = isSelfClosing ? tagEnd : this.readBody(cell, type, text, tagEnd, to);
      // Compared as a label, a text of a hundred megabytes would take minutes.
      if (isTooLong(cell.value))
        throw new XmlError(
          "text too long",
          `la cellule ${formatLocalCell(row, column)} contient un texte de plus de 32 767 caractères, que même Excel n’admet pas`,
        );
      cell.xml = text.slice(start, end);
      into.set(column, cell);
      start = text.indexOf(this.open, end);
    }
  }

  private readBody(cell: Cell, type: string, text: string, from: number, to: number): number {
    const bodyEnd = text.indexOf(this.close, from);
    if (bodyEnd < 0 || bodyEnd > to) throw new XmlError("unclosed cell");
    const body = text.slice(from, bodyEnd);
    const formula = body.indexOf(this.formulaOpen);
    if (formula >= 0) {
      const tagEnd = openTagEnd(body, formula);
      const isEmpty = body.charAt(tagEnd - 2) === "/";
      const end = isEmpty ? tagEnd : body.indexOf(this.formulaClose, tagEnd) + this.formulaClose.length;
      cell.formulaXml = body.slice(formula, end);
    }
    const value = body.indexOf(this.valueOpen);
    const valueEnd = body.lastIndexOf(this.valueClose);
    const raw = value < 0 || valueEnd < value ? "" : body.slice(openTagEnd(body, value), valueEnd);
    if (type === "inlineStr") {
      const inline = body.indexOf(this.inlineOpen);
      cell.value = inline < 0 ? null : readStringItem(body.slice(inline)) || null;
    } else if (raw !== "" || (type === "str" && value >= 0)) {
      cell.value = readValue(type, raw, cell.formulaXml !== "", this.strings);
    } else if (cell.formulaXml !== "") cell.value = UNCOMPUTED;
    return bodyEnd + this.close.length;
  }
}

/** Whether it holds something: a value or a formula, or, unless these alone are asked for, a format. */
export function isUsed({ value, formulaXml, style }: Cell, valuesOnly: boolean): boolean {
  return value !== null || formulaXml !== "" || (!valuesOnly && style !== 0);
}

/** The element of an ordinary formula, without "=". */
export function formulaElement(formula: string, prefix: string): string {
  return `<${prefix}f>${encodeXml(formula)}</${prefix}f>`;
}

/** The cell's formula element with another text: an array formula stays one, a shared one becomes the cell's own. */
export function withFormulaText(cell: Cell, text: string, prefix: string): string {
  if (readFormula(cell)?.kind !== "array") return formulaElement(text, prefix);
  return `${cell.formulaXml.slice(0, openTagEnd(cell.formulaXml, 0))}${encodeXml(text)}</${prefix}f>`;
}

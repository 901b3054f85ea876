// A worksheet part in two halves: the cells, and all the rest as a small XML document around them.
import { encodeText } from "../xml/escape";
import { XmlError } from "../xml/parse-xml";
import { openTagEnd } from "../xml/tags";
import { XmlPart, type PartChild } from "../xml/xml-part";
import { CellGrid, type Guard, type StringTable } from "./cell-grid";

/** Order of a worksheet's children in the schema. */
export const SHEET_ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
] as const;

/** Stands nowhere in XML. */
const CELLS_HERE = "\0";

const ASIDE = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)/g;

// CDATA, comments and spaced closing tags are legal and next to never seen in cells: brought to the usual form on reading.
function normalise(cells: string): string {
  let text = cells;
  if (/<[!?]/.test(text)) {
    // In one pass, in which each ends where it says: what a comment holds begins nothing.
    text = text.replace(ASIDE, (whole, data = "") => {
      if (!/(?:\]\]|--|\?)>$/.test(whole)) throw new XmlError("unclosed among cells");
      return encodeText(data);
    });
    if (text.includes("<!")) throw new XmlError("declaration among cells");
  }
  return text.replace(/<\/([\w:.-]+)\s+>/g, "</$1>");
}

export class SheetPart {
  readonly frame: XmlPart;
  readonly grid: CellGrid;
  private readonly original: string;
  private readonly originalFrame: string;
  private readonly originalData: string;
  private readonly dataOpen: string;
  private readonly dataClose: string;

  /** Throws XmlError when the text is no worksheet. */
  constructor(text: string, strings: StringTable, guard: Guard) {
    const prefix = /<((?:[\w.-]+:)?)worksheet[\s>/]/.exec(text)?.[1];
    if (prefix === undefined) throw new XmlError("no worksheet");
    const open = `<${prefix}sheetData`;
    const placeholder = `<${prefix}sheetData/>`;
    const start = text.indexOf(open);
    let [dataEnd, cellsStart, cellsEnd] = [start, start, start];
    if (start >= 0) {
      cellsStart = openTagEnd(text, start);
      const selfClosing = text.charCodeAt(cellsStart - 2) === 47;
      const close = `</${prefix}sheetData`;
      cellsEnd = selfClosing ? cellsStart : text.lastIndexOf(close);
      if (cellsEnd < 0) throw new XmlError("unclosed data");
      dataEnd = selfClosing ? cellsStart : openTagEnd(text, cellsEnd);
      this.dataOpen = selfClosing ? `${open}>` : text.slice(start, cellsStart);
      this.dataClose = selfClosing ? `${close}>` : text.slice(cellsEnd, dataEnd);
    } else {
      this.dataOpen = `${open}>`;
      this.dataClose = `</${prefix}sheetData>`;
    }
    this.original = text;
    this.originalData = start < 0 ? placeholder : text.slice(start, dataEnd);
    const frame = start < 0 ? text : text.slice(0, start) + placeholder + text.slice(dataEnd);
    this.frame = new XmlPart(frame);
    if (start < 0) this.frame.insert("sheetData", placeholder, SHEET_ORDER);
    this.originalFrame = this.frame.toString();
    if (!this.frame.find("sheetData")) throw new XmlError("no data");
    this.grid = new CellGrid(normalise(text.slice(cellsStart, cellsEnd)), prefix, strings, guard);
  }

  get prefix(): string {
    return this.frame.prefix;
  }

  /** In pieces; the exact original when nothing differs from it. */
  *pieces(): Generator<string> {
    const frame = this.frame.toString();
    const data = this.frame.find("sheetData");
    if (!this.grid.changed && frame === this.originalFrame) yield this.original;
    else if (!data) yield frame;
    else {
      const [head = "", tail = ""] = this.around(data);
      yield head;
      if (this.grid.changed) {
        yield this.dataOpen;
        yield* this.grid.pieces();
        yield this.dataClose;
      } else yield this.originalData;
      yield tail;
    }
  }

  /** What stands before and after the data. */
  private around(data: PartChild): readonly string[] {
    const before = data.xml;
    data.xml = CELLS_HERE;
    const text = this.frame.toString();
    data.xml = before;
    return text.split(CELLS_HERE);
  }
}

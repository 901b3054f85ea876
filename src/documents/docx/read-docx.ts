// A signed contract as a Word document: its paragraphs with Word's own numbering, its tables, text boxes and notes.
import type { SignedDocument } from "../../core/drafting/signed-document";
import { DocumentBuilder } from "../document-builder";
import { openDocx, type DocxParts } from "./docx-parts";
import { Numbering } from "./numbering";
import { ParagraphStyles } from "./paragraph-styles";
import { addCell, giveTables, isRealTable, newRow, newTable, skipColumns, wordsOf } from "./table-rows";
import type { WordRow, WordTable } from "./table-rows";
import { isOn, walkXml, type Attributes } from "./xml-events";

/** Throws DocumentError for what is no Word document, or a larger one than is read. */
export function readDocx(bytes: Uint8Array, name: string): SignedDocument {
  const parts = openDocx(bytes);
  const builder = new DocumentBuilder(name);
  const shared = { numbering: new Numbering(parts), styles: new ParagraphStyles(parts) };
  const body = new DocxWalker(shared.numbering, shared.styles);
  const [paragraphs, tables] = [counter("paragraphe"), counter("tableau")];
  give(body.read(parts.text("word/document.xml") ?? ""), builder, paragraphs, tables);
  for (const part of ["word/footnotes.xml", "word/endnotes.xml"]) readNotes(parts, part, shared, builder);
  if (body.hasTrackedChanges)
    builder.leave(
      "Le document porte des modifications suivies qui ne sont pas acceptées : il a été lu comme si elles l’étaient toutes.",
    );
  return builder.finish();
}

function readNotes(
  parts: DocxParts,
  part: string,
  { numbering, styles }: { readonly numbering: Numbering; readonly styles: ParagraphStyles },
  builder: DocumentBuilder,
): void {
  const xml = parts.text(part);
  if (xml === null) return;
  const [notes, tables] = [counter("note"), counter("tableau des notes")];
  give(new DocxWalker(numbering, styles).read(xml), builder, notes, tables);
}

function counter(what: string): () => string {
  let rank = 0;
  return () => `${what} ${(rank += 1)}`;
}

type Content = { readonly kind: "text"; readonly text: string } | { readonly kind: "table"; readonly table: WordTable };

function give(contents: readonly Content[], builder: DocumentBuilder, place: () => string, table: () => string): void {
  for (const content of contents) {
    if (content.kind === "table") giveTables(content.table, builder, table);
    else for (const line of content.text.split("\n")) if (line.trim() !== "") builder.paragraph(line, place());
  }
}

/** What is no text of the contract: what was deleted, the former form of what changed, codes of fields, the copy of a text box for old programs. */
const SKIPPED = new Set(
  "del moveFrom pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange tblGridChange instrText delText delInstrText Fallback".split(
    " ",
  ),
);
const TRACKED = new Set(["ins", "del", "moveFrom", "moveTo"]);

interface ParagraphFrame {
  text: string;
  style: string;
  list: string | null;
  level: number | null;
  /** Text boxes that are anchored in it: they are read after it. */
  readonly boxes: Content[];
}

interface CellFrame {
  columns: number;
  isContinued: boolean;
}

class DocxWalker {
  hasTrackedChanges = false;
  /** What is being filled: the body, a cell, a text box. */
  private readonly containers: Content[][] = [[]];
  private readonly paragraphs: ParagraphFrame[] = [];
  private readonly tables: WordTable[] = [];
  private readonly rows: WordRow[] = [];
  private readonly cells: CellFrame[] = [];
  private readonly runs: { isHidden: boolean }[] = [];
  /** Names of what is open, from the first that is skipped on. */
  private skipping = 0;
  private readonly path: string[] = [];

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: ParagraphStyles,
  ) {}

  read(xml: string): readonly Content[] {
    walkXml(xml, {
      open: (name, attributes) => {
        const parent = this.path.at(-1) ?? "";
        this.path.push(name);
        if (this.skipping > 0) this.skipping += 1;
        else if (this.isSkipped(name, parent, attributes)) this.skipping = 1;
        else this.open(name, parent, attributes);
      },
      close: (name) => {
        this.path.pop();
        if (this.skipping > 0) this.skipping -= 1;
        else this.close(name);
      },
      text: (text) => {
        if (this.skipping === 0 && this.path.at(-1) === "t") this.say(text);
      },
    });
    return this.containers[0] ?? [];
  }

  private isSkipped(name: string, parent: string, attributes: Attributes): boolean {
    const isOfText = parent !== "numPr";
    if (TRACKED.has(name) && isOfText) this.hasTrackedChanges = true;
    if (parent === "trPr" && name === "del") {
      const row = this.rows.at(-1);
      if (row) row.isDeleted = true;
    }
    // The lines that Word draws above notes are notes of their own to it.
    const isSeparator = (name === "footnote" || name === "endnote") && /eparator/.test(attributes.get("type") ?? "");
    return isSeparator || SKIPPED.has(name);
  }

  private say(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.runs.at(-1)?.isHidden === false) paragraph.text += text;
  }

  private open(name: string, parent: string, attributes: Attributes): void {
    const val = attributes.get("val") ?? "";
    switch (name) {
      case "p":
        this.paragraphs.push({ text: "", style: "", list: null, level: null, boxes: [] });
        break;
      case "r":
        this.runs.push({ isHidden: false });
        break;
      case "txbxContent":
      case "tc":
        this.containers.push([]);
        if (name === "tc") this.cells.push({ columns: 1, isContinued: false });
        break;
      case "tbl":
        this.tables.push(newTable());
        break;
      case "tr":
        this.rows.push(newRow());
        break;
      default:
        if (parent === "r") this.openInRun(name, attributes);
        else this.openProperty(name, parent, val, attributes);
    }
  }

  private openInRun(name: string, attributes: Attributes): void {
    if (name === "tab" || name === "ptab") this.say(" ");
    else if (name === "br" || name === "cr") this.say("\n");
    else if (name === "noBreakHyphen") this.say("-");
    else if (name === "sym") this.say(symbol(attributes.get("char") ?? ""));
  }

  private openProperty(name: string, parent: string, val: string, attributes: Attributes): void {
    const [paragraph, cell, row, run] = [this.paragraphs.at(-1), this.cells.at(-1), this.rows.at(-1), this.runs.at(-1)];
    if (parent === "pPr" && name === "pStyle" && paragraph) paragraph.style = val;
    else if (parent === "numPr" && name === "numId" && paragraph) paragraph.list = val;
    else if (parent === "numPr" && name === "ilvl" && paragraph) paragraph.level = Number(val);
    else if (parent === "rPr" && name === "vanish" && run && this.path.at(-3) === "r") run.isHidden = isOn(attributes);
    else if (parent === "trPr" && name === "gridBefore" && row) skipColumns(row, toSpan(val));
    else if (parent === "tcPr" && name === "gridSpan" && cell) cell.columns = toSpan(val);
    else if (parent === "tcPr" && (name === "vMerge" || name === "hMerge") && cell)
      cell.isContinued = val !== "restart";
  }

  private close(name: string): void {
    if (name === "p") this.closeParagraph();
    else if (name === "r") this.runs.pop();
    else if (name === "txbxContent") {
      const box = this.containers.pop() ?? [];
      this.paragraphs.at(-1)?.boxes.push(...box);
    } else if (name === "tc") this.closeCell();
    else if (name === "tr") {
      const row = this.rows.pop();
      if (row) this.tables.at(-1)?.rows.push(row);
    } else if (name === "tbl") {
      const table = this.tables.pop();
      if (table) this.containers.at(-1)?.push({ kind: "table", table });
    }
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { text, style, boxes } = paragraph;
    const container = this.containers.at(-1);
    const ofStyle = this.styles.numbering(style);
    const [list, level] = [paragraph.list ?? ofStyle.list, paragraph.level ?? ofStyle.level ?? 0];
    // An empty paragraph of a list shows its number all the same, and counts.
    const number = list === null || list === "0" ? "" : this.numbering.next({ list, level });
    if (text.trim() !== "")
      container?.push({ kind: "text", text: number === "" ? text : `${number} ${text.trimStart()}` });
    container?.push(...boxes);
  }

  private closeCell(): void {
    const contents = this.containers.pop() ?? [];
    const [cell, row, table] = [this.cells.pop(), this.rows.at(-1), this.tables.at(-1)];
    if (!cell || !row || !table) return;
    const within = contents.flatMap((content) => (content.kind === "table" ? [content.table] : []));
    table.within.push(...within.flatMap((each) => (isRealTable(each) ? [each] : each.within)));
    const texts = contents.flatMap((content) => {
      if (content.kind === "text") return [content.text.trim()];
      return isRealTable(content.table) ? [] : [wordsOf(content.table)];
    });
    // What a merged cell holds beside its first place, nobody sees.
    addCell(row, cell.isContinued ? "" : texts.join("\n"), cell.columns);
  }
}

const toSpan = (val: string): number => Math.max(1, Math.floor(Number(val)) || 1);

/** Of the fonts of signs only boxes that are ticked or not say something. */
function symbol(char: string): string {
  const code = parseInt(char, 16) & 0xff;
  if (code === 0xfe || code === 0xfd || code === 0x78 || code === 0x54 || code === 0x53 || code === 0x52) return "☒";
  return code === 0xa8 || code === 0x6f || code === 0x71 || code === 0xa3 ? "☐" : "";
}

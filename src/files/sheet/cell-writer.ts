// Writes the cells of a sheet; what many of them have in common is made once.
import { columnName } from "../../core/domain/cell-ref";
import { UNCOMPUTED } from "../../core/workbook-port";
import { encodeCellText } from "../xml/escape";
import { ARRAY_ERRORS, ERROR_VALUES, type Cell } from "./cell";
import type { CellsOfRow } from "./cells-of-row";

const SPACED = /^\s|\s$|\n/;

export class CellWriter {
  /** By column, up to the number of the row. */
  private readonly heads: string[] = [];
  /** By number, from after the number of the row. */
  private readonly formats: string[] = [];
  /** The end of the tag of a cell that holds nothing, for each format. */
  private readonly blanks: string[] = [];
  private readonly valueOpen: string;
  private readonly valueClose: string;
  private readonly textOpen: string;
  private readonly spacedOpen: string;
  private readonly textClose: string;

  constructor(private readonly prefix: string) {
    this.valueOpen = `<${prefix}v>`;
    this.valueClose = `</${prefix}v></${prefix}c>`;
    this.textOpen = `><${prefix}is><${prefix}t>`;
    this.spacedOpen = `><${prefix}is><${prefix}t xml:space="preserve">`;
    this.textClose = `</${prefix}t></${prefix}is></${prefix}c>`;
  }

  /** The cells of a row, from left to right. */
  writeRow(row: number, cells: Pick<CellsOfRow, "forEach">): string {
    const number = `${row + 1}`;
    let written = "";
    cells.forEach((cell, column) => {
      written += cell.xml ?? this.write(number, column, cell);
    });
    return written;
  }

  private write(row: string, column: number, cell: Cell): string {
    const { value, formulaXml, extra, style } = cell;
    const head = (this.heads[column] ??= `<${this.prefix}c r="${columnName(column)}`);
    const format = (this.formats[style] ??= style === 0 ? '"' : `" s="${style}"`);
    if (value === null && formulaXml === "" && extra === "") return head + row + (this.blanks[style] ??= `${format}/>`);
    const open = head + row + format;
    if (value === null && formulaXml === "") return `${open}${extra}/>`;
    if (value === null || (value === UNCOMPUTED && formulaXml !== ""))
      return `${open}${extra}>${formulaXml}</${this.prefix}c>`;
    if (typeof value === "number" && Number.isFinite(value))
      return `${open}${extra}>${formulaXml}${this.valueOpen}${value}${this.valueClose}`;
    if (typeof value === "number") return this.typed(open, "e", "#NUM!", cell);
    if (typeof value === "boolean") return this.typed(open, "b", value ? "1" : "0", cell);
    if (ERROR_VALUES.has(value)) return this.typed(open, "e", value, cell);
    const text = encodeCellText(value);
    if (formulaXml === "")
      return `${open} t="inlineStr"${extra}${SPACED.test(text) ? this.spacedOpen : this.textOpen}${text}${this.textClose}`;
    return ARRAY_ERRORS.has(value) ? this.typed(open, "e", "#VALUE!", cell) : this.typed(open, "str", text, cell);
  }

  private typed(open: string, type: string, text: string, { extra, formulaXml }: Cell): string {
    const valueOpen = SPACED.test(text) ? `<${this.prefix}v xml:space="preserve">` : this.valueOpen;
    return `${open} t="${type}"${extra}>${formulaXml}${valueOpen}${text}${this.valueClose}`;
  }
}

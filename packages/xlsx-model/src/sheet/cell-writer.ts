// How the cells of a sheet are written.
import { formatLocalCell } from "../local-cell";
import { UNCOMPUTED } from "../values/uncomputed";
import { encodeCellText } from "../xml/escape";
import { ARRAY_ERRORS, ERROR_VALUES, type Cell } from "./cell";
import type { CellsOfRow } from "./cells-of-row";

const SPACED = /^\s|\s$|\n/;

const space = (text: string): string => (SPACED.test(text) ? ' xml:space="preserve"' : "");

export class CellWriter {
  constructor(private readonly prefix: string) {}

  /** The cells of a row, from left to right. */
  writeRow(row: number, cells: Pick<CellsOfRow, "forEach">): string {
    let written = "";
    cells.forEach((cell, column) => {
      written += cell.xml ?? this.write(row, column, cell);
    });
    return written;
  }

  private write(row: number, column: number, cell: Cell): string {
    const { formulaXml, extra, style } = cell;
    const name = `${this.prefix}c`;
    const open = `<${name} r="${formatLocalCell(row, column)}"${style === 0 ? "" : ` s="${style}"`}`;
    const inside = this.inside(cell);
    const attributes = `${inside.type === null ? "" : ` t="${inside.type}"`}${extra}`;
    const body = formulaXml + inside.xml;
    return body === "" ? `${open}${attributes}/>` : `${open}${attributes}>${body}</${name}>`;
  }

  /** What stands in the cell after its formula, and the type that says how it is to be read. */
  private inside({ value, formulaXml }: Cell): { readonly type: string | null; readonly xml: string } {
    if (value === null || (value === UNCOMPUTED && formulaXml !== "")) return { type: null, xml: "" };
    if (typeof value === "number") {
      return Number.isFinite(value)
        ? { type: null, xml: this.value(`${value}`) }
        : { type: "e", xml: this.value("#NUM!") };
    }
    if (typeof value === "boolean") return { type: "b", xml: this.value(value ? "1" : "0") };
    if (ERROR_VALUES.has(value)) return { type: "e", xml: this.value(value) };
    const text = encodeCellText(value);
    const { prefix } = this;
    if (formulaXml === "") {
      return { type: "inlineStr", xml: `<${prefix}is><${prefix}t${space(text)}>${text}</${prefix}t></${prefix}is>` };
    }
    return ARRAY_ERRORS.has(value) ? { type: "e", xml: this.value("#VALUE!") } : { type: "str", xml: this.value(text) };
  }

  private value(text: string): string {
    return `<${this.prefix}v${space(text)}>${text}</${this.prefix}v>`;
  }
}

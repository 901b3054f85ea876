// A cell that leads to another one.
import { quoteSheet, type CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { withoutTurning } from "../../domain/words/steering";
import type { PlannedCell } from "../../workbook-port";
import { textCell } from "./sheet-builder";

/** Nearly no name of a sheet has a quotation mark. */
const literal = (content: string): string => `"${content.includes('"') ? content.replaceAll('"', '""') : content}"`;

/** A link that Excel follows without a macro; the text names the sheet and the cell, and how many others there are. */
export function linkCell(cells: readonly CellRef[]): PlannedCell {
  const [ref] = cells;
  if (!ref) return textCell("–");
  const address = formatLocalCell(ref.row, ref.column);
  const others = cells.length - 1;
  const rest = others === 0 ? "" : ` (et ${others} autre${others > 1 ? "s" : ""})`;
  const text = withoutTurning(`${ref.sheet}!${address}${rest}`);
  return { value: text, formula: `=HYPERLINK(${literal(`#${quoteSheet(ref.sheet)}!${address}`)},${literal(text)})` };
}

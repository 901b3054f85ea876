// The action of a whole table whose rows say years or parties only: in the title above it, as on a sheet per action.
import type { TableHeader, TableZone } from "../headings/table-header";
import type { LabelReader } from "../labels/label-reader";
import type { RowLabel } from "./row-labels";

/** "Fiche financière – Action 1 : …": what stands before the word is the title's own. */
const ACTION = /\baction\b/iu;

function readTitle(text: string, labels: LabelReader): RowLabel["meaning"] | null {
  const whole = labels.read(text);
  if (whole.action) return whole;
  const from = ACTION.exec(text)?.index;
  const named = from === undefined ? null : labels.read(text.slice(from));
  if (!named || named.total || named.axe) return null;
  return named.action || named.label.numero !== null ? named : null;
}

/** From the heading up, then above all tables of the sheet; null where no title names an action. */
export function findTitleAction(
  { grid, top, bottom }: TableHeader,
  { titleTop, titlesFrom, sheetTop, left, right }: TableZone,
  labels: LabelReader,
): RowLabel | null {
  for (let at = bottom; at >= 0; at -= 1) {
    const row = at >= Math.min(titleTop, titlesFrom, top) || at < sheetTop ? grid.row(at) : null;
    for (const { column, text } of row?.textsIn(left, right) ?? []) {
      const meaning = readTitle(text, labels);
      if (row && meaning) return { at: row, column, text, meaning };
    }
  }
  return null;
}

// The unit of a whole table: in its title, in the heading of its labels, in a note beside it or below it, or in the name of its sheet.
import { announcedUnit, type Unite } from "../../domain/values/unite";
import { LIMITS } from "../limits";
import { rowsBetween, type GridRow, type TextCell } from "../sheet-grid";
import { holdsOneText, type TableHeader, type TableZone } from "./table-header";

export function readTableUnit(header: TableHeader, zone: TableZone): Unite | null {
  for (let row = header.bottom; row >= Math.max(zone.titlesFrom, header.top - LIMITS.titleRows); row -= 1) {
    const unit = readRowUnit(header, zone, row);
    if (unit !== null) return unit;
  }
  return readNoteUnit(header, zone) ?? announcedUnit(header.grid.sheet);
}

type Texts = readonly TextCell[];

function firstUnit(texts: Texts): Unite | null {
  for (const { text } of texts) {
    const unit = announcedUnit(text);
    if (unit !== null) return unit;
  }
  return null;
}

function readRowUnit(header: TableHeader, zone: TableZone, row: number): Unite | null {
  const cells = header.grid.row(row);
  if (!cells) return null;
  // A title that stands alone in its row is that of all the tables side by side.
  if (row < header.top) return firstUnit(holdsOneText(cells) ? cells.texts : textsOf(cells, zone));
  // A unit in a party's or a year's heading is that column's alone.
  return firstUnit(textsOf(cells, zone).filter(({ column }) => column < header.left || column > header.right));
}

const textsOf = (row: GridRow, { left, right }: TableZone): Texts => row.textsIn(left, right);

/** A note that says nothing but the unit, right of the table or just below its last row of figures. */
function readNoteUnit(header: TableHeader, zone: TableZone): Unite | null {
  let below = 0;
  for (const row of rowsBetween(header.grid, header.bottom + 1, zone.end - 1)) {
    const isNote = holdsOneText(row);
    if (isNote) below += 1;
    else if (!row.isBlank) below = 0;
    if (below > LIMITS.noteRows) continue;
    const texts = row.textsIn(isNote ? zone.left : header.right + 1, zone.right);
    const unit = firstUnit(texts.filter(({ text }) => text.length <= LIMITS.headingLength));
    if (unit !== null) return unit;
  }
  return null;
}

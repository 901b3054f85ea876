// The unit of a whole table: in its title, in the heading of its labels, in a note beside it or below it, or in the name of its sheet.
import { announcedUnit, type Unite } from "../../domain/values/unite";
import { LIMITS } from "../limits";
import { holdsOneText, type TableHeader, type TableZone } from "./table-header";

export function readTableUnit(header: TableHeader, zone: TableZone): Unite | null {
  for (let row = header.bottom; row >= Math.max(zone.titlesFrom, header.top - LIMITS.titleRows); row -= 1) {
    const unit = readRowUnit(header, zone, row);
    if (unit !== null) return unit;
  }
  return readNoteUnit(header, zone) ?? announcedUnit(header.grid.sheet);
}

function readRowUnit(header: TableHeader, zone: TableZone, row: number): Unite | null {
  const cells = header.grid.row(row);
  if (!cells) return null;
  // A title that stands alone in its row is that of all the tables side by side.
  const isShared = row < header.top && holdsOneText(cells);
  const left = isShared ? cells.left : Math.max(cells.left, zone.left);
  const right = isShared ? cells.right : Math.min(cells.right, zone.right);
  for (let column = left; column <= right; column += 1) {
    // A unit in a party's or a year's heading is that column's alone.
    if (row >= header.top && column >= header.left && column <= header.right) continue;
    const text = cells.text(column);
    const unit = text === null ? null : announcedUnit(text);
    if (unit !== null) return unit;
  }
  return null;
}

/** A note that says nothing but the unit, right of the table or just below its last row of figures. */
function readNoteUnit(header: TableHeader, zone: TableZone): Unite | null {
  let below = 0;
  for (const cells of header.grid.rows) {
    if (cells.row <= header.bottom || cells.row >= zone.end) continue;
    const isNote = holdsOneText(cells);
    below = isNote ? below + 1 : cells.isBlank ? below : 0;
    if (cells.isBlank) continue;
    for (
      let column = isNote ? Math.max(cells.left, zone.left) : header.right + 1;
      column <= Math.min(cells.right, zone.right);
      column += 1
    ) {
      const text = cells.text(column);
      const unit = text === null || text.length > LIMITS.headingLength ? null : announcedUnit(text);
      if (unit !== null && below <= LIMITS.noteRows) return unit;
    }
  }
  return null;
}

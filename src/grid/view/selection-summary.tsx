// What the selected figures make together, as Excel says it below the sheet.
import type { ReactElement } from "react";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { SheetView } from "./sheet-view";

/** A whole column is not walked at each key. */
const MOST_CELLS = 100_000;

const FIGURE = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

export function SelectionSummary({ view: { sheet, selection } }: { readonly view: SheetView }): ReactElement {
  const text = summarise(sheet, selection);
  return <output className="selection-summary">{text}</output>;
}

/** Empty for fewer than two filled cells. */
function summarise(sheet: SheetModel, selection: GridRange): string {
  const within = sheet.usedRangeWithin(selection, true);
  if (!within) return "";
  const { top, left, bottom, right } = within;
  if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) return "";
  let filled = 0;
  let figures = 0;
  let sum = 0;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const { value } = sheet.content(row, column);
      if (value !== null) filled++;
      if (typeof value !== "number") continue;
      figures++;
      sum += value;
    }
  }
  if (filled < 2) return "";
  const count = `Nombre\u00a0: ${FIGURE.format(filled)}`;
  if (figures === 0) return count;
  const average = `Moyenne\u00a0: ${FIGURE.format(sum / figures)}`;
  return `${average}\u2003${count}\u2003Somme\u00a0: ${FIGURE.format(sum)}`
    .replaceAll("\u202f", "\u00a0")
    .replaceAll("-", "\u2212");
}

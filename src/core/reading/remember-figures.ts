// What the cells of a table say, made once for a figure that stands in many of them, as that of an action year after year.
import type { CellValue } from "xlsx-model/plan";

export type ReadFigure<Lu> = (value: CellValue, numberFormat: string) => Lu;

/** A table of as many different figures would fill memory with them. */
const MOST_KNOWN = 1000;

export function rememberFigures<Lu extends object>(read: ReadFigure<Lu>): ReadFigure<Lu> {
  const known = new Map<number, Lu>();
  let format = "";
  return (value, numberFormat) => {
    if (typeof value !== "number") return read(value, numberFormat);
    if (numberFormat !== format || known.size === MOST_KNOWN) {
      known.clear();
      format = numberFormat;
    }
    let lu = known.get(value);
    if (!lu) known.set(value, (lu = read(value, numberFormat)));
    return lu;
  };
}

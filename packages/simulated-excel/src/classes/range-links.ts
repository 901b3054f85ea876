// Links of cells: read, set and taken away.
import { cellCount, intersection } from "../address";
import type { ExcelState } from "../excel-state";
import { hostErrors, NotSimulated } from "../wire";
import { valueAt } from "../cell-value";
import type { RangeObject } from "./range-object";

const PARTS = ["address", "documentReference", "screenTip", "textToDisplay"];

/** The link of the range as a whole: null where its cells have several links, or some have none. */
export function linkOf({ sheet, range }: RangeObject): Record<string, unknown> | null {
  const links = sheet.links.list().filter((link) => intersection(link.range, range));
  const [link] = links;
  if (!link) return null;
  const covered = links.reduce((sum, each) => sum + cellCount(intersection(each.range, range) ?? range), 0);
  if (links.length > 1 || covered < cellCount(range)) return null;
  const text = valueAt(sheet, range.top, range.left);
  return {
    ...(link.address !== null && { address: link.address }),
    ...(link.place !== null && { documentReference: link.place }),
    ...(link.tip !== null && { screenTip: link.tip }),
    textToDisplay: String(text ?? ""),
  };
}

/** What a cell shows is its own value, which the link brings along; without, an empty cell shows where the link leads. */
export function setLink(
  state: ExcelState,
  { sheet, range }: RangeObject,
  given: unknown,
  write: (object: RangeObject, text: string) => void,
): void {
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw hostErrors.invalidArgument();
  const said = given as Readonly<Record<string, unknown>>;
  const parts = Object.entries(said).filter(([, value]) => value !== undefined && value !== null);
  if (parts.some(([name, value]) => !PARTS.includes(name) || typeof value !== "string"))
    throw hostErrors.invalidArgument();
  const [address, place, tip, text] = PARTS.map((name) => (said[name] ?? null) as string | null);
  if (!address && !place) throw hostErrors.invalidArgument();
  const isEmpty = sheet.usedRangeWithin(range, true) === null;
  const shown = text ?? (isEmpty ? (address ?? place) : null);
  // No page says which of several cells show it.
  if (shown !== null && shown !== undefined && cellCount(range) > 1)
    throw new NotSimulated("the text of a link over several cells");
  state.writable(sheet).links.set({ range, address: address || null, place: place || null, tip: tip ?? null });
  if (shown !== null && shown !== undefined) write({ className: "Range", sheet, range }, shown);
}

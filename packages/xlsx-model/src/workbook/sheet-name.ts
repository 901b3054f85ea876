// Which names Excel accepts for a sheet.
import { isSameSheet } from "../cell-ref";

/** Throws a RangeError for a name that Excel refuses or that another sheet bears. */
export function checkSheetName(name: string, taken: Iterable<string>): void {
  if (name === "") throw new RangeError("empty sheet name");
  if (name.length > 31) throw new RangeError(`sheet name longer than 31 characters: ${name}`);
  if (/[:\\/?*[\]]/.test(name)) throw new RangeError(`forbidden character in sheet name: ${name}`);
  if (name.startsWith("'") || name.endsWith("'"))
    throw new RangeError(`sheet name begins or ends with an apostrophe: ${name}`);
  if (name.toLowerCase() === "history") throw new RangeError(`sheet name reserved by Excel: ${name}`);
  for (const other of taken) {
    if (isSameSheet(other, name)) throw new RangeError(`sheet name already used: ${name}`);
  }
}

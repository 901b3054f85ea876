// The named styles of cells, as Excel.BuiltInStyle calls those that files know by number.
import { NotSimulated } from "../wire";

const BUILT_IN: Readonly<Record<number, string>> = {
  0: "Normal",
  3: "Comma",
  4: "Currency",
  5: "Percent",
  6: "WholeComma",
  7: "WholeDollar",
  8: "Hlink",
  9: "HlinkTrav",
  10: "Note",
  11: "WarningText",
  15: "SheetTitle",
  16: "Heading1",
  17: "Heading2",
  18: "Heading3",
  19: "Heading4",
  20: "Input",
  21: "Output",
  22: "Calculation",
  23: "CheckCell",
  24: "LinkedCell",
  25: "Total",
  26: "Good",
  27: "Bad",
  28: "Neutral",
};
const FIRST_ACCENT = 29;
const LAST_ACCENT = 52;
/** The shades of each of the six accents. */
const SHADES = ["", "_20", "_40", "_60"];

export function styleName({ name, builtIn }: { readonly name: string; readonly builtIn: number | null }): string {
  if (builtIn === null) return name;
  const known = BUILT_IN[builtIn];
  if (known !== undefined) return known;
  if (builtIn < FIRST_ACCENT || builtIn > LAST_ACCENT) throw new NotSimulated(`the built-in cell style ${builtIn}`);
  const at = builtIn - FIRST_ACCENT;
  return `Accent${Math.floor(at / SHADES.length) + 1}${SHADES[at % SHADES.length] ?? ""}`;
}

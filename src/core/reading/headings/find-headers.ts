// Finds the headings of the tables of one kind on a sheet.
import type { SheetGrid } from "../sheet-grid";
import { AmountHeaders } from "./amount-headers";
import type { FoundHeaders, Header } from "./header";
import type { HeadingReader } from "./headings";
import { IndicatorHeaders } from "./indicator-headers";

export function findHeaders(grid: SheetGrid, kind: Header["kind"], headings: HeadingReader): FoundHeaders {
  const finder = kind === "amounts" ? AmountHeaders : IndicatorHeaders;
  return new finder(grid, headings, kind).find();
}

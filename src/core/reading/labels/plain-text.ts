// What a cell of words says, whatever it is typed as: a date as a date, a number without grouping.
import { isoDate } from "xlsx-model/values/date-serial";
import { formatDate } from "../../domain/words/format";
import { isDateFormat } from "../../domain/values/parse-nombre";
import { type GridRow } from "../sheet-grid";

/** "" for an empty cell. */
export function plainText(row: GridRow, column: number): string {
  const value = row.value(column);
  if (value === null) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "boolean") return value ? "oui" : "non";
  const date = isDateFormat(row.numberFormat(column)) ? isoDate(value) : null;
  return date === null ? String(value).replace(".", ",") : formatDate(date);
}

// What a cell shows: its value through its number format, in French.
import { format } from "numfmt";
import { withoutTurning } from "../../core/domain/words/steering";
import { errorInFrench } from "xlsx-model/values/errors-in-french";
import type { CellValue } from "xlsx-model/plan";

export function displayValue(value: CellValue, numberFormat: string | undefined): string {
  if (value === null) return "";
  if (typeof value === "string" && value.startsWith("#")) return errorInFrench(value);
  try {
    return withoutTurning(format(numberFormat ?? "General", value, { locale: "fr" }));
  } catch {
    // A format that the library refuses still leaves the agent his value.
    return withoutTurning(String(value));
  }
}

/** Excel's own alignment where the style gives none: figures right, booleans and errors centred. */
export function defaultAlignment(value: CellValue): "left" | "center" | "right" {
  if (typeof value === "number") return "right";
  if (typeof value === "boolean" || (typeof value === "string" && /^#[A-ZÉ/0]+[!?]?$/.test(value))) return "center";
  return "left";
}

// What a cell shows: its value through its number format, as a French reader sees it.
import { format } from "numfmt";
import { formatDate, formatNombre, NBSP } from "../words/format";
import { isoDate } from "xlsx-model/values/date-serial";
import { errorInFrench } from "xlsx-model/values/errors-in-french";

/** What numbers without a format show is grouped here: a message is easier to read so. */
const GENERAL = /^(?:general|standard)?$/i;

/** The short date, which Excel shows in the order of the machine's language and not in that of its code. */
const SHORT_DATE = /^(?:\[\$-[^\]]*\])?m{1,2}\/d{1,2}\/y{2,4}(?:;@)?$/i;

function formatted(nombre: number, numberFormat: string): string {
  if (SHORT_DATE.test(numberFormat)) {
    const date = isoDate(nombre);
    return date === null ? "" : formatDate(date);
  }
  try {
    return format(numberFormat, nombre, { locale: "fr" })
      .replace(/[\u202f\u2009 ](?=\d)/g, NBSP)
      .replace(/(\d) ?%/g, `$1${NBSP}%`)
      .replace(/^-(?=\d)/, "−");
  } catch {
    // A format that cannot be read still leaves the figure.
    return "";
  }
}

/** `numberFormat` is US. A format that hides its figure (";;;") does not hide it here. */
export function afficher(value: string | number | boolean | null, numberFormat: string): string {
  if (value === null) return "";
  if (typeof value === "string") return errorInFrench(value);
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  const shown = GENERAL.test(numberFormat) ? "" : formatted(value, numberFormat);
  return shown.trim() === "" ? formatNombre(value) : shown;
}

// Number formats as Excel takes, names and translates them.
import { format, getFormatInfo } from "numfmt";
import { errorInFrench } from "xlsx-model/values/errors-in-french";
import type { CellValue } from "xlsx-model/plan";
import type { ExcelProfile } from "./profile";
import { NotSimulated } from "./wire";

/** What stands in a format between its codes: texts, escaped characters, conditions and colours, fillers. */
const ASIDE = /"[^"]*"|\\.|\[[^[\]]*\]|[_*]./g;
const CODES = /General|AM\/PM|A\/P|E[+-]|[ymdhsbge@#0?.,%/:;$()+\-!^&'~{}<>= \u00a0\u202f€£]/gi;

/** False for what Excel refuses: letters that are no code, as those of a French format are. */
export function isNumberFormat(text: string): boolean {
  const isKnown = text.replace(ASIDE, "").replace(CODES, "") === "" && (text.match(/"/g) ?? []).length % 2 === 0;
  return isKnown && isShown(text);
}

/** What the formatter cannot read has too many sections, or a colour or a condition of another language. */
function isShown(text: string): boolean {
  try {
    format(text, 1);
    return true;
  } catch {
    return false;
  }
}

/** Excel's own short dates show as the agent's country writes them. */
const FRENCH_DATES: Readonly<Record<string, string>> = {
  "m/d/yyyy": "dd/mm/yyyy",
  "m/d/yyyy h:mm": "dd/mm/yyyy hh:mm",
};

function regionalFormat(numberFormat: string, { locale }: ExcelProfile): string {
  return (locale === "fr-FR" ? FRENCH_DATES[numberFormat] : null) ?? numberFormat;
}

/** What the cell shows; #### where a figure does not fit is not told. */
export function shownText(value: CellValue, numberFormat: string, profile: ExcelProfile): string {
  const { locale } = profile;
  if (value === null) return "";
  if (typeof value === "boolean") return locale === "fr-FR" ? (value ? "VRAI" : "FAUX") : value ? "TRUE" : "FALSE";
  if (typeof value === "string" && isError(value)) return locale === "fr-FR" ? errorInFrench(value) : value;
  // A date before 1900 fills its cell with ####, as many as are wide enough.
  const isDate = typeof value === "number" && value < 0 && /^(?:date|time)/.test(getFormatInfo(numberFormat).type);
  if (isDate) throw new NotSimulated("the text of a negative date");
  return format(regionalFormat(numberFormat, profile), value, { locale: locale === "fr-FR" ? "fr" : "en-US" });
}

/** Whether the value of a cell is an error, which Excel shows in the agent's language. */
export function isError(value: string): boolean {
  return /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(value);
}

const CATEGORIES: Readonly<Record<string, string>> = {
  general: "General",
  number: "Number",
  grouped: "Number",
  currency: "Currency",
  date: "Date",
  datetime: "Date",
  time: "Time",
  percent: "Percentage",
  fraction: "Fraction",
  scientific: "Scientific",
  text: "Text",
};

export function categoryOf(numberFormat: string): string {
  return CATEGORIES[getFormatInfo(numberFormat).type] ?? "Custom";
}

/** Pairs that French writes otherwise; what is quoted or escaped stays. */
const FRENCH: Readonly<Record<string, string>> = { General: "Standard", ".": ",", ",": " ", y: "a", d: "j" };

export function localFormat(numberFormat: string, profile: ExcelProfile): string {
  if (profile.locale !== "fr-FR") return numberFormat;
  return regionalFormat(numberFormat, profile).replace(
    new RegExp(`${ASIDE.source}|General|[.,yd]`, "g"),
    (piece) => FRENCH[piece] ?? piece,
  );
}

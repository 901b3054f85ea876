// The criteria of a filter: those of the API, as the file says them, and which rows they keep.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import { recordsArgument, wholeArgument } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";

/** Excel.FilterCriteria. */
export interface Criteria {
  readonly filterOn: string;
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
  readonly values?: readonly (string | { readonly date: string; readonly specificity: string })[];
  readonly dynamicCriteria?: string;
}

const OPERATORS = {
  "<>": "notEqual",
  ">=": "greaterThanOrEqual",
  "<=": "lessThanOrEqual",
  ">": "greaterThan",
  "<": "lessThan",
  "=": "equal",
} as const;
const TOP = ["TopItems", "TopPercent", "BottomItems", "BottomPercent"];

/** What Excel's own window takes. */
const MAX_TOP = 500;
const MAX_PERCENT = 100;
const KINDS = [...TOP, "Values", "Custom", "Dynamic", "CellColor", "FontColor", "Icon"];

export function nodeFromCriteria(criteria: Criteria, make: (local: string) => XmlNode): XmlNode {
  const { filterOn, criterion1 = "", criterion2, operator = "And", values = [], dynamicCriteria = "" } = criteria;
  if (!KINDS.includes(filterOn)) throw hostErrors.invalidArgument();
  if (filterOn === "Values") {
    if (!Array.isArray(values)) throw hostErrors.invalidArgument();
    const texts = values.map((value) => {
      if (typeof value === "string") return value;
      recordsArgument([value]);
      throw new NotSimulated("filters by date");
    });
    const node = make("filters");
    if (texts.includes("")) node.set("blank", true);
    return node.append(...texts.filter((text) => text !== "").map((text) => make("filter").set("val", text)));
  }
  if (filterOn === "Custom") {
    const node = make("customFilters");
    if (criterion2 !== undefined && operator === "And") node.set("and", true);
    const said = [criterion1, ...(criterion2 === undefined ? [] : [criterion2])].map((text) => {
      const [, sign = "=", rest = ""] = /^(<>|>=|<=|>|<|=)?(.*)$/s.exec(text) ?? [];
      const name = OPERATORS[sign as keyof typeof OPERATORS];
      const filter = make("customFilter");
      return (name === "equal" ? filter : filter.set("operator", name)).set("val", rest);
    });
    return node.append(...said);
  }
  if (TOP.includes(filterOn)) {
    const count = wholeArgument(Number(criterion1), 1, filterOn.endsWith("Percent") ? MAX_PERCENT : MAX_TOP);
    return make("top10")
      .set("top", filterOn.startsWith("Top") ? null : "0")
      .set("percent", filterOn.endsWith("Percent") ? "1" : null)
      .set("val", count);
  }
  if (filterOn === "Dynamic" && /^(?:Above|Below)Average$/.test(dynamicCriteria))
    return make("dynamicFilter").set("type", dynamicCriteria.charAt(0).toLowerCase() + dynamicCriteria.slice(1));
  throw new NotSimulated(`filters on ${filterOn} ${dynamicCriteria}`);
}

export function criteriaFromNode(node: XmlNode): Criteria {
  switch (node.local) {
    case "filters": {
      const values = node.all("filter").map((filter) => filter.get("val") ?? "");
      return { filterOn: "Values", values: node.get("blank") === "1" ? ["", ...values] : values };
    }
    case "customFilters": {
      const said = node.all("customFilter").map((filter) => {
        const sign = Object.entries(OPERATORS).find(([, name]) => name === (filter.get("operator") ?? "equal"))?.[0];
        return `${sign ?? "="}${filter.get("val") ?? ""}`;
      });
      const [criterion1 = "", criterion2] = said;
      const operator = node.get("and") === "1" ? "And" : "Or";
      return { filterOn: "Custom", criterion1, ...(criterion2 === undefined ? {} : { criterion2, operator }) };
    }
    case "top10": {
      const filterOn = `${node.get("top") === "0" ? "Bottom" : "Top"}${node.get("percent") === "1" ? "Percent" : "Items"}`;
      return { filterOn, criterion1: node.get("val") ?? "" };
    }
    case "dynamicFilter": {
      const type = node.get("type") ?? "";
      return { filterOn: "Dynamic", dynamicCriteria: type.charAt(0).toUpperCase() + type.slice(1) };
    }
    default:
      throw new NotSimulated(`a filter of the kind ${node.local}`);
  }
}

export function keepsRow(sheet: SheetModel, body: GridRange, row: number, column: number, criteria: Criteria): boolean {
  const { value } = sheet.content(row, column);
  const { filterOn, criterion1 = "", criterion2, operator, values = [], dynamicCriteria } = criteria;
  if (filterOn === "Values")
    return values.some(
      (wanted) => typeof wanted === "string" && wanted.toLowerCase() === String(value ?? "").toLowerCase(),
    );
  if (filterOn === "Custom") {
    const first = meets(value, criterion1);
    if (criterion2 === undefined) return first;
    return operator === "Or" ? first || meets(value, criterion2) : first && meets(value, criterion2);
  }
  if (typeof value !== "number") return false;
  const numbers: number[] = [];
  for (let at = body.top; at <= body.bottom; at += 1) {
    const other = sheet.content(at, column).value;
    if (typeof other === "number") numbers.push(other);
  }
  if (filterOn === "Dynamic") {
    const average = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    return dynamicCriteria === "AboveAverage" ? value > average : value < average;
  }
  const isTop = filterOn.startsWith("Top");
  numbers.sort((a, b) => (isTop ? b - a : a - b));
  const share = filterOn.endsWith("Percent")
    ? Math.max(1, Math.floor((numbers.length * Number(criterion1)) / 100))
    : Number(criterion1);
  const limit = numbers[Math.min(share, numbers.length) - 1] ?? 0;
  return isTop ? value >= limit : value <= limit;
}

function meets(value: unknown, criterion: string): boolean {
  const [, sign = "=", wanted = ""] = /^(<>|>=|<=|>|<|=)?(.*)$/s.exec(criterion) ?? [];
  const number = Number(wanted);
  if (typeof value === "number" && wanted !== "" && Number.isFinite(number)) {
    const results: Record<string, boolean> = {
      "<>": value !== number,
      ">=": value >= number,
      "<=": value <= number,
      ">": value > number,
      "<": value < number,
      "=": value === number,
    };
    return results[sign] ?? false;
  }
  if (sign !== "=" && sign !== "<>") return false;
  const pattern = wanted
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "is").test(value === null ? "" : String(value)) === (sign === "=");
}

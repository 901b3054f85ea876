// The rule of a data validation in the words of the API and in those of the file, and whether a value obeys it.
import { absoluteRange } from "xlsx-model/cell-ref";
import { timeSerial } from "xlsx-model/values/date-serial";
import type { CellValue } from "xlsx-model/plan";
import type { ExcelState } from "../excel-state";
import { checkRuleFormula } from "../formula/entered-formula";
import { booleanArgument, textArgument } from "../object-table";
import { allWords, words } from "../words";
import { hostErrors, NotSimulated } from "../wire";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import { isRangeObject } from "./objects";

export const TYPES = words(
  "WholeNumber whole, Decimal decimal, List list, Date date, Time time, TextLength textLength, Custom custom, None none",
);
const OPERATORS = allWords(
  "Between between, NotBetween notBetween, EqualTo equal, NotEqualTo notEqual, GreaterThan greaterThan, LessThan lessThan, " +
    "GreaterThanOrEqualTo greaterThanOrEqual, LessThanOrEqualTo lessThanOrEqual",
);
/** Characters of a list whose items are written in the rule itself. */
const LIST_MAX = 255;

type Said = Readonly<Record<string, unknown>>;
type Kind = "wholeNumber" | "decimal" | "list" | "date" | "time" | "textLength" | "custom";
const KINDS: readonly string[] = ["wholeNumber", "decimal", "list", "date", "time", "textLength", "custom"];

const typeOf = (kind: Kind) => TYPES.toFile(kind.charAt(0).toUpperCase() + kind.slice(1));

export function writeRule(state: ExcelState, sheetId: string, rule: XmlNode, value: unknown): void {
  const said = Object.entries((value ?? {}) as Record<string, Said | null>).filter(([, each]) => each);
  const [only, another] = said;
  if (!only || another || !KINDS.includes(only[0])) throw hostErrors.invalidArgument("Exactly one rule is expected.");
  const kind = only[0] as Kind;
  const body = only[1] as Said;
  rule.set("type", typeOf(kind)).set("operator", null).set("showDropDown", null);
  rule.remove("formula1", "formula2");
  const formula = (text: string) => {
    checkRuleFormula(state, sheetId, `=${text}`);
    return text;
  };
  const operand = (given: unknown) => {
    // A range is named by its absolute address, so that it stays the same for each cell of the rule.
    if (isRangeObject(given)) return absoluteRange({ sheet: given.sheet.name, ...given.range });
    if (typeof given === "number") return String(given);
    const text = textArgument(given);
    if (text.startsWith("=")) return formula(text.slice(1));
    if (kind === "date" || kind === "time") return String(moment(text, kind));
    if (text === "" || Number.isNaN(Number(text))) throw hostErrors.invalidArgument();
    return text;
  };
  if (kind === "custom") return write(rule, [formula(textArgument(body["formula"]).replace(/^=/, ""))]);
  if (kind === "list") {
    rule.set("showDropDown", booleanArgument(body["inCellDropDown"]) ? null : true);
    return write(rule, [listSource(body["source"], operand)]);
  }
  const operator = OPERATORS.toFile(textArgument(body["operator"]));
  const isPair = /between/i.test(operator);
  if (isPair !== (body["formula2"] !== undefined && body["formula2"] !== null)) throw hostErrors.invalidArgument();
  rule.set("operator", operator === "between" ? null : operator);
  write(rule, isPair ? [operand(body["formula1"]), operand(body["formula2"])] : [operand(body["formula1"])]);
}

function listSource(source: unknown, operand: (given: unknown) => string): string {
  if (typeof source !== "string" || source.startsWith("=")) return operand(source);
  if (source === "" || source.length > LIST_MAX) throw hostErrors.invalidArgument();
  return `"${source.replaceAll('"', '""')}"`;
}

/** "2024-12-31", "2024-12-31T08:00:00" or, for a time, "8:00" too. */
function moment(text: string, kind: "date" | "time"): number {
  const [, hours, minutes, seconds = "00"] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  const isTime = kind === "time" && hours !== undefined && minutes !== undefined;
  const iso = isTime ? `2000-01-01T${hours.padStart(2, "0")}:${minutes}:${seconds}` : text;
  const serial = timeSerial(iso.includes("T") ? `${iso.replace(/Z$/, "")}Z` : `${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso) || Number.isNaN(serial)) throw hostErrors.invalidArgument();
  const milliseconds = 86_400_000;
  // Excel's 15 digits.
  const time = Math.round((serial % 1) * milliseconds) / milliseconds;
  return Number((kind === "time" ? time : Math.floor(serial) + time).toPrecision(15));
}

function write(rule: XmlNode, formulas: readonly string[]): void {
  const prefix = rule.name.slice(0, rule.name.length - rule.local.length);
  for (const [at, text] of formulas.entries())
    rule.ensure(`${prefix}formula${at + 1}`, ["formula1", "formula2"]).text = text;
}

/** As `DataValidationRule`: what is compared is always told as a formula. */
export function readRule(rule: XmlNode): Record<string, unknown> {
  const type = rule.get("type") ?? "none";
  if (type === "none") return {};
  const name = TYPES.toApi(type);
  const kind = name.charAt(0).toLowerCase() + name.slice(1);
  const [first = "", second] = [rule.find("formula1")?.text, rule.find("formula2")?.text];
  if (kind === "custom") return { custom: { formula: `=${first}` } };
  if (kind === "list") {
    const source = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"') ?? `=${first}`;
    return { list: { inCellDropDown: rule.get("showDropDown") !== "1", source } };
  }
  const operator = OPERATORS.toApi(rule.get("operator") ?? "between");
  return { [kind]: { formula1: `=${first}`, ...(second === undefined ? {} : { formula2: `=${second}` }), operator } };
}

/** Whether the rule takes the value; formulas and lists in cells are not computed here. */
export function obeys(rule: XmlNode, value: CellValue): boolean {
  const type = rule.get("type") ?? "none";
  if (type === "none") return true;
  if (value === null || value === "") return rule.get("allowBlank") === "1";
  const list = /^"(.*)"$/s.exec(rule.find("formula1")?.text ?? "")?.[1];
  if (type === "list" && list !== undefined)
    return list
      .replaceAll('""', '"')
      .split(",")
      .some((item) => item.trim() === String(value));
  const bounds = ["formula1", "formula2"].flatMap((name) => rule.find(name)?.text ?? []).map(Number);
  if (bounds.some(Number.isNaN) || type === "custom" || type === "list")
    throw new NotSimulated("whether cells are valid by a formula");
  const measured = type === "textLength" ? String(value).length : value;
  if (typeof measured !== "number" || (type === "whole" && !Number.isInteger(measured))) return false;
  const [first = 0, second = 0] = bounds;
  switch (rule.get("operator") ?? "between") {
    case "between":
      return measured >= first && measured <= second;
    case "notBetween":
      return measured < first || measured > second;
    case "equal":
      return measured === first;
    case "notEqual":
      return measured !== first;
    case "greaterThan":
      return measured > first;
    case "lessThan":
      return measured < first;
    case "greaterThanOrEqual":
      return measured >= first;
    default:
      return measured <= first;
  }
}

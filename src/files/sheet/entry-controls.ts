// The data validations of a sheet that say what a plan can ask for; others keep their text and are not shown.
import { dateSerial } from "../../core/domain/values/date-serial";
import { isoDate } from "../../core/reading/sheet-grid";
import type { EntryControl, EntryRule, GridRange } from "../../core/workbook-port";
import { encodeXml } from "../xml/escape";
import { child, childrenNamed, type XmlElement } from "../xml/parse-xml";
import { appendInside, formatAttributes, setAttributes, splitElement } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { formatRanges, parseRanges } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

const NAME = "dataValidations";

interface Written {
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
}

function write(rule: EntryRule): Written {
  switch (rule.kind) {
    case "decimal":
      return { type: "decimal", operator: "greaterThanOrEqual", formulas: [String(rule.minimum)] };
    case "list":
      return { type: "list", formulas: [`"${rule.values.join(",").replaceAll('"', '""')}"`] };
    case "date":
      // "Between" is what a file leaves out.
      return { type: "date", formulas: [rule.from, rule.to].map((date) => String(dateSerial(date))) };
    case "formula":
      return { type: "custom", formulas: [rule.formula.replace(/^=/, "")] };
  }
}

function read(element: XmlElement): EntryRule | null {
  const { type, operator = "between" } = element.attributes;
  const [first = "", second = ""] = [1, 2].map((number) => child(element, `formula${number}`)?.text ?? "");
  if (type === "decimal" && operator === "greaterThanOrEqual" && first !== "" && Number.isFinite(Number(first))) {
    return { kind: "decimal", minimum: Number(first) };
  }
  const list = /^"(.*)"$/s.exec(first)?.[1];
  if (type === "list" && list !== undefined) return { kind: "list", values: list.replaceAll('""', '"').split(",") };
  const [from, to] = [isoDate(Number(first)), isoDate(Number(second))];
  if (type === "date" && operator === "between" && from !== null && to !== null) return { kind: "date", from, to };
  return type === "custom" ? { kind: "formula", formula: `=${first}` } : null;
}

export function readEntryControls(frame: XmlPart): EntryControl[] {
  return childrenNamed(frame.tree(NAME), "dataValidation").flatMap((element) => {
    const rule = read(element);
    const { sqref = "", errorTitle: title = "", error: message = "" } = element.attributes;
    return rule ? parseRanges(sqref).map((range) => ({ range, rule, title, message })) : [];
  });
}

export function addEntryControl(frame: XmlPart, { range, rule, title, message }: EntryControl): void {
  const { prefix } = frame;
  const { type, operator, formulas } = write(rule);
  const attributes = formatAttributes([
    ["type", type],
    ...(operator === undefined ? [] : [["operator", operator] as const]),
    ["allowBlank", "1"],
    ["showErrorMessage", "1"],
    ["errorTitle", title],
    ["error", message],
    ["sqref", formatRanges([range])],
  ]);
  const inside = formulas.map((text, index) => {
    const name = `${prefix}formula${index + 1}`;
    return `<${name}>${encodeXml(text)}</${name}>`;
  });
  const element = `<${prefix}dataValidation${attributes}>${inside.join("")}</${prefix}dataValidation>`;
  const existing = frame.find(NAME);
  if (!existing) {
    frame.insert(NAME, `<${prefix}${NAME} count="1">${element}</${prefix}${NAME}>`, SHEET_ORDER);
    return;
  }
  const count = childrenNamed(frame.tree(NAME), "dataValidation").length + 1;
  existing.xml = setAttributes(appendInside(existing.xml, element), { count: String(count) });
}

/** Those that lie within the range; one that reaches out of it stays. */
export function removeEntryControls(frame: XmlPart, within: GridRange): void {
  const existing = frame.find(NAME);
  const all = childrenNamed(frame.tree(NAME), "dataValidation");
  const isOutside = (range: GridRange) =>
    range.top < within.top || range.left < within.left || range.bottom > within.bottom || range.right > within.right;
  const kept = all.filter(({ attributes }) => parseRanges(attributes["sqref"] ?? "").some(isOutside));
  if (!existing || kept.length === all.length) return;
  if (kept.length === 0) return frame.remove(existing);
  const inside = kept.map(({ start, end }) => existing.xml.slice(start, end)).join("");
  const { open, close } = splitElement(existing.xml);
  existing.xml = setAttributes(open + inside + close, { count: String(kept.length) });
}

// The data validations of a sheet that say what a plan can ask for; others keep their text and are not shown.
import { dateSerial, isoDate } from "../values/date-serial";
import type { EntryControl, EntryRule } from "../plan";
import { encodeText } from "../xml/escape";
import { child, childrenNamed, type XmlElement } from "../xml/parse-xml";
import { appendInside, formatAttributes, setAttributes } from "../xml/tags";
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
    const { sqref = "", errorTitle: title = "", error: message = "", errorStyle } = element.attributes;
    const isAdvice = errorStyle === "warning" && { isAdvice: true as const };
    return rule ? parseRanges(sqref).map((range) => ({ range, rule, title, message, ...isAdvice })) : [];
  });
}

export function addEntryControl(frame: XmlPart, { range, rule, title, message, isAdvice }: EntryControl): void {
  const { prefix } = frame;
  const { type, operator, formulas } = write(rule);
  const attributes = formatAttributes([
    ["type", type],
    ...(isAdvice ? [["errorStyle", "warning"] as const] : []),
    ...(operator === undefined ? [] : [["operator", operator] as const]),
    ["allowBlank", "1"],
    ["showErrorMessage", "1"],
    ["errorTitle", title],
    ["error", message],
    ["sqref", formatRanges([range])],
  ]);
  const inside = formulas.map((text, index) => {
    const name = `${prefix}formula${index + 1}`;
    return `<${name}>${encodeText(text)}</${name}>`;
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

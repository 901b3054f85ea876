// The kinds of conditional formats in the words of the API and of the file, and what a new one of each kind says.
import type { OpenRule } from "xlsx-model/sheet/conditional-formats";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { XmlNode } from "xlsx-model/xml/xml-node";
import { textArgument, type HostObject } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { allWords, words } from "../words";

export interface FormatObject extends HostObject {
  readonly sheet: SheetModel;
  readonly id: string;
}

export function openRule({ sheet, id }: FormatObject): OpenRule {
  const rule = sheet.conditionalRules.open(id);
  if (!rule) throw hostErrors.itemNotFound();
  return rule;
}

/** Excel.ConditionalFormatType. */
export type RuleKind =
  "Custom" | "DataBar" | "ColorScale" | "IconSet" | "TopBottom" | "PresetCriteria" | "ContainsText" | "CellValue";

const KINDS: Readonly<Record<string, RuleKind>> = {
  expression: "Custom",
  dataBar: "DataBar",
  colorScale: "ColorScale",
  iconSet: "IconSet",
  top10: "TopBottom",
  cellIs: "CellValue",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
  aboveAverage: "PresetCriteria",
  uniqueValues: "PresetCriteria",
  duplicateValues: "PresetCriteria",
  containsBlanks: "PresetCriteria",
  notContainsBlanks: "PresetCriteria",
  containsErrors: "PresetCriteria",
  notContainsErrors: "PresetCriteria",
  timePeriod: "PresetCriteria",
};

export function kindOf(rule: XmlNode): RuleKind {
  const kind = KINDS[rule.get("type") ?? ""];
  if (!kind) throw new NotSimulated(`conditional formats of the type ${rule.get("type") ?? ""}`);
  return kind;
}

export const OPERATORS = allWords(
  "Between between, NotBetween notBetween, EqualTo equal, NotEqualTo notEqual, GreaterThan greaterThan, LessThan lessThan, " +
    "GreaterThanOrEqual greaterThanOrEqual, LessThanOrEqual lessThanOrEqual",
);

/** Bounds of scales, bars and icons. */
export const BOUNDS = allWords(
  "LowestValue min, HighestValue max, Number num, Percent percent, Formula formula, Percentile percentile",
);

export const ICONS = words(
  "ThreeArrows 3Arrows, ThreeArrowsGray 3ArrowsGray, ThreeFlags 3Flags, ThreeTrafficLights1 3TrafficLights1, " +
    "ThreeTrafficLights2 3TrafficLights2, ThreeSigns 3Signs, ThreeSymbols 3Symbols, ThreeSymbols2 3Symbols2, FourArrows 4Arrows, " +
    "FourArrowsGray 4ArrowsGray, FourRedToBlack 4RedToBlack, FourRating 4Rating, FourTrafficLights 4TrafficLights, FiveArrows 5Arrows, " +
    "FiveArrowsGray 5ArrowsGray, FiveRating 5Rating, FiveQuarters 5Quarters",
);

type Make = (local: string) => XmlNode;

/** Excel's own first look of each kind, until the add-in says more. */
export function startRule(kind: RuleKind, make: Make): XmlNode {
  const rule = make("cfRule");
  const bound = (type: string) => make("cfvo").set("type", type);
  const color = (rgb: string) => make("color").set("rgb", `FF${rgb}`);
  switch (kind) {
    case "Custom":
      return rule.set("type", "expression");
    case "CellValue":
      return rule.set("type", "cellIs").set("operator", "equal");
    case "TopBottom":
      return rule.set("type", "top10").set("rank", 10);
    case "ContainsText":
      return rule.set("type", "containsText").set("operator", "containsText").set("text", "");
    case "PresetCriteria":
      return rule.set("type", "aboveAverage");
    case "ColorScale":
      return rule
        .set("type", "colorScale")
        .append(make("colorScale").append(bound("min"), bound("max"), color("F8696B"), color("63BE7B")));
    case "DataBar":
      return rule.set("type", "dataBar").append(make("dataBar").append(bound("min"), bound("max"), color("638EC6")));
    case "IconSet":
      return rule.set("type", "iconSet").append(iconSet("3TrafficLights1", make));
  }
}

/** Equal shares, as Excel makes them. */
export function iconSet(name: string, make: Make): XmlNode {
  const count = Number(name.charAt(0));
  const bounds = Array.from({ length: count }, (_, at) =>
    make("cfvo")
      .set("type", "percent")
      .set("val", Math.round((100 * at) / count)),
  );
  return make("iconSet")
    .set("iconSet", name)
    .append(...bounds);
}

/** Formulas stand in the order in which the rule compares. */
export function setFormulas(rule: XmlNode, formulas: readonly string[], make: Make): void {
  rule.remove("formula");
  const at = rule.content.findIndex((part) => typeof part !== "string");
  const nodes = formulas.map((text) => make("formula").append(text));
  rule.content.splice(at < 0 ? rule.content.length : at, 0, ...nodes);
}

/** "=100", "100" and 100 alike, as the file has it. */
export function boundFormula(formula: unknown): string {
  const text = typeof formula === "number" ? String(formula) : textArgument(formula);
  return text.replace(/^=/, "");
}

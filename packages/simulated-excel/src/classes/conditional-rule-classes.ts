// Conditional formats with a condition: a comparison, a text, a rank, a preset or a formula.
import { formatLocalCell } from "xlsx-model/local-cell";
import { translateFormulaToR1C1 } from "@borgar/fx";
import { toEnglishFormula, toFrenchFormula } from "xlsx-model/formula-text/formula-french";
import type { ExcelState } from "../excel-state";
import { hostClass, textArgument, type ClassTables } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { allWords } from "../words";
import { checkRuleFormula } from "../formula/entered-formula";
import { fromR1C1 } from "../formula/r1c1";
import { boundFormula, OPERATORS, setFormulas, openRule, type FormatObject } from "./conditional-rules";

type Said = Readonly<Record<string, unknown>>;

const TEXTS = allWords("Contains containsText, NotContains notContainsText, BeginsWith beginsWith, EndsWith endsWith");
const PERIODS = allWords(
  "Yesterday yesterday, Today today, Tomorrow tomorrow, LastSevenDays last7Days, LastWeek lastWeek, ThisWeek thisWeek, " +
    "NextWeek nextWeek, LastMonth lastMonth, ThisMonth thisMonth, NextMonth nextMonth",
);
/** Attributes of the rule for each preset; a formula of the first cell where the file has one. */
const PRESETS: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string?]>> = {
  Blanks: [{ type: "containsBlanks" }, "LEN(TRIM(@))=0"],
  NonBlanks: [{ type: "notContainsBlanks" }, "LEN(TRIM(@))>0"],
  Errors: [{ type: "containsErrors" }, "ISERROR(@)"],
  NonErrors: [{ type: "notContainsErrors" }, "NOT(ISERROR(@))"],
  AboveAverage: [{ type: "aboveAverage" }],
  BelowAverage: [{ type: "aboveAverage", aboveAverage: "0" }],
  EqualOrAboveAverage: [{ type: "aboveAverage", equalAverage: "1" }],
  EqualOrBelowAverage: [{ type: "aboveAverage", aboveAverage: "0", equalAverage: "1" }],
  OneStdDevAboveAverage: [{ type: "aboveAverage", stdDev: "1" }],
  OneStdDevBelowAverage: [{ type: "aboveAverage", aboveAverage: "0", stdDev: "1" }],
  TwoStdDevAboveAverage: [{ type: "aboveAverage", stdDev: "2" }],
  TwoStdDevBelowAverage: [{ type: "aboveAverage", aboveAverage: "0", stdDev: "2" }],
  ThreeStdDevAboveAverage: [{ type: "aboveAverage", stdDev: "3" }],
  ThreeStdDevBelowAverage: [{ type: "aboveAverage", aboveAverage: "0", stdDev: "3" }],
  UniqueValues: [{ type: "uniqueValues" }],
  DuplicateValues: [{ type: "duplicateValues" }],
};
const PRESET_ATTRIBUTES = ["type", "aboveAverage", "equalAverage", "stdDev", "timePeriod"];
const MAX_RANK = 1000;

export function conditionalRuleClasses(state: ExcelState): ClassTables {
  const part = (className: string) => (object: FormatObject) => ({ ...object, className }) satisfies FormatObject;
  const format = { Format: part("ConditionalRangeFormat") };
  const change = (object: FormatObject) => {
    state.writable(object.sheet);
    return openRule(object).rule;
  };
  const formulas = (object: FormatObject, list: readonly string[]) =>
    setFormulas(change(object), list, (local) => object.sheet.conditionalRules.node(local));
  const formulaOf = (object: FormatObject, at = 0) => openRule(object).rule.all("formula")[at]?.text;
  const firstCell = (object: FormatObject) => {
    const [range] = openRule(object).ranges;
    return range ? formatLocalCell(range.top, range.left) : "A1";
  };
  const isFrench = state.profile.locale === "fr-FR";
  const ruleFormula = (object: FormatObject) => shown(formulaOf(object) ?? "");
  const setRule = (object: FormatObject, formula: string) => {
    if (!formula.startsWith("=")) throw hostErrors.invalidArgument();
    checkRuleFormula(state, object.sheet.id, formula);
    formulas(object, [formula.slice(1)]);
  };
  const ruled = (read: (object: FormatObject) => unknown, write: (object: FormatObject, said: Said) => void) =>
    hostClass<FormatObject>({
      get: { Rule: read },
      set: { Rule: (object, value) => write(object, value as Said) },
      nav: format,
    });

  return {
    CustomConditionalFormat: hostClass<FormatObject>({ nav: { ...format, Rule: part("ConditionalFormatRule") } }),
    ConditionalFormatRule: hostClass<FormatObject>({
      get: {
        Formula: ruleFormula,
        FormulaLocal: (object) => (isFrench ? toFrenchFormula(ruleFormula(object)) : ruleFormula(object)),
        FormulaR1C1: (object) => translateFormulaToR1C1(ruleFormula(object), firstCell(object)),
      },
      set: {
        Formula: (object, value) => setRule(object, textArgument(value)),
        FormulaLocal: (object, value) =>
          setRule(object, isFrench ? toEnglishFormula(textArgument(value)) : textArgument(value)),
        FormulaR1C1: (object, value) => setRule(object, fromR1C1(textArgument(value), firstCell(object))),
      },
    }),
    CellValueConditionalFormat: ruled(
      (object) => ({
        formula1: shown(formulaOf(object) ?? ""),
        ...(formulaOf(object, 1) === undefined ? {} : { formula2: shown(formulaOf(object, 1) ?? "") }),
        operator: OPERATORS.toApi(openRule(object).rule.get("operator") ?? "equal"),
      }),
      (object, { formula1, formula2, operator }) => {
        const needsTwo = operator === "Between" || operator === "NotBetween";
        if (formula1 === undefined || (needsTwo && formula2 === undefined)) throw hostErrors.invalidArgument();
        const given = (needsTwo ? [formula1, formula2] : [formula1]).map(boundFormula);
        for (const formula of given) checkRuleFormula(state, object.sheet.id, `=${formula}`);
        change(object).set("operator", OPERATORS.toFile(operator));
        formulas(object, given);
      },
    ),
    TextConditionalFormat: ruled(
      (object) => {
        const { rule } = openRule(object);
        return { operator: TEXTS.toApi(rule.get("type") ?? ""), text: rule.get("text") ?? "" };
      },
      (object, { operator, text }) => {
        const [type, wanted] = [TEXTS.toFile(textArgument(operator)), textArgument(text)];
        const rule = change(object).set("type", type).set("text", wanted);
        rule.set("operator", type === "notContainsText" ? "notContains" : type);
        const quoted = `"${wanted.replaceAll('"', '""')}"`;
        const cell = firstCell(object);
        const conditions: Readonly<Record<string, string>> = {
          containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
          notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`,
          beginsWith: `LEFT(${cell},${wanted.length})=${quoted}`,
          endsWith: `RIGHT(${cell},${wanted.length})=${quoted}`,
        };
        formulas(object, [conditions[type] ?? ""]);
      },
    ),
    TopBottomConditionalFormat: ruled(
      (object) => {
        const { rule } = openRule(object);
        const end = rule.get("bottom") === "1" ? "Bottom" : "Top";
        return {
          rank: Number(rule.get("rank") ?? 10),
          type: end + (rule.get("percent") === "1" ? "Percent" : "Items"),
        };
      },
      (object, { rank, type }) => {
        const count = Number(rank);
        const match = /^(Top|Bottom)(Items|Percent)$/.exec(String(type));
        if (!match || !Number.isInteger(count) || count < 1 || count > MAX_RANK) throw hostErrors.invalidArgument();
        change(object)
          .set("rank", count)
          .set("bottom", match[1] === "Bottom" ? "1" : null)
          .set("percent", match[2] === "Percent" ? "1" : null);
      },
    ),
    PresetCriteriaConditionalFormat: ruled(
      (object) => {
        const { rule } = openRule(object);
        if (rule.get("type") === "timePeriod") return { criterion: PERIODS.toApi(rule.get("timePeriod") ?? "") };
        const said = (attributes: Readonly<Record<string, string>>) =>
          PRESET_ATTRIBUTES.every((name) => (rule.get(name) ?? "") === (attributes[name] ?? ""));
        const found = Object.entries(PRESETS).find(([, [attributes]]) => said(attributes));
        if (!found) throw new NotSimulated("this preset of a conditional format");
        return { criterion: found[0] };
      },
      (object, { criterion }) => {
        const preset = PRESETS[String(criterion)];
        const attributes = preset?.[0] ?? { type: "timePeriod", timePeriod: PERIODS.toFile(textArgument(criterion)) };
        const rule = change(object);
        for (const name of PRESET_ATTRIBUTES) rule.set(name, attributes[name as keyof typeof attributes] ?? null);
        formulas(object, preset?.[1] === undefined ? [] : [preset[1].replace("@", firstCell(object))]);
      },
    ),
  };
}

const shown = (formula: string) => `=${formula}`;

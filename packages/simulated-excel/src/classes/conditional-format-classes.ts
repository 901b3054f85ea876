// Conditional formats of every kind: listed, added, read and changed part by part, deleted.
import type { SheetModel } from "xlsx-model/workbook-model";
import { intersection } from "../address";
import { clearConditionalFormats } from "../merge-and-clear";
import type { ExcelState } from "../excel-state";
import { booleanArgument, hostClass, wholeArgument, type ClassTables } from "../object-table";
import { hostErrors } from "../wire";
import { conditionalLookClasses } from "./conditional-look-classes";
import { conditionalRuleClasses } from "./conditional-rule-classes";
import { kindOf, openRule, startRule, type FormatObject, type RuleKind } from "./conditional-rules";
import { conditionalScaleClasses } from "./conditional-scale-classes";
import { rangesObject, type RangesObject } from "./objects";
import { rangeObject } from "./range-object";

const PARTS: Readonly<Record<string, readonly [RuleKind, string]>> = {
  CellValue: ["CellValue", "CellValueConditionalFormat"],
  ColorScale: ["ColorScale", "ColorScaleConditionalFormat"],
  Custom: ["Custom", "CustomConditionalFormat"],
  DataBar: ["DataBar", "DataBarConditionalFormat"],
  IconSet: ["IconSet", "IconSetConditionalFormat"],
  Preset: ["PresetCriteria", "PresetCriteriaConditionalFormat"],
  TextComparison: ["ContainsText", "TextConditionalFormat"],
  TopBottom: ["TopBottom", "TopBottomConditionalFormat"],
};

export function conditionalFormatClasses(state: ExcelState): ClassTables {
  const object = (sheet: SheetModel, id: string): FormatObject => ({ className: "ConditionalFormat", sheet, id });
  const isOn = ({ sheet, ranges }: RangesObject, id: string) =>
    sheet.conditionalRules.rangesOf(id)?.some((own) => ranges.some((range) => intersection(own, range))) ?? false;
  const formats = (collection: RangesObject) =>
    collection.sheet.conditionalRules
      .ids()
      .filter((id) => isOn(collection, id))
      .map((id) => object(collection.sheet, id));
  const kind = (format: FormatObject) => kindOf(openRule(format).rule);
  const position = ({ sheet, id }: FormatObject) => sheet.conditionalRules.ids().indexOf(id);
  const idOf = (format: FormatObject) =>
    state.hasBug("format-ids-are-priorities") ? String(position(format)) : format.id;
  const nav: Record<string, (format: FormatObject) => FormatObject | null> = {};
  for (const [name, [wanted, className]] of Object.entries(PARTS)) {
    nav[name] = (format) => {
      if (kind(format) !== wanted) throw hostErrors.invalidArgument();
      return { ...format, className };
    };
    nav[`${name}OrNullObject`] = (format) => {
      if (isConditionLost(state, format)) throw hostErrors.itemNotFound();
      return kind(format) === wanted ? { ...format, className } : null;
    };
  }
  return {
    ConditionalFormatCollection: hostClass<RangesObject>({
      items: formats,
      index: (collection, key) => {
        const id = state.hasBug("format-ids-are-priorities")
          ? (collection.sheet.conditionalRules.ids()[Number(key)] ?? "")
          : String(key);
        return isOn(collection, id) ? object(collection.sheet, id) : null;
      },
      call: {
        Add({ sheet, ranges }, type) {
          const { conditionalRules } = state.writable(sheet);
          const rule = startRule(type as RuleKind, (local) => conditionalRules.node(local));
          const added = object(sheet, conditionalRules.create(ranges, rule));
          if (type === "Custom")
            state.finishLater(() => {
              const isWhole = conditionalRules.open(added.id)?.rule.find("formula") !== undefined;
              return isWhole || !conditionalRules.open(added.id)
                ? null
                : "a custom conditional format without a formula";
            });
          return added;
        },
        ClearAll(collection) {
          for (const range of collection.ranges) clearConditionalFormats(state.writable(collection.sheet), range);
        },
      },
    }),
    ConditionalFormat: hostClass<FormatObject>({
      key: (format) => ({ Id: idOf(format) }),
      get: {
        Id: idOf,
        Priority: position,
        // Scales, bars and icons know no such thing.
        StopIfTrue: (format) =>
          ["ColorScale", "DataBar", "IconSet"].includes(kind(format))
            ? null
            : openRule(format).rule.get("stopIfTrue") === "1",
        Type: kind,
      },
      set: {
        Priority(format, value) {
          const wanted = wholeArgument(value);
          const { conditionalRules } = state.writable(format.sheet);
          const ids = conditionalRules.ids().filter((id) => id !== format.id);
          // "Use a negative priority to begin from the back"; what lies out of bounds becomes the last, or the first.
          const at = wanted < 0 ? ids.length + 1 + wanted : wanted;
          ids.splice(Math.min(ids.length, Math.max(0, at)), 0, format.id);
          conditionalRules.reorder(ids);
        },
        StopIfTrue(format, value) {
          state.writable(format.sheet);
          openRule(format).rule.set("stopIfTrue", booleanArgument(value) ? "1" : null);
        },
      },
      nav,
      call: {
        Delete: ({ sheet, id }) => state.writable(sheet).removeConditionalFormat(id),
        GetRange(format) {
          const [range, another] = openRule(format).ranges;
          if (!range || another) throw hostErrors.invalidOperation("The conditional format has several ranges.");
          return rangeObject(format.sheet, range);
        },
        GetRangeOrNullObject(format) {
          const [range, another] = openRule(format).ranges;
          return range && !another ? rangeObject(format.sheet, range) : null;
        },
        GetRanges: (format) => rangesObject("RangeAreas", format.sheet, openRule(format).ranges),
      },
    }),
    ...conditionalRuleClasses(state),
    ...conditionalScaleClasses(state),
    ...conditionalLookClasses(state),
  };
}

/** Excel loses the condition of a rule made beside another one on the same cells (office-js#5222, #6827, #6835). */
function isConditionLost(state: ExcelState, format: FormatObject): boolean {
  if (!state.hasBug("second-condition-is-lost") || kindOf(openRule(format).rule) === "Custom") return false;
  const { sheet, id } = format;
  const others = sheet.conditionalFormats.filter(({ type }) => type !== "expression");
  const own = others.find((other) => other.id === id);
  if (!own) return false;
  const sameCells = JSON.stringify(own.ranges);
  return others.find(({ ranges }) => JSON.stringify(ranges) === sameCells)?.id !== id;
}

// Data validations of ranges: what Excel accepts of an entry, and what it says before and after, property by property.
import type { XmlNode } from "xlsx-model/xml/xml-node";
import { without } from "xlsx-model/sheet/ranges";
import type { GridRange } from "xlsx-model/plan";
import { intersection } from "../address";
import type { ExcelState } from "../excel-state";
import { booleanArgument, choiceArgument, hostClass, textArgument, type ClassTables } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { obeys, readRule, TYPES, writeRule } from "./data-validation-rules";
import { rangesObject } from "./objects";
import type { RangeObject } from "./range-object";

const TITLE_MAX = 32;
const ERROR_MAX = 225;
const PROMPT_MAX = 255;

export function dataValidationClasses(state: ExcelState): ClassTables {
  const change = ({ sheet, range }: RangeObject, edit: (rule: XmlNode) => void) =>
    state.writable(sheet).entryRules.change(range, edit);
  /** Null where not all of the cells have one and the same. */
  const shared =
    <T>(read: (rule: XmlNode) => T, none: T) =>
    (object: RangeObject): T | null => {
      const [only, another] = touching(object);
      if (!only) return none;
      return another || !isOfAll(object.range, only.ranges) ? null : read(only.rule);
    };
  const invalid = (object: RangeObject) => {
    const { sheet, range } = object;
    const cells: GridRange[] = [];
    for (const { rule, ranges } of touching(object))
      for (const part of ranges.flatMap((other) => intersection(other, range) ?? []))
        for (const cell of cellsOf(part)) if (!obeys(rule, sheet.content(cell.top, cell.left).value)) cells.push(cell);
    return cells;
  };
  const invalidCells = (object: RangeObject) => {
    const cells = invalid(object);
    return cells.length === 0 ? null : rangesObject("RangeAreas", object.sheet, cells);
  };
  return {
    DataValidation: hostClass<RangeObject>({
      get: {
        ErrorAlert: shared(readAlert, NO_ALERT),
        IgnoreBlanks: shared((rule) => rule.get("allowBlank") === "1", true),
        Prompt: shared(readPrompt, NO_PROMPT),
        Rule: shared(readRule, {}),
        Type: typeOf,
        Valid(object) {
          const wrong = invalid(object).length;
          return wrong === 0 ? true : wrong === cellsOf(object.range).length ? false : null;
        },
      },
      set: {
        ErrorAlert: (object, value) => change(object, (rule) => writeAlert(rule, value as Said)),
        IgnoreBlanks: (object, value) => change(object, (rule) => rule.set("allowBlank", booleanArgument(value))),
        Prompt: (object, value) => change(object, (rule) => writePrompt(rule, value as Said)),
        Rule: (object, value) =>
          change(object, (rule) => {
            // A new rule takes blanks and shows both messages, until something else is said.
            if (rule.attributes.size === 0)
              rule.set("allowBlank", true).set("showInputMessage", true).set("showErrorMessage", true);
            writeRule(state, object.sheet.id, rule, value);
          }),
      },
      call: {
        Clear: ({ sheet, range }) => state.writable(sheet).entryRules.remove(range),
        GetInvalidCells(object) {
          const cells = invalidCells(object);
          if (!cells) throw hostErrors.itemNotFound();
          return cells;
        },
        GetInvalidCellsOrNullObject: invalidCells,
      },
    }),
  };
}

export const validationObject = ({ sheet, range }: RangeObject): RangeObject => ({
  className: "DataValidation",
  sheet,
  range,
});

type Said = Readonly<Record<string, unknown>>;
const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };
const NO_PROMPT = { message: "", showPrompt: true, title: "" };
const STYLES = ["Stop", "Warning", "Information"] as const;

/** The list of the sheet's objects tells those of Excel's extension of the file, too, whose rule is not read. */
function touching({ sheet, range }: RangeObject) {
  const found = sheet.entryRules.touching(range);
  const known = found.flatMap(({ ranges }) => ranges);
  const isForeign = sheet.objects.some(
    ({ kind, range: other }) =>
      kind === "entry-control" && intersection(other, range) !== null && without([other], known).length > 0,
  );
  if (isForeign) throw new NotSimulated("a data validation of the file's extension");
  return found;
}

const isOfAll = (range: GridRange, ranges: readonly GridRange[]) => without([range], ranges).length === 0;

/** "MixedCriteria": present on some but not all cells; "Inconsistent": different ones. */
function typeOf(object: RangeObject): string {
  const { sheet, range } = object;
  const placed = sheet.objects.filter(
    ({ kind, range: other }) => kind === "entry-control" && intersection(other, range) !== null,
  );
  if (placed.length === 0) return "None";
  if (
    !isOfAll(
      range,
      placed.map(({ range: other }) => other),
    )
  )
    return "MixedCriteria";
  const [only, another] = touching(object);
  return another || !only ? "Inconsistent" : TYPES.toApi(only.rule.get("type") ?? "none");
}

function cellsOf({ top, left, bottom, right }: GridRange): GridRange[] {
  return Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, at) => {
    const row = top + Math.floor(at / (right - left + 1));
    const column = left + (at % (right - left + 1));
    return { top: row, left: column, bottom: row, right: column };
  });
}

function readAlert(rule: XmlNode) {
  const style = rule.get("errorStyle") ?? "stop";
  return {
    message: rule.get("error") ?? "",
    showAlert: rule.get("showErrorMessage") === "1",
    style: style.charAt(0).toUpperCase() + style.slice(1),
    title: rule.get("errorTitle") ?? "",
  };
}

function writeAlert(rule: XmlNode, alert: Said): void {
  const style = choiceArgument(textArgument(alert["style"]), STYLES);
  rule
    .set("errorStyle", style === "Stop" ? null : style.toLowerCase())
    .set("showErrorMessage", booleanArgument(alert["showAlert"]))
    .set("errorTitle", bounded(alert["title"], TITLE_MAX))
    .set("error", bounded(alert["message"], ERROR_MAX));
}

function readPrompt(rule: XmlNode) {
  return {
    message: rule.get("prompt") ?? "",
    showPrompt: rule.get("showInputMessage") === "1",
    title: rule.get("promptTitle") ?? "",
  };
}

function writePrompt(rule: XmlNode, prompt: Said): void {
  rule
    .set("showInputMessage", booleanArgument(prompt["showPrompt"]))
    .set("promptTitle", bounded(prompt["title"], TITLE_MAX))
    .set("prompt", bounded(prompt["message"], PROMPT_MAX));
}

/** An empty text is none. */
function bounded(value: unknown, most: number): string | null {
  const text = textArgument(value);
  if (text.length > most) throw hostErrors.invalidArgument();
  return text === "" ? null : text;
}

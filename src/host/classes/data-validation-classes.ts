// Data validations of ranges: what Excel accepts of an entry, and what it says when it refuses.
import type { EntryRule } from "../../core/workbook-port";
import { intersection } from "../address";
import type { ExcelState } from "../excel-state";
import { booleanArgument, choiceArgument, hostClass, textArgument, type ClassTables } from "../object-table";
import { hostErrors } from "../wire";
import type { RangeObject } from "./objects";

export interface ValidationObject extends RangeObject {
  readonly said: { rule?: EntryRule; title?: string; message?: string; ignoresBlanks?: boolean };
}

const TITLE_MAX = 32;
const MESSAGE_MAX = 225;
/** Of the items of a list that are written in the rule itself. */
const LIST_MAX = 255;

export function dataValidationClasses(state: ExcelState): ClassTables {
  return {
    DataValidation: hostClass<ValidationObject>({
      get: {
        // Which of the others it is takes more than is told here.
        Type: ({ sheet, range }) =>
          sheet.objects.some(
            ({ kind, range: other }) => kind === "entry-control" && intersection(other, range) !== null,
          )
            ? "MixedCriteria"
            : "None",
      },
      call: {
        Clear: ({ sheet, range }) => state.writable(sheet).removeEntryControls(range),
      },
      set: {
        Rule({ said }, value) {
          said.rule = toRule(value);
        },
        IgnoreBlanks({ said }, value) {
          said.ignoresBlanks = booleanArgument(value);
        },
        ErrorAlert({ said }, value) {
          const alert = value as Record<string, unknown>;
          choiceArgument(alert["style"], ["Stop"]);
          if (!booleanArgument(alert["showAlert"])) throw hostErrors.invalidArgument();
          said.title = bounded(alert["title"], TITLE_MAX);
          said.message = bounded(alert["message"], MESSAGE_MAX);
        },
      },
    }),
  };
}

/** The model takes a validation whole, which the API says property by property. */
export function validationObject(state: ExcelState, { sheet, range }: RangeObject): ValidationObject {
  const object: ValidationObject = { className: "DataValidation", sheet, range, said: {} };
  state.finishLater(() => {
    const { rule, title, message, ignoresBlanks } = object.said;
    if (Object.keys(object.said).length === 0) return null;
    if (!rule || title === undefined || message === undefined || ignoresBlanks !== true) {
      return "a data validation without a rule, an alert and blanks accepted";
    }
    state.writable(sheet).addEntryControl({ range, rule, title, message });
    return null;
  });
  return object;
}

function bounded(value: unknown, most: number): string {
  const text = textArgument(value);
  if (text.length > most) throw hostErrors.invalidArgument();
  return text;
}

function toRule(value: unknown): EntryRule {
  const entries = Object.entries(value as Record<string, Record<string, unknown>>);
  const [only, another] = entries;
  if (!only || another) throw hostErrors.invalidArgument("Exactly one rule is expected.");
  const [kind, said] = only;
  if (kind === "decimal") {
    choiceArgument(said["operator"], ["GreaterThanOrEqualTo"]);
    const minimum = said["formula1"];
    if (typeof minimum !== "number") throw hostErrors.invalidArgument();
    return { kind, minimum };
  }
  if (kind === "list") {
    booleanArgument(said["inCellDropDown"]);
    return { kind, values: bounded(said["source"], LIST_MAX).split(",") };
  }
  if (kind === "date") {
    choiceArgument(said["operator"], ["Between"]);
    return { kind, from: date(said["formula1"]), to: date(said["formula2"]) };
  }
  const formula = kind === "custom" ? textArgument(said["formula"]) : "";
  if (!formula.startsWith("=")) throw hostErrors.invalidArgument();
  return { kind: "formula", formula };
}

function date(value: unknown): string {
  const text = textArgument(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw hostErrors.invalidArgument();
  return text;
}

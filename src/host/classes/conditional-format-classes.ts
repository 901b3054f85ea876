// Conditional formats: listing what a range has, adding custom ones, deleting.
import type { GridRange } from "../../core/workbook-port";
import type { ConditionalFormat, ConditionalStyle, SheetModel } from "../../files/workbook-model";
import { intersection } from "../address";
import type { ExcelState } from "../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  textArgument,
  type ClassTables,
  type HostObject,
} from "../object-table";
import { hostErrors } from "../wire";
import type { RangesObject } from "./objects";
import { color } from "./range-format-classes";

interface FormatObject extends HostObject {
  readonly sheet: SheetModel;
  readonly id: string;
  /** What the add-in is saying of a new format; null for one that the sheet has. */
  readonly draft: Draft | null;
}

interface Draft {
  formula: string | null;
  fill?: string;
  font: NonNullable<ConditionalStyle["font"]>;
  readonly borders: Map<string, { style: string; color: string }>;
}

interface DraftBorder extends HostObject {
  readonly draft: Draft;
  readonly side: string;
}

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

export function conditionalFormatClasses(state: ExcelState): ClassTables {
  const formats = ({ sheet, ranges }: RangesObject) =>
    sheet.conditionalFormats
      .filter((format) => touches(format, ranges))
      .map(({ id }): FormatObject => ({ className: "ConditionalFormat", sheet, id, draft: null }));
  const part = (className: string) => (object: FormatObject) => ({ ...object, className }) satisfies FormatObject;
  const custom = part("CustomConditionalFormat");
  return {
    ConditionalFormatCollection: hostClass<RangesObject>({
      items: formats,
      index: (object, id) => formats(object).find((format) => format.id === id) ?? null,
      call: {
        Add({ sheet, ranges }, type) {
          if (type !== "Custom") throw hostErrors.invalidArgument("Only custom conditional formats.");
          state.writable(sheet);
          return draftFormat(state, sheet, ranges);
        },
        GetCount: (object) => formats(object).length,
      },
    }),
    ConditionalFormat: hostClass<FormatObject>({
      key: ({ id }) => ({ Id: id }),
      get: { Id: ({ id }) => id, Type: (object) => (isCustom(object) ? "Custom" : "CellValue") },
      nav: {
        Custom(object) {
          if (!isCustom(object)) throw hostErrors.invalidArgument();
          return custom(object);
        },
        CustomOrNullObject(object) {
          if (isSecondOfItsRange(object)) throw hostErrors.itemNotFound();
          return isCustom(object) ? custom(object) : null;
        },
      },
      call: { Delete: ({ sheet, id }) => state.writable(sheet).removeConditionalFormat(id) },
    }),
    CustomConditionalFormat: hostClass<FormatObject>({
      nav: { Format: part("ConditionalRangeFormat"), Rule: part("ConditionalFormatRule") },
    }),
    ConditionalFormatRule: hostClass<FormatObject>({
      get: { Formula: (object) => `=${object.draft ? (object.draft.formula ?? "") : (stored(object)?.formula ?? "")}` },
      set: {
        Formula(object, value) {
          const formula = textArgument(value);
          if (!formula.startsWith("=")) throw hostErrors.invalidArgument();
          draftOf(object).formula = formula.slice(1);
        },
      },
    }),
    ConditionalRangeFormat: hostClass<FormatObject>({
      nav: {
        Borders: part("ConditionalRangeBorderCollection"),
        Fill: part("ConditionalRangeFill"),
        Font: part("ConditionalRangeFont"),
      },
    }),
    ConditionalRangeFill: hostClass<FormatObject>({
      set: {
        Color(object, value) {
          draftOf(object).fill = color(value);
        },
      },
    }),
    ConditionalRangeFont: hostClass<FormatObject>({
      set: {
        Bold: (object, value) => setFont(object, { bold: booleanArgument(value) }),
        Color: (object, value) => setFont(object, { color: color(value) }),
        Italic: (object, value) => setFont(object, { italic: booleanArgument(value) }),
        Underline: (object, value) =>
          setFont(object, { underline: choiceArgument(value, ["None", "Single"]) === "Single" }),
      },
    }),
    ConditionalRangeBorderCollection: hostClass<FormatObject>({
      items: () => [],
      index: (object, side) =>
        ({
          className: "ConditionalRangeBorder",
          draft: draftOf(object),
          side: choiceArgument(side, SIDES),
        }) satisfies DraftBorder,
    }),
    ConditionalRangeBorder: hostClass<DraftBorder>({
      set: {
        Color: ({ draft, side }, value) => setSide(draft, side, { color: color(value) }),
        Style: ({ draft, side }, value) => setSide(draft, side, { style: choiceArgument(value, ["Continuous"]) }),
      },
    }),
  };
}

function stored({ sheet, id }: FormatObject): ConditionalFormat | null {
  return sheet.conditionalFormats.find((format) => format.id === id) ?? null;
}

/** Excel loses the condition of a rule made beside another one on the same cells (office-js#5222, #6827, #6835). */
function isSecondOfItsRange(object: FormatObject): boolean {
  const format = stored(object);
  if (!format || format.type === "expression") return false;
  const sameCells = JSON.stringify(format.ranges);
  const first = object.sheet.conditionalFormats.find(
    ({ type, ranges }) => type !== "expression" && JSON.stringify(ranges) === sameCells,
  );
  return first?.id !== format.id;
}

function isCustom(object: FormatObject): boolean {
  return object.draft !== null || stored(object)?.type === "expression";
}

function touches(format: ConditionalFormat, ranges: readonly GridRange[]): boolean {
  return format.ranges.some((range) => ranges.some((other) => intersection(range, other)));
}

function draftOf({ draft }: FormatObject): Draft {
  if (!draft) throw hostErrors.invalidOperation("The simulated host changes new conditional formats only.");
  return draft;
}

function setFont(object: FormatObject, change: Draft["font"]): void {
  const draft = draftOf(object);
  draft.font = { ...draft.font, ...change };
}

function setSide(draft: Draft, side: string, change: Partial<{ style: string; color: string }>): void {
  const { style = "", color: current = "" } = draft.borders.get(side) ?? {};
  draft.borders.set(side, { style, color: current, ...change });
}

let drafts = 0;

// The model takes a conditional format whole; the API says it in pieces, within one batch.
function draftFormat(state: ExcelState, sheet: SheetModel, ranges: readonly GridRange[]): FormatObject {
  const draft: Draft = { formula: null, font: {}, borders: new Map() };
  state.finishLater(() => {
    if (draft.formula === null) return "a custom conditional format without a formula";
    const sides = SIDES.map((side) => draft.borders.get(side));
    const border = draft.borders.size > 0 ? sides[0]?.color : undefined;
    if (draft.borders.size > 0 && sides.some((side) => side?.style !== "Continuous" || side.color !== border)) {
      return "a conditional border that is not the same on all sides";
    }
    sheet.addConditionalFormat({
      type: "expression",
      ranges,
      formula: draft.formula,
      style: {
        ...(draft.fill === undefined ? {} : { fill: draft.fill }),
        ...(border === undefined ? {} : { border }),
        ...(Object.keys(draft.font).length > 0 ? { font: draft.font } : {}),
      },
    });
    return null;
  });
  return { className: "ConditionalFormat", sheet, id: `{draft-${(drafts += 1)}}`, draft };
}

// Formats of ranges: fonts, fills, borders, alignment, widths and heights.
import type { CellStyle, FontStyle } from "../../core/workbook-port";
import { DEFAULT_ROW_POINTS } from "../box";
import { charactersFromPoints, pointsFromCharacters } from "../column-width";
import type { ExcelState } from "../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  numberArgument,
  textArgument,
  type ClassTables,
  type HostObject,
} from "../object-table";
import { hostErrors } from "../wire";
import type { RangeObject } from "./objects";

interface BordersObject extends RangeObject {
  readonly sides: Map<string, { style: string; color: string }>;
}

interface BorderObject extends HostObject {
  readonly borders: BordersObject;
  readonly side: string;
}

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
const lower = <T extends string>(text: T) => text.toLowerCase() as Lowercase<T>;

export function rangeFormatClasses(state: ExcelState): ClassTables {
  const style = ({ sheet, range }: RangeObject, change: CellStyle) => state.writable(sheet).setStyle(range, change);
  const font = (object: RangeObject, change: FontStyle) => style(object, { font: change });
  /** The common value of the range's corners; a faithful mixture is more than the add-in reads. */
  const at = ({ sheet, range }: RangeObject) => sheet.style(range.top, range.left);
  return {
    RangeFormat: hostClass<RangeObject>({
      get: {
        ColumnWidth: ({ sheet, range }) => pointsFromCharacters(sheet.columnWidth(range.left)),
        RowHeight: ({ sheet, range }) => sheet.rowHeight(range.top) ?? DEFAULT_ROW_POINTS,
        UseStandardHeight: ({ sheet, range }) => sheet.rowHeight(range.top) === null,
        UseStandardWidth: ({ sheet, range }) => sheet.columnWidth(range.left) === null,
        WrapText: (object) => at(object).wrap ?? false,
      },
      set: {
        ColumnWidth({ sheet, range }, points) {
          const characters = charactersFromPoints(numberArgument(points));
          for (let column = range.left; column <= range.right; column += 1)
            state.writable(sheet).setColumnWidth(column, characters);
        },
        HorizontalAlignment: (object, value) =>
          style(object, { horizontal: lower(choiceArgument(value, ["Left", "Center", "Right"])) }),
        RowHeight({ sheet, range }, points) {
          const height = numberArgument(points);
          if (height < 0 || height > 409.5) throw hostErrors.invalidArgument();
          for (let row = range.top; row <= range.bottom; row += 1) state.writable(sheet).setRowHeight(row, height);
        },
        UseStandardHeight({ sheet, range }, value) {
          if (!booleanArgument(value)) return;
          for (let row = range.top; row <= range.bottom; row += 1) state.writable(sheet).setRowHeight(row, null);
        },
        UseStandardWidth({ sheet, range }, value) {
          if (!booleanArgument(value)) return;
          for (let column = range.left; column <= range.right; column += 1)
            state.writable(sheet).setColumnWidth(column, null);
        },
        VerticalAlignment: (object, value) =>
          style(object, { vertical: lower(choiceArgument(value, ["Top", "Center", "Bottom"])) }),
        WrapText: (object, value) => style(object, { wrap: booleanArgument(value) }),
      },
      call: {
        AutofitRows({ sheet, range }) {
          const target = state.writable(sheet);
          const used = target.usedRange(false);
          const last = Math.max(range.top, Math.min(range.bottom, used?.bottom ?? range.top));
          for (let row = range.top; row <= last; row += 1)
            if (target.rowHeight(row) !== null) target.setRowHeight(row, null);
        },
      },
      nav: {
        Borders: ({ sheet, range }) => bordersObject(state, { className: "RangeBorderCollection", sheet, range }),
        Fill: ({ sheet, range }) => ({ className: "RangeFill", sheet, range }) satisfies RangeObject,
        Font: ({ sheet, range }) => ({ className: "RangeFont", sheet, range }) satisfies RangeObject,
      },
    }),
    RangeFill: hostClass<RangeObject>({
      get: { Color: (object) => at(object).fill ?? "#FFFFFF" },
      set: { Color: (object, value) => style(object, { fill: color(value) }) },
    }),
    RangeFont: hostClass<RangeObject>({
      get: { Bold: (object) => at(object).font?.bold ?? false, Color: (object) => at(object).font?.color ?? "#000000" },
      set: {
        Bold: (object, value) => font(object, { bold: booleanArgument(value) }),
        Color: (object, value) => font(object, { color: color(value) }),
        Italic: (object, value) => font(object, { italic: booleanArgument(value) }),
        Size: (object, value) => font(object, { size: numberArgument(value) }),
        Underline: (object, value) =>
          font(object, { underline: choiceArgument(value, ["None", "Single"]) === "Single" }),
      },
    }),
    RangeBorderCollection: hostClass<BordersObject>({
      items: () => [],
      index: (borders, side) =>
        ({ className: "RangeBorder", borders, side: choiceArgument(side, SIDES) }) satisfies BorderObject,
    }),
    RangeBorder: hostClass<BorderObject>({
      set: {
        Color: ({ borders, side }, value) => setSide(borders, side, { color: color(value) }),
        Style: ({ borders, side }, value) => setSide(borders, side, { style: choiceArgument(value, ["Continuous"]) }),
        Weight: (_, value) => void choiceArgument(value, ["Thin"]),
      },
    }),
  };
}

export function color(value: unknown): string {
  const text = textArgument(value);
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw hostErrors.invalidArgument();
  return text.toUpperCase();
}

function setSide(borders: BordersObject, side: string, change: Partial<{ style: string; color: string }>): void {
  const { style = "", color: current = "" } = borders.sides.get(side) ?? {};
  borders.sides.set(side, { style, color: current, ...change });
}

// The model knows one border for the four sides of each cell, which the API says side by side.
function bordersObject(state: ExcelState, range: RangeObject): BordersObject {
  const borders: BordersObject = { ...range, sides: new Map() };
  state.finishLater(() => {
    const { top, left, bottom, right } = borders.range;
    const needed = SIDES.filter(
      (side) => (side !== "InsideHorizontal" || bottom > top) && (side !== "InsideVertical" || right > left),
    );
    const [first, ...others] = needed.map((side) => borders.sides.get(side));
    if (
      first?.style !== "Continuous" ||
      others.some((side) => side?.style !== "Continuous" || side.color !== first.color)
    ) {
      return "a border that is not the same on all sides of each cell";
    }
    state.writable(borders.sheet).setStyle(borders.range, { border: first.color });
    return null;
  });
  return borders;
}

// Formats of ranges: fonts, fills, alignment, protection, widths and heights. What differs within a range reads as null.
import type { CellFormat, FormatChange } from "xlsx-model/styles/cell-format";
import type { SheetModel } from "xlsx-model/workbook-model";
import { fittingCharacters } from "../autofit";
import { DEFAULT_ROW_POINTS } from "../box";
import { charactersFromPoints, pointsFromCharacters } from "../column-width";
import type { ExcelState } from "../excel-state";
import { color } from "../named-colors";
import {
  booleanArgument,
  hostClass,
  numberArgument,
  textArgument,
  wholeArgument,
  type ClassTables,
} from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { words, type Words } from "../words";
import type { RangesObject } from "./objects";
import { rangeBorderClasses } from "./range-border-classes";

const MAX_ROW_POINTS = 409.5;
const MAX_COLUMN_CHARACTERS = 255;
const MAX_INDENT = 250;
const MAX_FONT = 409;
const STACKED = { api: 180, file: 255 };

const HORIZONTAL = words(
  "General general, Left left, Center center, Right right, Fill fill, Justify justify, CenterAcrossSelection centerContinuous, Distributed distributed",
);
const VERTICAL = words("Top top, Center center, Bottom bottom, Justify justify, Distributed distributed");
const READING_ORDER = words("Context 0, LeftToRight 1, RightToLeft 2");
const UNDERLINE = words(
  "None none, Single single, Double double, SingleAccountant singleAccounting, DoubleAccountant doubleAccounting",
);
const PATTERN = words(
  "None none, Solid solid, Gray50 mediumGray, Gray75 darkGray, Gray25 lightGray, Gray16 gray125, Gray8 gray0625, Horizontal darkHorizontal, " +
    "Vertical darkVertical, Down darkDown, Up darkUp, Checker darkGrid, SemiGray75 darkTrellis, LightHorizontal lightHorizontal, " +
    "LightVertical lightVertical, LightDown lightDown, LightUp lightUp, Grid lightGrid, CrissCross lightTrellis",
);

/** Excel's answer for a range whose cells differ: "Null property values in the response" of the documentation. */
function common<T>(values: Iterable<T>): T | null {
  const [first, ...others] = new Set(values);
  return others.length > 0 || first === undefined ? null : first;
}

export function formatObject(
  className: string,
  { sheet, ranges }: Pick<RangesObject, "sheet" | "ranges">,
): RangesObject {
  return { className, sheet, ranges };
}

export function rangeFormatClasses(state: ExcelState): ClassTables {
  const read =
    <T>(pick: (format: CellFormat) => T) =>
    ({ sheet, ranges }: RangesObject) =>
      common(ranges.flatMap((range) => sheet.cellFormats.within(range)).map(pick));
  const change =
    (make: (value: unknown) => FormatChange) =>
    ({ sheet, ranges }: RangesObject, value: unknown) => {
      const made = make(value);
      for (const range of ranges) state.writable(sheet, "formatCells").cellFormats.change(range, made);
    };
  const asWord = (known: Words, pick: (format: CellFormat) => string) => read((format) => known.toApi(pick(format)));
  const part = (className: string) => (object: RangesObject) => formatObject(className, object);
  const noTint = (_: unknown, value: unknown) => {
    if (value !== 0) throw new NotSimulated("tintAndShade");
  };
  const sizes = {
    columns: <T>({ sheet, ranges }: RangesObject, pick: (width: number | null) => T) =>
      common(ranges.flatMap(({ left, right }) => indexes(left, right)).map((at) => pick(sheet.columnWidth(at)))),
    rows: <T>({ sheet, ranges }: RangesObject, pick: (height: number | null) => T) =>
      common(ranges.flatMap((range) => sheet.rowHeights(range.top, range.bottom)).map(pick)),
  };
  const setWidth = ({ sheet, ranges }: RangesObject, characters: number | null) => {
    for (const { left, right } of ranges)
      state.writable(sheet, "formatColumns").setColumnWidth(left, characters, right);
  };
  const setHeight = ({ sheet, ranges }: RangesObject, points: number | null) => {
    for (const { top, bottom } of ranges) state.writable(sheet, "formatRows").setRowHeights(top, bottom, points);
  };
  const indented = (indent: number): FormatChange => ({ indent: bounded(indent, 0, MAX_INDENT) });

  return {
    RangeFormat: hostClass<RangesObject>({
      get: {
        AutoIndent: read(({ autoIndent }) => autoIndent),
        ColumnWidth: (object) => sizes.columns(object, pointsFromCharacters),
        HorizontalAlignment: asWord(HORIZONTAL, ({ horizontal }) => horizontal),
        IndentLevel: read(({ indent }) => indent),
        ReadingOrder: asWord(READING_ORDER, ({ readingOrder }) => String(readingOrder)),
        RowHeight: (object) => sizes.rows(object, (height) => height ?? DEFAULT_ROW_POINTS),
        ShrinkToFit: read(({ shrink }) => shrink),
        TextOrientation: read(({ rotation }) =>
          rotation === STACKED.file ? STACKED.api : rotation > 90 ? 90 - rotation : rotation,
        ),
        UseStandardHeight: (object) => sizes.rows(object, (height) => height === null),
        UseStandardWidth: (object) => sizes.columns(object, (width) => width === null),
        VerticalAlignment: asWord(VERTICAL, ({ vertical }) => vertical),
        WrapText: read(({ wrap }) => wrap),
      },
      set: {
        AutoIndent: change((value) => ({ autoIndent: booleanArgument(value) })),
        ColumnWidth: (object, points) =>
          setWidth(
            object,
            bounded(charactersFromPoints(bounded(numberArgument(points), 0, Infinity)), -1, MAX_COLUMN_CHARACTERS),
          ),
        HorizontalAlignment: change((value) => ({ horizontal: HORIZONTAL.toFile(value) })),
        IndentLevel: change((value) => indented(wholeArgument(value))),
        ReadingOrder: change((value) => ({ readingOrder: Number(READING_ORDER.toFile(value)) })),
        RowHeight: (object, points) => setHeight(object, bounded(numberArgument(points), 0, MAX_ROW_POINTS)),
        ShrinkToFit: change((value) => ({ shrink: booleanArgument(value) })),
        TextOrientation: change((value) => ({ rotation: rotation(wholeArgument(value)) })),
        // "If set to false, the value has no effect" is what Excel does with the standard sizes.
        UseStandardHeight: (object, value) => void (booleanArgument(value) && setHeight(object, null)),
        UseStandardWidth: (object, value) => void (booleanArgument(value) && setWidth(object, null)),
        VerticalAlignment: change((value) => ({ vertical: VERTICAL.toFile(value) })),
        WrapText: change((value) => ({ wrap: booleanArgument(value) })),
      },
      call: {
        AdjustIndent({ sheet, ranges }, amount) {
          for (const range of ranges) {
            const indent = common(sheet.cellFormats.within(range).map((format) => format.indent));
            if (indent === null) throw new NotSimulated("adjustIndent of several indents");
            state.writable(sheet).cellFormats.change(range, indented(indent + wholeArgument(amount)));
          }
        },
        AutofitColumns({ sheet, ranges }) {
          for (const { left, right } of ranges) autofitColumns(state.writable(sheet, "formatColumns"), left, right);
        },
        AutofitRows: (object) => setHeight(object, null),
      },
      nav: {
        Borders: part("RangeBorderCollection"),
        Fill: part("RangeFill"),
        Font: part("RangeFont"),
        Protection: part("FormatProtection"),
      },
    }),
    RangeFill: hostClass<RangesObject>({
      get: {
        Color: read(({ fillColor }) => fillColor),
        Pattern: asWord(PATTERN, ({ pattern }) => pattern),
        PatternColor: read(({ patternColor }) => patternColor),
        PatternTintAndShade: () => 0,
        TintAndShade: () => 0,
      },
      set: {
        Color: change((value) => ({ fillColor: color(value) })),
        Pattern: change((value) => ({ pattern: PATTERN.toFile(value) })),
        PatternColor: change((value) => ({ patternColor: color(value) })),
        PatternTintAndShade: noTint,
        TintAndShade: noTint,
      },
      call: { Clear: (object) => change(() => ({ pattern: "none" }))(object, null) },
    }),
    RangeFont: hostClass<RangesObject>({
      get: {
        Bold: read(({ bold }) => bold),
        Color: read(({ fontColor }) => fontColor),
        Italic: read(({ italic }) => italic),
        Name: read(({ fontName }) => fontName),
        Size: read(({ fontSize }) => fontSize),
        Strikethrough: read(({ strike }) => strike),
        Subscript: read(({ vertAlign }) => vertAlign === "subscript"),
        Superscript: read(({ vertAlign }) => vertAlign === "superscript"),
        TintAndShade: () => 0,
        Underline: asWord(UNDERLINE, ({ underline }) => underline),
      },
      set: {
        Bold: change((value) => ({ bold: booleanArgument(value) })),
        Color: change((value) => ({ fontColor: color(value) })),
        Italic: change((value) => ({ italic: booleanArgument(value) })),
        Name: change((value) => ({ fontName: textArgument(value) })),
        Size: change((value) => ({ fontSize: bounded(numberArgument(value), 1, MAX_FONT) })),
        Strikethrough: change((value) => ({ strike: booleanArgument(value) })),
        Subscript: change((value) => ({ vertAlign: booleanArgument(value) ? "subscript" : "baseline" })),
        Superscript: change((value) => ({ vertAlign: booleanArgument(value) ? "superscript" : "baseline" })),
        TintAndShade: noTint,
        Underline: change((value) => ({ underline: UNDERLINE.toFile(value) })),
      },
    }),
    FormatProtection: hostClass<RangesObject>({
      get: { FormulaHidden: read(({ formulaHidden }) => formulaHidden), Locked: read(({ locked }) => locked) },
      set: {
        FormulaHidden: change((value) => ({ formulaHidden: booleanArgument(value) })),
        Locked: change((value) => ({ locked: booleanArgument(value) })),
      },
    }),
    ...rangeBorderClasses(state),
  };
}

function indexes(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function bounded(value: number, least: number, most: number): number {
  if (value < least || value > most) throw hostErrors.invalidArgument();
  return value;
}

/** "An integer either from -90 to 90, or 180 for vertically-oriented text." */
function rotation(degrees: number): number {
  if (degrees === STACKED.api) return STACKED.file;
  if (!Number.isInteger(degrees)) throw hostErrors.invalidArgument();
  return bounded(degrees, -90, 90) < 0 ? 90 - degrees : degrees;
}

function autofitColumns(sheet: SheetModel, left: number, right: number): void {
  const used = sheet.usedRange(true);
  for (let column = left; used && column <= Math.min(right, used.right); column += 1) {
    const characters = fittingCharacters(sheet, column, used);
    if (characters !== null) sheet.setColumnWidth(column, Math.min(MAX_COLUMN_CHARACTERS, characters));
  }
}

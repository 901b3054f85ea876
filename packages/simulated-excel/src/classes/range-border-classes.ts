// The borders of ranges, a side at a time: a line between two cells belongs to both.
import { LAST_COLUMN, LAST_ROW } from "xlsx-model/cell-ref";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import { NO_LINE, type BorderLine, type BorderSide } from "xlsx-model/styles/cell-format";
import { cellCount } from "../address";
import type { ExcelState } from "../excel-state";
import { hostClass, type ClassTables } from "../object-table";
import { color } from "../named-colors";
import { NotSimulated } from "../wire";
import type { RangesObject } from "./objects";

type Side = (typeof SIDES)[number];

interface BorderObject extends RangesObject {
  readonly side: Side;
}

interface Strip {
  readonly range: GridRange;
  readonly side: BorderSide;
}

const SIDES = [
  "DiagonalDown",
  "DiagonalUp",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "EdgeTop",
  "InsideHorizontal",
  "InsideVertical",
] as const;

/** Excel.BorderLineStyle and Excel.BorderWeight, in the words of the file (ECMA-376, ST_BorderStyle). */
const LINES: readonly (readonly [string, string, string])[] = [
  ["none", "None", "Thin"],
  ["hair", "Continuous", "Hairline"],
  ["thin", "Continuous", "Thin"],
  ["medium", "Continuous", "Medium"],
  ["thick", "Continuous", "Thick"],
  ["dashed", "Dash", "Thin"],
  ["mediumDashed", "Dash", "Medium"],
  ["dashDot", "DashDot", "Thin"],
  ["mediumDashDot", "DashDot", "Medium"],
  ["dashDotDot", "DashDotDot", "Thin"],
  ["mediumDashDotDot", "DashDotDot", "Medium"],
  ["dotted", "Dot", "Thin"],
  ["double", "Double", "Thick"],
  ["slantDashDot", "SlantDashDot", "Medium"],
];
const OPPOSITE: Partial<Record<BorderSide, readonly [BorderSide, number, number]>> = {
  top: ["bottom", -1, 0],
  bottom: ["top", 1, 0],
  left: ["right", 0, -1],
  right: ["left", 0, 1],
};
/** Beyond it only the formats are looked at, not which cell has which neighbour. */
const MANY = 20_000;

export function rangeBorderClasses(state: ExcelState): ClassTables {
  const border = (object: RangesObject, side: Side): BorderObject => ({ ...object, className: "RangeBorder", side });
  const change = ({ sheet, ranges, side }: BorderObject, changed: (line: BorderLine) => BorderLine) => {
    const target = state.writable(sheet);
    for (const range of ranges) for (const strip of stripsOf(range, side)) draw(target, strip, changed);
  };
  const noTint = (_: unknown, value: unknown) => {
    if (value !== 0) throw new NotSimulated("tintAndShade");
  };
  return {
    RangeBorderCollection: hostClass<RangesObject>({
      get: { Count: () => SIDES.length, TintAndShade: () => 0 },
      set: { TintAndShade: noTint },
      items: (object) => SIDES.map((side) => border(object, side)),
      index: (object, side) => border(object, side as Side),
    }),
    RangeBorder: hostClass<BorderObject>({
      key: ({ side }) => ({ SideIndex: side }),
      get: {
        Color: (object) => common(object, ({ color: own }) => own),
        SideIndex: ({ side }) => side,
        Style: (object) => common(object, ({ style }) => LINES.find(([file]) => file === style)?.[1] ?? "Continuous"),
        TintAndShade: () => 0,
        Weight: (object) => common(object, ({ style }) => LINES.find(([file]) => file === style)?.[2] ?? "Thin"),
      },
      set: {
        Color(object, value) {
          const given = color(value);
          change(object, ({ style }) => ({ style: style === "none" ? "thin" : style, color: given }));
        },
        Style: (object, value) => change(object, (line) => ({ ...line, style: fileStyle(value, line) })),
        TintAndShade: noTint,
        Weight: (object, value) => change(object, (line) => ({ ...line, style: fileWeight(value, line) })),
      },
    }),
  };
}

/** The line keeps its weight where the new style has it. */
function fileStyle(style: unknown, { style: old }: BorderLine): string {
  const weight = LINES.find(([file]) => file === old && file !== "none")?.[2];
  const found = LINES.filter(([, name]) => name === style);
  const [file] = found.find((line) => line[2] === weight) ?? found.find((line) => line[2] === "Thin") ?? found[0] ?? [];
  if (file === undefined) throw new NotSimulated(`the border style ${String(style)}`);
  return file;
}

function fileWeight(weight: unknown, { style: old }: BorderLine): string {
  const style = LINES.find(([file]) => file === old && file !== "none")?.[1] ?? "Continuous";
  const found = LINES.find((line) => line[1] === style && line[2] === weight);
  // Excel has no dashes of that weight: it draws a plain line.
  return (found ?? LINES.find((line) => line[1] === "Continuous" && line[2] === weight))?.[0] ?? "thin";
}

/** Which side of which cells. */
function stripsOf(range: GridRange, side: Side): Strip[] {
  const { top, left, bottom, right } = range;
  switch (side) {
    case "EdgeTop":
      return [{ range: { ...range, bottom: top }, side: "top" }];
    case "EdgeBottom":
      return [{ range: { ...range, top: bottom }, side: "bottom" }];
    case "EdgeLeft":
      return [{ range: { ...range, right: left }, side: "left" }];
    case "EdgeRight":
      return [{ range: { ...range, left: right }, side: "right" }];
    case "InsideHorizontal":
      if (top === bottom) return [];
      // Whole columns stay so: their outermost cells have no neighbour.
      if (top === 0 && bottom === LAST_ROW)
        return [
          { range, side: "bottom" },
          { range, side: "top" },
        ];
      return [
        { range: { ...range, bottom: bottom - 1 }, side: "bottom" },
        { range: { ...range, top: top + 1 }, side: "top" },
      ];
    case "InsideVertical":
      if (left === right) return [];
      if (left === 0 && right === LAST_COLUMN)
        return [
          { range, side: "right" },
          { range, side: "left" },
        ];
      return [
        { range: { ...range, right: right - 1 }, side: "right" },
        { range: { ...range, left: left + 1 }, side: "left" },
      ];
    case "DiagonalDown":
      return [{ range, side: "diagonalDown" }];
    case "DiagonalUp":
      return [{ range, side: "diagonalUp" }];
  }
}

function draw(sheet: SheetModel, strip: Strip, changed: (line: BorderLine) => BorderLine): void {
  const { range, side } = strip;
  sheet.cellFormats.change(range, ({ borders }) => ({ borders: { [side]: changed(borders[side]) } }));
  // The neighbour's own line would still stand there.
  const [opposite, beside] = neighbours(strip);
  if (changed(NO_LINE).style !== "none" || !opposite || !beside) return;
  sheet.cellFormats.change(beside, { borders: { [opposite]: NO_LINE } });
}

function neighbours({ range, side }: Strip): [BorderSide, GridRange] | [null, null] {
  const facing = OPPOSITE[side];
  if (!facing) return [null, null];
  const [opposite, down, across] = facing;
  const beside = {
    top: range.top + down,
    bottom: range.bottom + down,
    left: range.left + across,
    right: range.right + across,
  };
  const isOutside = beside.top < 0 || beside.left < 0 || beside.bottom > LAST_ROW || beside.right > LAST_COLUMN;
  return isOutside ? [null, null] : [opposite, beside];
}

/** Each different line that stands there, once. */
function linesOf(sheet: SheetModel, strip: Strip): BorderLine[] {
  const { range, side } = strip;
  const found = new Map<string, BorderLine>();
  const add = (line: BorderLine) => found.set(`${line.style} ${line.color}`, line);
  const [opposite, beside] = neighbours(strip);
  if (cellCount(range) > MANY || !opposite || !beside) {
    for (const { borders } of sheet.cellFormats.within(range)) add(borders[side]);
    return [...found.values()];
  }
  const others = sheet.cellFormats.within(beside);
  if (others.every(({ borders }) => borders[opposite].style === "none")) {
    for (const { borders } of sheet.cellFormats.within(range)) add(borders[side]);
    return [...found.values()];
  }
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const own = sheet.cellFormats.at(row, column).borders[side];
      const facing = sheet.cellFormats.at(beside.top + row - range.top, beside.left + column - range.left);
      add(own.style === "none" ? facing.borders[opposite] : own);
    }
  }
  return [...found.values()];
}

function common<T>({ sheet, ranges, side }: BorderObject, pick: (line: BorderLine) => T): T | null {
  const lines = ranges.flatMap((range) => stripsOf(range, side)).flatMap((strip) => linesOf(sheet, strip));
  const [first = pick(NO_LINE), ...others] = new Set(lines.map(pick));
  return others.length > 0 ? null : first;
}

// Cells against their plan: contents, what formulas come to, number formats, and each property of their look.
import type { PlannedCell, SheetLayout } from "../../core/workbook-port";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { CellStyle, GridRange } from "xlsx-model/plan";
import { isSameValue, type Comparison, type Held } from "./comparison";
import { plannedLooks, type PlannedLook } from "./planned-looks";

/** A cell answers with about a thousand bytes of its look, and Excel with five million at most. */
const CELLS_PER_REQUEST = 2000;

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

const SIDES = ["top", "bottom", "left", "right"] as const;
const LINE = { color: true, style: true, weight: true };
const ASKED: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true },
    font: { bold: true, italic: true, underline: true, color: true, size: true },
    borders: LINE,
    horizontalAlignment: true,
    indentLevel: true,
    verticalAlignment: true,
    wrapText: true,
  },
};

type Cells = Pick<SheetLayout, "cells" | "styles" | "merges">;

/** The cells begin at `origin`. `isOurs` where the sheet is ours alone: what no style says is then as on a new sheet. */
export async function compareCells(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  plan: Cells,
  origin: { readonly row: number; readonly column: number },
  isOurs: boolean,
): Promise<void> {
  const width = plan.cells[0]?.length ?? 0;
  if (width === 0) return;
  const step = Math.max(1, Math.floor(CELLS_PER_REQUEST / width));
  for (let first = 0; first < plan.cells.length; first += step) {
    const rows = plan.cells.slice(first, first + step);
    const top = origin.row + first;
    const range = sheet.getRangeByIndexes(top, origin.column, rows.length, width);
    range.load({ formulas: true, values: true, numberFormat: true });
    const looks = range.getCellProperties(ASKED);
    await sheet.context.sync();
    const area: GridRange = {
      top,
      left: origin.column,
      bottom: top + rows.length - 1,
      right: origin.column + width - 1,
    };
    const planned = plannedLooks(plan, area);
    for (const [row, line] of rows.entries())
      for (const [column, cell] of line.entries()) {
        const look = planned[row]?.[column];
        if (!look) continue;
        const where = `${name} ${formatLocalCell(top + row, origin.column + column)}`;
        compareContent(seen, where, cell, {
          formula: range.formulas[row]?.[column],
          value: range.values[row]?.[column],
        });
        if (look.style.numberFormat !== undefined)
          seen.see(
            "Range.numberFormat",
            where,
            look.style.numberFormat,
            range.numberFormat[row]?.[column],
            isSameFormat,
          );
        compareLook(seen, where, look, looks.value[row]?.[column]?.format ?? {}, isOurs);
      }
  }
}

export function compareContent(
  seen: Comparison,
  where: string,
  { value, formula }: PlannedCell,
  read: { readonly formula: unknown; readonly value: unknown },
): void {
  if (formula === undefined) return seen.see("Range.formulas", where, value ?? "", read.value);
  seen.see("Range.formulas", where, formula, read.formula, isSameFormula);
  if (value !== null) seen.see("Range.values", where, value, read.value);
}

function compareLook(
  seen: Comparison,
  where: string,
  { style, lines }: PlannedLook,
  read: Excel.CellPropertiesFormat,
  isOurs: boolean,
): void {
  const usual: CellStyle = isOurs ? { font: { bold: false, italic: false, underline: false }, wrap: false } : {};
  const { font = {}, ...said } = { ...usual, ...style, font: { ...usual.font, ...style.font } };
  const see = (member: string, planned: Held | undefined, value: unknown) => {
    if (planned !== undefined) seen.see(member, where, planned, value);
  };
  see("RangeFont.bold", font.bold, read.font?.bold);
  see("RangeFont.italic", font.italic, read.font?.italic);
  see(
    "RangeFont.underline",
    font.underline === undefined ? undefined : font.underline ? "Single" : "None",
    read.font?.underline,
  );
  see("RangeFont.color", font.color, read.font?.color);
  see("RangeFont.size", font.size, read.font?.size);
  // Excel says of a cell without fill that it is white.
  if (said.fill !== undefined || isOurs) see("RangeFill.color", said.fill ?? "#FFFFFF", read.fill?.color || "#FFFFFF");
  see("RangeFormat.horizontalAlignment", said.horizontal && HORIZONTAL[said.horizontal], read.horizontalAlignment);
  see("RangeFormat.verticalAlignment", said.vertical && VERTICAL[said.vertical], read.verticalAlignment);
  see("RangeFormat.indentLevel", said.indent, read.indentLevel);
  see("RangeFormat.wrapText", said.wrap, read.wrapText);
  for (const side of SIDES) {
    const [planned, ...others] = lines[side] ?? [];
    if (planned === undefined) continue;
    const line = read.borders?.[side];
    seen.see("RangeBorder.style", `${where}, ${side}`, "Continuous", line?.style);
    seen.see("RangeBorder.weight", `${where}, ${side}`, "Thin", line?.weight);
    const isOne = (_: Held, color: Held) => [planned, ...others].some((each) => isSameValue(each, color));
    seen.see("RangeBorder.color", `${where}, ${side}`, planned, line?.color, isOne);
  }
}

/** Excel leaves spaces out, and the quotes of a sheet's name that needs none. */
const plainFormula = (formula: Held): string =>
  typeof formula === "string"
    ? formula.replace(/'([\p{L}_][\p{L}\d_.]*)'!/gu, "$1!").replaceAll(/(?<=[,;(]) +/g, "")
    : "";
export const isSameFormula = (planned: Held, read: Held): boolean => plainFormula(planned) === plainFormula(read);

/** A space may bear the sign that says that it is no code. */
const plainFormat = (format: Held): string => (typeof format === "string" ? format.replaceAll("\\ ", " ") : "");
const isSameFormat = (planned: Held, read: Held): boolean => plainFormat(planned) === plainFormat(read);

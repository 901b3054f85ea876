// Which conditional formats of a sheet hold for a cell, and what they make of its look.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { ConditionalStyle } from "xlsx-model/sheet-values";
import { compileExpression } from "../formula/expression";
import { ExpressionError, toBoolean, type CellReader, type Expression } from "../formula/expression-values";

interface Rule {
  readonly ranges: readonly GridRange[];
  /** Relative references are written for the first cell of the ranges. */
  readonly top: number;
  readonly left: number;
  readonly expression: Expression;
  readonly style: ConditionalStyle;
}

export type ConditionalLook = (row: number, column: number) => ConditionalStyle;

const compiled = new Map<string, Expression | null>();

/** Formats of other kinds, and expressions beyond the evaluator, are not shown. */
export function conditionalLook(sheet: SheetModel): ConditionalLook {
  const rules = sheet.conditionalFormats.flatMap(({ type, formula, ranges, style }): Rule[] => {
    if (type !== "expression" || formula === null || ranges.length === 0) return [];
    const expression = compileOnce(formula);
    const top = Math.min(...ranges.map((range) => range.top));
    const left = Math.min(...ranges.map((range) => range.left));
    return expression ? [{ ranges, top, left, expression, style }] : [];
  });
  return (row, column) => {
    let look: ConditionalStyle = {};
    for (const rule of rules) {
      if (!rule.ranges.some((range) => contains(range, row, column))) continue;
      const cells: CellReader = {
        value: (refRow, refColumn) => sheet.content(refRow, refColumn).value,
        down: row - rule.top,
        right: column - rule.left,
      };
      // The first in the order of priority wins, property by property.
      if (isTrue(rule.expression, cells)) look = overlay(rule.style, look);
    }
    return look;
  };
}

function compileOnce(formula: string): Expression | null {
  const known = compiled.get(formula);
  if (known !== undefined) return known;
  const expression = compileExpression(formula);
  compiled.set(formula, expression);
  return expression;
}

function isTrue(expression: Expression, cells: CellReader): boolean {
  try {
    return toBoolean(expression(cells));
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

function overlay(below: ConditionalStyle, above: ConditionalStyle): ConditionalStyle {
  return { ...below, ...above, font: { ...below.font, ...above.font } };
}

export function contains(range: GridRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

// Moves an annexe from the first cell of a new sheet to a cell of the agent's: its ranges, its formulas, its controls, its names.
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import { moveFormula } from "xlsx-model/formula-text/move-formula";
import type { AnnexePlan, PlacedAnnexe, RawSheet } from "../../workbook-port";
import type { EntryRule, GridRange } from "xlsx-model/plan";

/** The cells that the annexe takes from there; it may run off the sheet. */
export function areaOf({ cells }: AnnexePlan, { sheet, row, column }: CellRef): RangeRef {
  const width = cells[0]?.length ?? 0;
  return { sheet, top: row, left: column, bottom: row + cells.length - 1, right: column + width - 1 };
}

function moveRange({ top, left, bottom, right }: GridRange, { row, column }: CellRef): GridRange {
  return { top: top + row, left: left + column, bottom: bottom + row, right: right + column };
}

function moveRule(rule: EntryRule, { row, column }: CellRef): EntryRule {
  return rule.kind === "formula" ? { ...rule, formula: moveFormula(rule.formula, row, column) } : rule;
}

/** The rows and columns of the sheet that hold a value or a formula. */
function usedLines({ blocks }: RawSheet): {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
} {
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  for (const { row, column, values, formulas } of blocks) {
    for (const [line, cells] of values.entries()) {
      for (const [place, value] of cells.entries()) {
        if (value === null && (formulas[line]?.[place] ?? null) === null) continue;
        rows.add(row + line);
        columns.add(column + place);
      }
    }
  }
  return { rows, columns };
}

/** "Total_2024", else "Total_2024_2" and so on: a name of the sheet would hide one of the workbook from its formulas. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  let number = 2;
  while (taken.has(`${name}_${number}`.toLowerCase())) number += 1;
  return `${name}_${number}`;
}

/** `names` are those that the sheet's formulas know. */
export function placeAnnexe(
  annexe: AnnexePlan,
  cell: CellRef,
  sheet: RawSheet,
  names: readonly string[],
): PlacedAnnexe {
  const { row, column } = cell;
  const used = usedLines(sheet);
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return {
    area: areaOf(annexe, cell),
    cells: annexe.cells.map((cells) =>
      cells.map((content) =>
        content.formula === undefined ? content : { ...content, formula: moveFormula(content.formula, row, column) },
      ),
    ),
    styles: annexe.styles.map(({ range, style }) => ({ range: moveRange(range, cell), style })),
    merges: annexe.merges.map((range) => moveRange(range, cell)),
    controls: annexe.controls.map((control) => ({
      ...control,
      range: moveRange(control.range, cell),
      rule: moveRule(control.rule, cell),
    })),
    names: annexe.names.map(({ name, range }) => ({ name: freeName(name, taken), range: moveRange(range, cell) })),
    columnWidths: annexe.columnWidths
      .map((characters, index) => ({ column: column + index, characters }))
      .filter((width) => !used.columns.has(width.column)),
    rowHeights: annexe.rowHeights
      .map((height) => ({ ...height, row: row + height.row }))
      .filter((height) => !used.rows.has(height.row)),
  };
}

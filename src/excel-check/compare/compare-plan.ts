// A plan that was just applied against what Excel gives back of it, part by part.
import { RESULT_SHEET_MARKS } from "../../core/sheets/parts/marks";
import type { ApplyReport, PlacedAnnexe, WritePlan } from "../../core/workbook-port";
import { formatCellRef, quoteSheet } from "xlsx-model/cell-ref";
import { compareCells, compareContent } from "./compare-cells";
import { compareCharts } from "./compare-charts";
import { compareEntries } from "./compare-entries";
import { compareHighlights } from "./compare-highlights";
import { compareNames, keptNames, type PlannedName } from "./compare-names";
import { comparePage } from "./compare-page";
import { compareFrozen, compareSheet, compareSizes } from "./compare-sheet";
import type { Comparison } from "./comparison";

export async function comparePlan(
  seen: Comparison,
  context: Excel.RequestContext,
  plan: WritePlan,
  report: ApplyReport,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load({ name: true });
  const active = worksheets.getActiveWorksheet();
  active.load({ name: true });
  await context.sync();
  const sheetOf = (name: string) => worksheets.items.find((sheet) => sheet.name === name);
  for (const refusal of report.refusals) seen.see("refus", refusal, true, false);

  const annexes = plan.annexes ?? [];
  const marks: PlannedName[] = [];
  for (const [index, sheetPlan] of [...plan.sheets, ...annexes].entries()) {
    const name = report.sheetNames[index];
    const sheet = name === undefined ? undefined : sheetOf(name);
    seen.see("WorksheetCollection.add", sheetPlan.name, true, sheet !== undefined);
    if (name === undefined || !sheet) continue;
    await compareSheet(seen, sheet, name, sheetPlan);
    await compareCharts(seen, sheet, name, sheetPlan.charts ?? []);
    await compareEntries(seen, sheet, name, {
      controls: sheetPlan.controls ?? [],
      names: "names" in sheetPlan ? sheetPlan.names : [],
    });
    const isUndressed = "isUndressed" in sheetPlan && sheetPlan.isUndressed === true;
    if (!isUndressed) {
      await comparePage(seen, sheet, name, sheetPlan);
      await compareFrozen(seen, sheet, name, sheetPlan);
    }
    const kind = "kind" in sheetPlan ? sheetPlan.kind : sheetPlan.mark;
    if (kind) marks.push({ name: RESULT_SHEET_MARKS[kind], reference: `${quoteSheet(name)}!$A$1` });
  }
  if (annexes.length > 0)
    seen.see("Worksheet.activate", "première annexe", report.sheetNames[plan.sheets.length] ?? null, active.name);
  await compareNames(seen, context, [...marks, ...keptNames(plan)]);
  if (plan.highlights)
    for (const sheet of worksheets.items) await compareHighlights(seen, sheet, sheet.name, plan.highlights);
  if (plan.placed) await comparePlaced(seen, worksheets.getItem(plan.placed.area.sheet), plan.placed);
  await compareChanges(seen, context, plan.cells ?? []);
}

async function comparePlaced(seen: Comparison, sheet: Excel.Worksheet, placed: PlacedAnnexe): Promise<void> {
  const { sheet: name, top, left } = placed.area;
  await compareCells(seen, sheet, name, placed, { row: top, column: left }, false);
  await compareSizes(seen, sheet, name, { columns: placed.columnWidths, rowHeights: placed.rowHeights, hidden: [] });
  await compareEntries(seen, sheet, name, placed);
}

async function compareChanges(
  seen: Comparison,
  context: Excel.RequestContext,
  changes: NonNullable<WritePlan["cells"]>,
): Promise<void> {
  const ranges = changes.map(({ cell: { sheet, row, column } }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
    range.load({ formulas: true, values: true, numberFormat: true });
    return range;
  });
  await context.sync();
  for (const [index, { cell, content, numberFormat }] of changes.entries()) {
    const range = ranges[index];
    compareContent(seen, formatCellRef(cell), content, {
      formula: range?.formulas[0]?.[0],
      value: range?.values[0]?.[0],
    });
    if (numberFormat !== undefined)
      seen.see("Range.numberFormat", formatCellRef(cell), numberFormat, range?.numberFormat[0]?.[0]);
  }
}

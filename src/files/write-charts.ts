// Puts the charts of a plan on its sheet, in the place of those of an earlier run; the agent's own stay.
import type { ChartPlan } from "xlsx-model/plan";
import { isOurChart } from "../core/sheets/parts/marks";
import type { SheetModel } from "xlsx-model/workbook-model";

export function writeCharts(sheet: SheetModel, plans: readonly ChartPlan[]): void {
  const planned = new Set(plans.map(({ name }) => name.toLowerCase()));
  for (const { name } of sheet.charts) {
    if (isOurChart(name) && !planned.has(name.toLowerCase())) sheet.removeChart(name);
  }
  for (const plan of plans) sheet.setChart(plan);
}

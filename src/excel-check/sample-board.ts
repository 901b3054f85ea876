// Writes the sample plan twice, with what an agent may do in between, and has each write compared.
import { runExcel } from "../excel/run-excel";
import type { UseWorkbook } from "./checked-workbook";
import type { Comparison } from "./compare/comparison";
import { BASE, FIRST, SECOND } from "./sample-plan";

/** In points: no row of the board is as high, unless somebody has pulled it. */
const PULLED = 90;

export async function onBoard(use: UseWorkbook, seen: Comparison): Promise<string> {
  await addBase();
  const { sheetNames } = await use(async (port) => port.apply(FIRST, await port.read()));
  await touch(sheetNames);
  await use(async (port) => port.apply(SECOND, await port.read()));
  await runExcel(async (context) => {
    const { format } = context.workbook.worksheets.getItem(sheetNames[0] ?? "").getRange("A4");
    format.load({ rowHeight: true });
    await context.sync();
    seen.see("RangeFormat.autofitRows", `${sheetNames[0]}, ligne 4`, true, format.rowHeight < PULLED);
  });
  return `${sheetNames.join(", ")} : écrites, puis récrites`;
}

function addBase(): Promise<void> {
  return runExcel(async (context) => {
    context.workbook.worksheets.add(BASE).getRange("A1:B4").values = [
      [1.25, 2.5],
      [10, 20],
      [30, 40],
      [50, 60],
    ];
    await context.sync();
  });
}

/** As an agent who looks for something and sets a chart to his taste: the next write shows all its rows again, and its own chart. */
function touch([name = "", filtered = ""]: readonly string[]): Promise<void> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem(name);
    sheet.getRange("A5:A5").getEntireRow().rowHidden = true;
    sheet.getRange("A4").format.rowHeight = PULLED;
    const other = worksheets.getItem(filtered);
    other.autoFilter.apply(other.getRange("A2:D4"));
    const [chart] = (FIRST.sheets[0]?.charts ?? []).map((plan) => sheet.charts.getItem(plan.name));
    if (chart) {
      chart.legend.position = "Top";
      chart.legend.visible = false;
      chart.series.getItemAt(0).overlap = 30;
    }
    sheet.getRange("A12:F12").values = [["a", "b", "c", "d", "e", "f"]];
    await context.sync();
  });
}

// Writes the sample plan twice, with what an agent may do in between, and has each write compared.
import { runExcel } from "../excel/run-excel";
import type { UseWorkbook } from "./checked-workbook";
import { BASE, FIRST, SECOND } from "./sample-plan";

export async function onBoard(use: UseWorkbook): Promise<string> {
  await addBase();
  const { sheetNames } = await use(async (port) => port.apply(FIRST, await port.read()));
  const [rewritten] = sheetNames;
  if (rewritten !== undefined) await filterAndHide(rewritten);
  await use(async (port) => port.apply(SECOND, await port.read()));
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

/** As an agent who looks for something: the next write shows all its rows again. */
function filterAndHide(name: string): Promise<void> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.autoFilter.apply(sheet.getRange("A2:D5"));
    sheet.getRange("A4:A4").getEntireRow().rowHidden = true;
    sheet.getRange("A12:F12").values = [["a", "b", "c", "d", "e", "f"]];
    await context.sync();
  });
}

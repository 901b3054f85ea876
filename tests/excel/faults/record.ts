// Runs a command through Microsoft's client over the simulated Excel, and records its requests and what it left.
import { excelWorkbook } from "../../../src/excel/excel-workbook";
import { runExcel } from "../../../src/excel/run-excel";
import { SessionMemory } from "../../../src/excel/session-memory";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { ExcelHost } from "simulated-excel/excel-host";
import type { Command } from "./commands";

/** `failure` is what was thrown, null where the command ended. */
export interface Told {
  readonly sentences: readonly string[];
  readonly failure: unknown;
}

/** Of the workbook that is open. */
let memory = new SessionMemory();

const optionsOf = ({ bytesPerRequest, earlier }: Command) => ({
  ...(bytesPerRequest !== undefined && { bytesPerRequest }),
  ...(earlier && { memory }),
});

export async function runOn(command: Command): Promise<Told> {
  try {
    const sentences = await runExcel((context) => command.run(excelWorkbook(context, optionsOf(command))));
    return { sentences, failure: null };
  } catch (failure) {
    return { sentences: [failure instanceof Error ? failure.message : String(failure)], failure };
  }
}

export async function openIn(host: ExcelHost, command: Command): Promise<WorkbookModel> {
  const model = openXlsx(command.bytes, "classeur.xlsx");
  host.open(model);
  memory = new SessionMemory();
  const { earlier } = command;
  if (earlier) await runExcel((context) => earlier(excelWorkbook(context, optionsOf(command))));
  return model;
}

/** Number of actions of each request of the command. */
export async function recordRequests(host: ExcelHost, command: Command): Promise<readonly number[]> {
  await openIn(host, command);
  host.faults.takeSizes();
  const { failure } = await runOn(command);
  if (failure !== null) throw failure as Error;
  return host.faults.takeSizes();
}

/** Contents, marks and highlights: what the agent would lose or be misled by. Sizes, styles and pages are not part of it. */
export function contentsOf(model: WorkbookModel): string {
  return JSON.stringify({
    sheets: model.sheets.map(sheetContents),
    names: model.names
      .filter(({ name }) => !name.startsWith("_xlnm"))
      .map(({ name, formula, hidden, scope }) => `${name} ${scope === null ? "" : "+"} ${formula} ${hidden}`)
      .sort(),
  });
}

function sheetContents(sheet: SheetModel) {
  const used = sheet.usedRange(true);
  const cells: string[] = [];
  for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row += 1) {
    for (let column = used?.left ?? 0; column <= (used?.right ?? -1); column += 1) {
      const { value, formula } = sheet.content(row, column);
      if (value !== null || formula !== null) cells.push(`${row},${column}:${formula ?? String(value)}`);
    }
  }
  const formats = sheet.conditionalFormats.map(({ ranges, formula }) => `${JSON.stringify(ranges)}${formula}`);
  return { name: sheet.name, cells, formats };
}

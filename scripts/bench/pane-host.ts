// Runs in the pane's page before office.js: the simulated Excel, each of its requests a task of its own that bears its name.
import { startThreadsWith } from "xlsx-model/formulas/engine";
import { openXlsx } from "xlsx-model/open-xlsx";
import { threadOf } from "xlsx-model/formulas/page-thread";
import { createExcelHost, type ExcelHost } from "simulated-excel/excel-host";
import { installWin32Bridge } from "simulated-excel/win32-bridge";
import { HOST_WORK } from "./host-work";

export interface MeasuredWindow {
  /** In base64: set by the script that comes before this one. */
  readonly workbookOfBench: string;
  hostOfBench: ExcelHost;
}

// A page that forbids scripts made from a text, as the pane's own does, has it beside it.
startThreadsWith(async () => threadOf(new Worker(new URL("/engine.js", location.origin))));
const page = window as unknown as MeasuredWindow & Window;
const bytes = Uint8Array.from(atob(page.workbookOfBench), (character) => character.charCodeAt(0));
const model = openXlsx(bytes, "banc.xlsx");
const calculated = model.calculate();
const host = createExcelHost(model);
const process = host.process.bind(host);
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** In a real Excel this is another process: what it costs here is left out of what the pane costs. */
host.process = async (request, flags) => {
  await calculated;
  await nextTask();
  const from = performance.now();
  const reply = await process(request, flags);
  performance.measure(HOST_WORK, { start: from, end: performance.now() });
  await nextTask();
  return reply;
};
installWin32Bridge(window, host);
page.hostOfBench = host;

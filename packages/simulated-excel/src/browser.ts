// The same in a page: to be called in a script that stands before the one of office.js.
import { startThreadsWith } from "xlsx-model/formulas/engine";
import { threadFromText } from "xlsx-model/formulas/page-thread";
import engineWorker from "engine-worker-source";
import { hostOf, startedExcel, type ExcelOptions, type StartedExcel } from "./started-excel";
import { installWin32Bridge } from "./win32-bridge";

export type { ExcelOptions, ExcelUser, StartedExcel } from "./started-excel";
export { FAULT } from "./fault";
export { KNOWN_BUGS } from "./profile";

/** Ends at once; Office.onReady says when the library is there. */
export function startExcel(options: ExcelOptions = {}): StartedExcel {
  if (Reflect.get(globalThis, "Office"))
    throw new Error("office.js is loaded already: start the simulated Excel in a script before it.");
  startThreadsWith(() => Promise.resolve(threadFromText(engineWorker)));
  const host = hostOf(options);
  const bridge = installWin32Bridge(globalThis, host);
  return startedExcel(host, () => bridge);
}

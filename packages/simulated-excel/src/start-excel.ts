// Starts a simulated Excel in Node: from then on Excel, Office and OfficeExtension are those of Microsoft's own library.
import { bootOffice } from "./boot-office-node";
import { hostOf, startedExcel, type ExcelOptions, type StartedExcel } from "./started-excel";
import type { Win32Bridge } from "./win32-bridge";

const STARTED = Symbol.for("simulated-excel");

/** Throws where one runs already: Microsoft's library is loaded once a process. */
export async function startExcel(options: ExcelOptions = {}): Promise<StartedExcel> {
  if (Reflect.get(globalThis, STARTED))
    throw new Error(
      "A simulated Excel runs in this process already, and office.js can be loaded only once: " +
        "open another workbook in it with open(), or start the other one in a process of its own.",
    );
  Reflect.set(globalThis, STARTED, true);
  const host = hostOf(options);
  const bridge: Win32Bridge = await bootOffice(host);
  return startedExcel(host, () => bridge);
}

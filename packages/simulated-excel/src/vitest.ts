// The set-up of a test file of vitest: one Excel for the file, a workbook of its own for each test, nothing unsupported asked for.
import { afterEach, beforeAll, beforeEach, expect } from "vitest";
import { startExcel } from "./start-excel";
import type { ExcelOptions, StartedExcel } from "./started-excel";

/** To be called once, at the top of a file. */
export function simulatedExcel(options: ExcelOptions = {}): StartedExcel {
  let started: StartedExcel | null = null;
  const excel = () => {
    if (!started) throw new Error("Excel starts before the first test: use it inside of tests and hooks.");
    return started;
  };
  beforeAll(async () => {
    started = await startExcel(options);
  });
  beforeEach(() => {
    excel().open(options.file, options.name);
  });
  afterEach(async () => {
    // The client's own clean-up, and events, arrive a moment later.
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(excel().takeUnsupported()).toEqual([]);
  });
  return new Proxy({} as StartedExcel, { get: (_, name) => Reflect.get(excel(), name) });
}

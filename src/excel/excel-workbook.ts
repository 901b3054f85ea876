// The workbook of the running Excel, as the core knows it: to be used within one Excel.run.
import type { RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { applyPlan } from "./apply-plan";
import { excelFailure } from "./excel-failure";
import { readAll, readWorkbook } from "./read-workbook";
import type { Reading } from "./reading";
import { removePlaced } from "./remove-unfinished";
import { BYTES_PER_REQUEST, RequestBudget } from "./request-budget";
import { SessionMemory } from "./session-memory";
import { surveyArea } from "./survey-area";

interface Options {
  /** What one request may hold of what is written. */
  readonly bytesPerRequest?: number;
  /** What earlier runs on the same workbook have learnt. */
  readonly memory?: SessionMemory;
}

export function excelWorkbook(context: Excel.RequestContext, options: Options = {}): WorkbookPort {
  const { bytesPerRequest = BYTES_PER_REQUEST, memory = new SessionMemory() } = options;
  // What the plain data does not carry of a workbook that this port read.
  const readings = new WeakMap<RawWorkbook, Reading>();
  let latest: RawWorkbook | null = null;
  const read = async (what: "all" | "marks") => {
    const reading = await said(what === "all" ? readAll(context, memory) : readWorkbook(context, what));
    readings.set(reading.raw, reading);
    latest = reading.raw;
    return reading.raw;
  };
  return {
    read: () => read("all"),
    readMarks: () => read("marks"),
    // What an earlier run left half-placed would be in the way of the very run that is to replace it.
    survey: (area) => said(removePlaced(context, latest).then(() => surveyArea(context, area))),
    apply(plan, workbook) {
      const reading = readings.get(workbook);
      if (!reading) throw new Error("A plan is applied to the workbook that this port read.");
      return said(applyPlan(new RequestBudget(context, bytesPerRequest), plan, reading, memory));
    },
  };
}

/** Failures of Excel as sentences, here already: the verification holds even when nothing can be written. */
async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const failure = excelFailure(error);
    throw failure instanceof WorkbookError ? failure : error;
  }
}

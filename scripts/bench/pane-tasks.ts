// How long the tasks of the pane's thread are, by the processor's clock: what else the machine does changes nothing.
import type { CDPSession, Page } from "playwright-core";
import { HOST_WORK } from "./host-work";

/** One event of Chromium's trace; microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** On the processor. */
  readonly tdur?: number;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly name?: string };
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface PaneTasks {
  /** Milliseconds of processor time of the longest. */
  readonly processor: number;
  /** Milliseconds on the wall: of the longest by that clock. */
  readonly wall: number;
  /** Milliseconds of processor time of all of them. */
  readonly total: number;
}

/** The tasks of the page's main thread while `work` goes on, without those of the simulated Excel. */
export async function paneTasks(page: Page, work: () => Promise<unknown>): Promise<PaneTasks> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing", "__metadata"] },
  });
  await work();
  await ended(session);
  return tasksOf(events);
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
}

function tasksOf(events: readonly TraceEvent[]): PaneTasks {
  const marks = events.filter(({ name }) => name === HOST_WORK);
  const thread = marks[0] ?? mainThread(events);
  const host = marks
    .filter(({ ph }) => ph === "b")
    .map(({ ts, id2 }): Interval => {
      const end = marks.find((other) => other.ph === "e" && other.id2?.local === id2?.local && other.ts >= ts);
      return { from: ts, to: end?.ts ?? ts };
    });
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      ph === "X" &&
      /RunTask$/.test(name) &&
      pid === thread?.pid &&
      tid === thread.tid &&
      !host.some(({ from, to }) => from < ts + dur && ts < to),
  );
  const longest = (key: "dur" | "tdur"): number =>
    Math.round(Math.max(0, ...tasks.map((task) => task[key] ?? 0)) / 1000);
  const total = Math.round(tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000);
  return { processor: longest("tdur"), wall: longest("dur"), total };
}

function mainThread(events: readonly TraceEvent[]): TraceEvent | undefined {
  return events.find(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
}

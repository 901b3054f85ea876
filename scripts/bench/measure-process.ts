// A command as a whole process: wall time and peak memory, as the operating system counts them.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export interface ProcessMeasure {
  readonly milliseconds: number;
  /** Largest resident set of any process of the command, in MiB. */
  readonly peakMiB: number;
}

const POLL_MS = 20;

export function measureProcess(command: string, args: readonly string[]): Promise<ProcessMeasure> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: "ignore" });
    let peak = 0;
    const timer = setInterval(() => {
      if (child.pid !== undefined) peak = Math.max(peak, peakOf(child.pid));
    }, POLL_MS);
    child.on("error", reject);
    child.on("exit", () => {
      clearInterval(timer);
      resolve({ milliseconds: performance.now() - started, peakMiB: peak / 1024 });
    });
  });
}

/** KiB; tsx runs Node in a child process, so the children count. */
function peakOf(pid: number): number {
  try {
    const own = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    return Math.max(Number(own), ...children.map(peakOf));
  } catch {
    return 0;
  }
}

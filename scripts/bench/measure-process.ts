// A command as a whole process with its children: wall time, processor time and peak memory, as the operating system counts them.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export interface ProcessMeasure {
  readonly milliseconds: number;
  /** Milliseconds of processor, which other programs disturb less. */
  readonly processor: number;
  /** Largest resident set of any process of the command, in MiB. */
  readonly peakMiB: number;
}

const POLL_MS = 20;

/** The shell says what its children took. */
const TIMED = '"$@" >/dev/null 2>&1; times';

export function measureProcess(command: string, args: readonly string[]): Promise<ProcessMeasure> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn("sh", ["-c", TIMED, "sh", command, ...args], { stdio: ["ignore", "pipe", "ignore"] });
    let peak = 0;
    let said = "";
    const timer = setInterval(() => {
      if (child.pid !== undefined) peak = Math.max(peak, peakOf(child.pid));
    }, POLL_MS);
    child.stdout.on("data", (data: Buffer) => (said += data.toString()));
    child.on("error", reject);
    child.on("close", () => {
      clearInterval(timer);
      resolve({ milliseconds: performance.now() - started, processor: processorOf(said), peakMiB: peak / 1024 });
    });
  });
}

/** "0m1.23s 0m0.45s": user and system time, of the shell and then of its children. */
function processorOf(times: string): number {
  const figures = [...times.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  if (figures.length !== 4) throw new Error(`times: ${times}`);
  return 1000 * ((figures[2] ?? 0) + (figures[3] ?? 0));
}

/** KiB, of the largest of the command's processes. */
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

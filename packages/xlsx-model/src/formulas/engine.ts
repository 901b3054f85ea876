// The formula engine, kept apart: in a thread with limits of time and memory, thrown away after any trap.
import type { ComputeTask, KnownTask, TargetResult } from "./run-task.mjs";
import { engineFiles } from "./engine-files";
import { limitMemory } from "./limit-memory";

type Answer<Task> = Task extends KnownTask ? readonly string[] : readonly TargetResult[];

/** One of Node's; a page gives its own. */
export interface Thread {
  postMessage(task: unknown): void;
  once(event: "message" | "error" | "exit", listener: (value: unknown) => void): void;
  removeAllListeners(event: "message" | "error" | "exit"): void;
  terminate(): Promise<unknown>;
  ref(): void;
  unref(): void;
}

interface NodeModules {
  getBuiltinModule?(name: "worker_threads"): { Worker: new (path: string, options: object) => Thread };
}

/** 512 MiB; the rest of the process has as much again under the promised gibibyte. */
const MOST_PAGES = 8192;
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, stackSizeMb: 16 };

function startThread(): Thread | null {
  // Asking the running process keeps Node's modules out of the browser's bundle.
  const { process } = globalThis as { process?: NodeModules };
  const threads = process?.getBuiltinModule?.("worker_threads");
  const files = threads && engineFiles();
  if (!files) return null;
  return new threads.Worker(files.worker, {
    eval: files.isCode,
    workerData: limitMemory(files.binary(), MOST_PAGES),
    resourceLimits: THREAD_LIMITS,
    execArgv: [],
    // What the engine says of its traps is for its authors.
    stdout: true,
    stderr: true,
  });
}

let thread: Thread | null = null;
let startElsewhere: (() => Promise<Thread>) | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** A page says how it starts a thread; it is started when a formula first needs it. */
export function startThreadsWith(start: () => Promise<Thread>): void {
  startElsewhere = start;
}

function throwAway(used: Thread): void {
  void used.terminate();
  if (thread === used) thread = null;
}

async function askThread(used: Thread, task: unknown, milliseconds: number): Promise<unknown> {
  used.ref();
  const answer = await new Promise<{ readonly value: unknown } | null>((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
    }, milliseconds);
    const settle = (result: { readonly value: unknown } | null): void => {
      clearTimeout(timer);
      resolve(result);
    };
    used.once("message", (value) => {
      settle({ value });
    });
    for (const event of ["error", "exit"] as const) {
      used.once(event, () => {
        settle(null);
      });
    }
    used.postMessage(task);
  });
  if (answer === null) {
    throwAway(used);
    return null;
  }
  for (const event of ["message", "error", "exit"] as const) used.removeAllListeners(event);
  used.unref();
  return answer.value;
}

/** Started at the first call only: most workbooks need no calculation. Null when it trapped, or ran out of time or memory. */
export function askEngine<Task extends ComputeTask | KnownTask>(
  task: Task,
  milliseconds: number,
): Promise<Answer<Task> | null> {
  const asked = queue.then(async () => {
    thread ??= startThread() ?? (startElsewhere && (await startElsewhere()));
    return thread && askThread(thread, task, milliseconds);
  });
  queue = asked.catch(() => null);
  return asked as Promise<Answer<Task> | null>;
}

// Shares files out among helpers, one process each: a bad file costs its own answer only, and memory that a process has taken goes with it.

export interface Helper<Task, Answer> {
  /** Rejects when the helper is lost; it then answers nothing more. */
  ask(task: Task): Promise<Answer>;
  stop(): void;
}

/** Beyond, the helper is lost. */
export interface HelperLimits {
  readonly megabytes?: number;
  readonly milliseconds?: number;
}

/** After that many files a helper makes room for a new one: memory does not grow with their number. */
const MOST_TASKS = 40;
/** Answers that wait for an earlier one are kept: no more than these. */
const MOST_AHEAD = 64;

export interface Sharing<Task, Answer> {
  readonly tasks: readonly Task[];
  readonly helpers: number;
  start(): Helper<Task, Answer>;
  /** The answer for a task whose helper process was lost. */
  lost(task: Task): Answer;
  /** In the order of the tasks. */
  give(answer: Answer, index: number): void;
  /** How many are done. */
  progress(done: number): void;
}

export async function treatAll<Task, Answer>(sharing: Sharing<Task, Answer>): Promise<void> {
  const { tasks, helpers, start, lost, give, progress } = sharing;
  const waiting = new Map<number, Answer>();
  const resume: (() => void)[] = [];
  let [next, given, done] = [0, 0, 0];

  function settle(index: number, answer: Answer): void {
    waiting.set(index, answer);
    done += 1;
    for (let ready = waiting.get(given); ready !== undefined; ready = waiting.get(given)) {
      waiting.delete(given);
      give(ready, given);
      given += 1;
    }
    progress(done);
    for (const wake of resume.splice(0)) wake();
  }

  async function work(): Promise<void> {
    let helper: Helper<Task, Answer> | null = null;
    let treated = 0;
    for (;;) {
      while (next < tasks.length && next - given >= MOST_AHEAD) {
        await new Promise<void>((wake) => resume.push(wake));
      }
      const index = next++;
      const task = tasks[index];
      if (task === undefined) break;
      helper ??= start();
      try {
        settle(index, await helper.ask(task));
        treated += 1;
      } catch {
        treated = MOST_TASKS;
        settle(index, lost(task));
      }
      if (treated < MOST_TASKS) continue;
      helper.stop();
      [helper, treated] = [null, 0];
    }
    helper?.stop();
  }

  await Promise.all(Array.from({ length: Math.min(helpers, tasks.length) }, work));
}

// Sharing files out: the order of the answers, what a lost helper costs, and how much waits.
import { describe, expect, it } from "vitest";
import { treatAll, type Helper } from "../../src/cli/dossier/treat-all";

const TASKS = Array.from({ length: 200 }, (_, index) => index);

/** Answers after a while that hangs on the task; some tasks bring it down. */
function helperOf(
  seen: { started: number; open: number; mostOpen: number },
  fatal: ReadonlySet<number>,
): Helper<number, number> {
  seen.started += 1;
  seen.open += 1;
  seen.mostOpen = Math.max(seen.mostOpen, seen.open);
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        const wait = (task * 7919) % 5;
        setTimeout(() => {
          if (fatal.has(task)) reject(new Error("down"));
          else resolve(task * 10);
        }, wait);
      }),
    stop: () => {
      seen.open -= 1;
    },
  };
}

async function share(helpers: number, fatal: ReadonlySet<number> = new Set(), tasks: readonly number[] = TASKS) {
  const seen = { started: 0, open: 0, mostOpen: 0 };
  const given: [number, number][] = [];
  const progress: number[] = [];
  await treatAll<number, number>({
    tasks,
    helpers,
    start: () => helperOf(seen, fatal),
    lost: (task) => -task,
    give: (answer, index) => given.push([index, answer]),
    progress: (done) => progress.push(done),
  });
  return { seen, given, progress };
}

describe("files shared out among helpers", () => {
  it.each([1, 2, 3, 500])("come back in their order, all of them: %i helpers", async (helpers) => {
    const { given, progress, seen } = await share(helpers);
    expect(given).toEqual(TASKS.map((task) => [task, task * 10]));
    expect(progress).toEqual(TASKS.map((task) => task + 1));
    expect(seen.mostOpen).toBeLessThanOrEqual(helpers);
    expect(seen.open).toBe(0);
  });

  it("cost their own answer only where their helper goes down with them", async () => {
    const fatal = new Set([0, 17, 18, 199]);
    const { given, seen } = await share(2, fatal);
    expect(given.map(([, answer]) => answer)).toEqual(TASKS.map((task) => (fatal.has(task) ? -task : task * 10)));
    expect(seen.open).toBe(0);
  });

  it("make room for a new helper after forty, whose memory is then given back", async () => {
    expect((await share(1, new Set(), TASKS.slice(0, 40))).seen.started).toBe(1);
    expect((await share(1, new Set(), TASKS.slice(0, 41))).seen.started).toBe(2);
    expect((await share(1)).seen.started).toBe(5);
  });

  it("do not run far ahead of one that takes its time", async () => {
    let most = 0;
    let [asked, given] = [0, 0];
    await treatAll<number, number>({
      tasks: TASKS,
      helpers: 4,
      start: () => ({
        ask: (task) => {
          asked += 1;
          most = Math.max(most, asked - given);
          return new Promise((resolve) =>
            setTimeout(
              () => {
                resolve(task);
              },
              task === 3 ? 150 : 0,
            ),
          );
        },
        stop: () => {},
      }),
      lost: (task) => task,
      give: () => (given += 1),
      progress: () => {},
    });
    expect(given).toBe(200);
    expect(most).toBeGreaterThan(32);
    expect(most).toBeLessThanOrEqual(68);
  });
});

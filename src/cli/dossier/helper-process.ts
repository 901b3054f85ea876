// A helper as a child process of the command: the same program, which treats the files that it is sent.
import { fork } from "node:child_process";
import type { Helper, HelperLimits } from "./treat-all";

/** The word by which the program is started as a helper. */
export const HELPER = "--aide-de-lot";

/** No workbook takes that long: its helper hangs. */
const MOST_MILLISECONDS = 180_000;

/** `program` is the built command line. */
export function startHelper<Task, Answer>(program: string, limits: HelperLimits = {}): Helper<Task, Answer> {
  const { megabytes, milliseconds = MOST_MILLISECONDS } = limits;
  const execArgv = megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`];
  const child = fork(program, [HELPER], { stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv });
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        const lose = (): void => {
          child.kill("SIGKILL");
          reject(new Error("lost"));
        };
        const timer = setTimeout(lose, milliseconds);
        child.once("message", (answer) => {
          clearTimeout(timer);
          child.off("exit", lose).off("error", lose);
          resolve(answer as Answer);
        });
        child.once("exit", lose).once("error", lose);
        child.send(task as object, (error) => {
          if (error) lose();
        });
      }),
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}

/** The helper's side; ends when the command that started it does. */
export function serve<Task, Answer>(treat: (task: Task) => Promise<Answer>): void {
  process.on("message", (task) => {
    void treat(task as Task).then((answer) => process.send?.(answer));
  });
  process.on("disconnect", () => process.exit());
}

// Treats files one after the other here, or all at once where there are helpers; the answers come in the same order.
import type { Io } from "../command";
import { progressBar } from "./progress-bar";
import { treatAll, type Sharing } from "./treat-all";

export const LOST = "incident interne, ce fichier n’a pas été traité (trop lourd, ou trop long).";

interface Shared<Task, Answer> extends Pick<Sharing<Task, Answer>, "tasks" | "lost" | "give"> {
  /** Never rejects. */
  readonly treat: (task: Task) => Promise<Answer>;
}

/** Starting a helper takes as long as treating a file. */
const FEWEST_TASKS = 4;

export async function shareOut<Task, Answer>(io: Io, shared: Shared<Task, Answer>): Promise<void> {
  const { treat, ...rest } = shared;
  const bar = progressBar(io.watch, rest.tasks.length);
  const { helpers } = io;
  const isShared = helpers !== undefined && helpers.count > 1 && rest.tasks.length >= FEWEST_TASKS;
  bar.at(0);
  await treatAll<Task, Answer>({
    ...rest,
    give: (answer, index) => {
      bar.end();
      rest.give(answer, index);
    },
    helpers: isShared ? helpers.count : 1,
    start: () => (isShared ? helpers.start() : { ask: treat, stop: () => {} }),
    progress: (done) => {
      bar.at(done);
    },
  });
  bar.end();
}

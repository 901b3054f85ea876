// Computes in a thread of its own what would hold the pane for long; what is short stays, and so does everything where none starts.
import type { RawWorkbook } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { computeHere, type Compute, type Computations } from "../usecases/compute";

/**
 * Below so many cells, sending them to the worker and back costs more than it spares. The signed contract's own
 * workbook has some thousands.
 */
const MANY_CELLS = 5_000;

export interface Question {
  readonly name: keyof Computations;
  readonly given: readonly unknown[];
}

export type Answer =
  | { readonly kind: "done"; readonly result: unknown }
  /** A failure that the agent can act on. */
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "failed" };

function isLarge({ sheets }: RawWorkbook): boolean {
  const cells = sheets
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { values }) => sum + values.length * (values[0]?.length ?? 0), 0);
  return cells > MANY_CELLS;
}

/** One thread a question: the memory that a large workbook took goes with it. */
function ask(start: () => Worker, question: Question): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = start();
    const end = (answer: Answer): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<Answer>) => end(data);
    worker.onerror = (error) => {
      // Its script did not come, or not through: the work is done here.
      error.preventDefault();
      end({ kind: "failed" });
    };
    worker.postMessage(question);
  });
}

/** `start` throws, or its thread fails, where there are no threads. */
export function computeInWorker(start: () => Worker): Compute {
  return async (name, here, ...given) => {
    if (!isLarge(given[0])) return computeHere(name, here, ...given);
    const answer = await ask(start, { name, given }).catch((): Answer => ({ kind: "failed" }));
    if (answer.kind === "refused") throw new WorkbookError(answer.sentence);
    return answer.kind === "done" ? (answer.result as ReturnType<typeof here>) : computeHere(name, here, ...given);
  };
}

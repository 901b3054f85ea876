// What the use cases ask of the core alone, plain data in and plain data out: it may be done elsewhere than where the pane is drawn.
import type { compareAndShow } from "./compare-workbook";
import type { planReprise } from "./plan-reprise";
import type { findFinding } from "./find-finding";
import type { planCorrections } from "./plan-corrections";
import type { listReading, previewAnswers, questionAbout } from "./preview-answers";
import type { situate } from "../core/situation/situation";
import type { verifyAndCompose } from "./verify-and-compose";

/** What can be asked for; a workbook's cells come first. */
export interface Computations {
  readonly verify: typeof verifyAndCompose;
  readonly situate: typeof situate;
  readonly correct: typeof planCorrections;
  readonly find: typeof findFinding;
  readonly preview: typeof previewAnswers;
  readonly lecture: typeof listReading;
  readonly about: typeof questionAbout;
  readonly compare: typeof compareAndShow;
  readonly reprise: typeof planReprise;
}

/** `here` is the function itself, for who computes where he stands. Throws what it throws. */
export type Compute = <Name extends keyof Computations>(
  name: Name,
  here: Computations[Name],
  ...given: Parameters<Computations[Name]>
) => Promise<ReturnType<Computations[Name]>>;

type Task = (...given: readonly unknown[]) => unknown;

export const computeHere: Compute = async (_, here, ...given) =>
  (here as unknown as Task)(...given) as ReturnType<typeof here>;

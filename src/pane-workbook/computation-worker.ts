// The thread in which a large workbook is verified, so that the pane answers meanwhile.
import { compareAndShow } from "../usecases/compare-workbook";
import { planReprise } from "../usecases/plan-reprise";
import { findFinding } from "../usecases/find-finding";
import { planCorrections } from "../usecases/plan-corrections";
import { listReading, previewAnswers, questionAbout } from "../usecases/preview-answers";
import { situate } from "../core/situation/situation";
import { WorkbookError } from "xlsx-model/plan";
import { verifyAndCompose } from "../usecases/verify-and-compose";
import type { Computations } from "../usecases/compute";
import type { Answer, Question } from "./compute-in-worker";

const COMPUTATIONS: Computations = {
  verify: verifyAndCompose,
  situate,
  correct: planCorrections,
  find: findFinding,
  preview: previewAnswers,
  lecture: listReading,
  about: questionAbout,
  compare: compareAndShow,
  reprise: planReprise,
};

export function answer({ name, given }: Question): Answer {
  try {
    const compute = COMPUTATIONS[name] as unknown as (...given: readonly unknown[]) => unknown;
    return { kind: "done", result: compute(...given) };
  } catch (error) {
    // Anything else is met again, and told, where it is computed once more.
    return error instanceof WorkbookError ? { kind: "refused", sentence: error.message } : { kind: "failed" };
  }
}

self.onmessage = ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(data));
};

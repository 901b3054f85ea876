// The errors that the exit status speaks of: those left to do, or all of them.
import type { Verification } from "../../core/verification";
import { errorsLeft } from "../../report/report-junit";

export const countErrors = (
  { findings, summary }: Pick<Verification, "findings" | "summary">,
  isStrict: boolean,
): number => (isStrict ? summary.error : errorsLeft(findings).length);

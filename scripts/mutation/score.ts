// The score of a sample, from what the mutation tester wrote down of each mutant as it went.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

export interface Tested {
  readonly fileName: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number } };
  readonly coveredBy?: readonly string[];
  readonly testsCompleted?: number;
}

export interface Score {
  readonly counts: ReadonlyMap<string, number>;
  readonly valid: number;
  readonly share: number;
  /** Half of the 95 % confidence interval. */
  readonly margin: number;
}

const CUT_SHORT = "Survived, cut short";
const DETECTED: readonly string[] = ["Killed", "Timeout"];
const COUNTED: readonly string[] = [...DETECTED, "Survived", CUT_SHORT, "NoCoverage"];

/**
 * Stryker's runner for vitest says « survived » of a run that was lost before its first test: nothing was measured.
 * Where some of the tests that reach the change were left to others for their length, that is said.
 */
function statusOf({ status, coveredBy = [], testsCompleted = 0 }: Tested): string {
  if (status !== "Survived") return status;
  if (testsCompleted === 0) return "Lost";
  return testsCompleted < coveredBy.length ? CUT_SHORT : status;
}

export const readEvents = (folder: string): Tested[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith("-onMutantTested.json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Tested);

/** Lines were drawn, not mutants: those of a line stand or fall together, so the interval is that of a ratio over lines. */
export function scoreOf(mutants: readonly Tested[]): Score {
  const counts = new Map<string, number>();
  const lines = new Map<string, { detected: number; valid: number }>();
  for (const mutant of mutants) {
    const status = statusOf(mutant);
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (!COUNTED.includes(status)) continue;
    const key = `${mutant.fileName}:${String(mutant.location.start.line)}`;
    const line = lines.get(key) ?? { detected: 0, valid: 0 };
    lines.set(key, { detected: line.detected + Number(DETECTED.includes(status)), valid: line.valid + 1 });
  }
  const all = [...lines.values()];
  const valid = all.reduce((sum, line) => sum + line.valid, 0);
  const share = all.reduce((sum, line) => sum + line.detected, 0) / valid;
  const squares = all.reduce((sum, line) => sum + (line.detected - share * line.valid) ** 2, 0);
  return { counts, valid, share, margin: (1.96 * Math.sqrt((all.length / (all.length - 1)) * squares)) / valid };
}

/** `rules`, `reading/amounts`: the folder under `src/core`, no deeper than two. */
export const folderOf = (mutant: Tested): string =>
  relative(join(process.cwd(), "src/core"), mutant.fileName).split("/").slice(0, -1).slice(0, 2).join("/");

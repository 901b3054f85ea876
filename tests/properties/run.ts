// Runs a property with a seed that can be given, and verifies the workbooks that it makes.
import fc from "fast-check";
import type { Finding, Verification } from "../../src/core/verification";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { verify } from "../../src/core/verify";
import type { Workbook } from "./canvas";
import { writeWorkbook, type WorkbookLayout } from "./workbook-layout";
import type { Content } from "./content";
import { showFinding, showWorkbook } from "./show-workbook";

/**
 * The same workbooks on each run, unless another seed or more runs are asked for:
 * PROPERTY_SEED=42 PROPERTY_RUNS=10 npx vitest run --project unit tests/properties
 */
const SEED = Number(process.env.PROPERTY_SEED ?? 20241231);
const TIMES = Number(process.env.PROPERTY_RUNS ?? 1);

export interface Case {
  readonly content: Content;
  readonly layout: WorkbookLayout;
  readonly asOf: string;
  /** What else happens to the workbook once it is written. */
  readonly disturb?: Disturb | undefined;
}

export type Disturb = (raw: RawWorkbook, workbook: Workbook) => RawWorkbook;

export interface Verified {
  readonly workbook: Workbook;
  readonly verification: Verification;
}

export function verifyCase({ content, layout, asOf, disturb }: Case): Verified {
  const workbook = writeWorkbook(content, layout);
  const raw = disturb ? disturb(workbook.raw, workbook) : workbook.raw;
  return { workbook, verification: verify(raw, content.convention, asOf).verification };
}

/** What is wrong, with the workbook and what was found in it. */
export function explain({ workbook, verification }: Verified, wrong: string): string {
  const read = verification.read.map(({ kind, sheet, range, unit = "" }) => `${kind} ${sheet}!${range} ${unit}`);
  return [
    wrong,
    "",
    showWorkbook(workbook.raw),
    "",
    `as of ${verification.asOf}, read: ${read.join(" ; ")}`,
    "found:",
    ...verification.findings.map(showFinding),
  ].join("\n");
}

export function check<Ts extends [unknown, ...unknown[]]>(runs: number, property: fc.IPropertyWithHooks<Ts>): void {
  fc.assert(property, {
    seed: SEED,
    numRuns: runs * TIMES,
    reporter: (run) => {
      if (!run.failed) return;
      const { errorInstance, seed, numRuns, numShrinks, counterexamplePath } = run;
      const wrong = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      throw new Error(
        `${wrong}\n\nseed ${seed}, run ${numRuns}, shrunk ${numShrinks} times, path ${counterexamplePath}`,
      );
    },
  });
}

export const told = ({ id, severity, cells }: Finding): string => `${severity} ${id} ${cells.join(" ")}`;

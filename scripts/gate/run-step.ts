// Runs one step of the gate: what it told, what passed and failed, and why.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { readReport } from "./report";
import type { Step } from "./steps";

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What is still to be told of it. */
  readonly text: string;
  /** What failed and why, short: said again at the end, which is all that some logs keep. */
  readonly reasons: readonly string[];
}

/** Lines of a reason. */
const REASON_LINES = 15;

const lastLines = (text: string): string => text.trimEnd().split("\n").slice(-REASON_LINES).join("\n");

/** `report` is the path of a file that vitest may write. */
export function runStep(step: Step, report: string): Promise<Outcome> {
  return step.vitest ? runVitest(step, report) : runCommand(step);
}

/** What runs beside another step is told once it is over, so that the two do not mix. */
function run(step: Step, more = ""): Promise<{ readonly isDone: boolean; readonly text: string }> {
  const child = spawn(`${step.command}${more}`, {
    shell: true,
    stdio: step.isAlone ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...step.env, PATH: `${join("node_modules", ".bin")}:${process.env["PATH"] ?? ""}` },
  });
  const told: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => told.push(piece));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      resolve({ isDone: status === 0, text: Buffer.concat(told).toString("utf8") });
    });
  });
}

async function runCommand(step: Step): Promise<Outcome> {
  const { isDone, text } = await run(step);
  if (isDone) return { passed: 1, failed: 0, text, reasons: [] };
  // What a step told by itself stands above.
  return { passed: 0, failed: 1, text, reasons: [lastLines(text) || "see above"] };
}

/** A skipped test, a suite that did not load and a run without any test are failures too. */
async function runVitest(step: Step, report: string): Promise<Outcome> {
  const { isDone, text } = await run(step, ` --reporter=default --reporter=json --outputFile.json=${report}`);
  const { total, passed, reasons: all } = readReport(report);
  const reasons = all.map((reason) => reason.split("\n").slice(0, REASON_LINES).join("\n"));
  const lost = total - passed;
  if (passed === 0 || (!isDone && lost === 0)) {
    return { passed, failed: 1, text, reasons: [...reasons, lastLines(text)] };
  }
  return { passed, failed: lost, text, reasons };
}

// The one gate: runs every check, some side by side, and closes with what passed and failed.
// `npm test -- --liste` names the steps with the time each took last; `npm test -- Lint 3` runs those steps alone.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

interface Step {
  readonly name: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A vitest run counts its tests; any other step counts as one. */
  readonly vitest?: boolean;
  /** Keeps both processors busy, or must be over before the others begin. */
  readonly isAlone?: boolean;
  /** The name of a step that must be over before. */
  readonly after?: string;
  /** What follows would fail for want of it, one step after another. */
  readonly isNeeded?: boolean;
}

const STEPS: readonly Step[] = [
  { name: "System packages", command: "tsx scripts/system-packages.ts", isAlone: true, isNeeded: true },
  { name: "Typecheck", command: "tsc --noEmit -p ." },
  { name: "Typecheck of the pure core", command: "tsc --noEmit -p src/core" },
  { name: "Lint", command: "eslint . --max-warnings 0" },
  { name: "Formatting", command: "prettier --check . --log-level warn" },
  { name: "Unused code and dependencies", command: "knip" },
  { name: "Licences", command: "tsx scripts/check-licences.ts" },
  { name: "Contract schema up to date", command: "tsx scripts/generate-schema.ts --check" },
  { name: "Version of the rules up to date", command: "tsx scripts/generate-rules-version.ts --check" },
  { name: "Members of Excel's API up to date", command: "tsx scripts/generate-host-api.ts --check" },
  { name: "List of what is simulated up to date", command: "tsx scripts/generate-host-docs.ts --check" },
  { name: "Rule index up to date", command: "tsx scripts/generate-rule-docs.ts --check" },
  { name: "Pages of the help up to date", command: "tsx scripts/generate-help.ts --check" },
  { name: "Example workbooks up to date", command: "tsx scripts/make-example.ts --check" },
  { name: "Manifest", command: "tsx scripts/check-manifest.ts" },
  { name: "API floor", command: "tsx scripts/api-floor.ts 1.14" },
  { name: "No import circle", command: "tsx scripts/import-circles.ts" },
  { name: "Production build", command: "webpack --mode production && tsx scripts/size-budget.ts" },
  // Before the tests, which would build the command line side by side.
  { name: "Command line", command: "node scripts/cli/build.mjs", isAlone: true },
  { name: "Browser tests", command: "vitest run --project browser --maxWorkers=1", vitest: true },
  {
    name: "Tests through the real client, French Excel 2021",
    command: "vitest run --project excel --maxWorkers=1",
    // The profiles share the faults: between them every one is tried.
    env: { EXCEL_API: "1.14" },
    vitest: true,
  },
  {
    name: "Tests through the real client, English Microsoft 365",
    command: "vitest run --project excel --maxWorkers=1 --exclude tests/excel/faults/colleague.test.ts",
    env: { EXCEL_API: "1.15" },
    vitest: true,
  },
  {
    // The seal, and looking again for what a colleague changed, are tried whole with the two profiles above.
    name: "Tests through the real client, English Excel for the web",
    command:
      "vitest run --project excel --maxWorkers=1 --exclude tests/excel/faults/colleague.test.ts " +
      "--exclude tests/excel/contract-seal.test.ts --exclude tests/excel/look-again.test.ts",
    env: { EXCEL_API: "web" },
    vitest: true,
  },
  // Of the page that the browser tests built.
  { name: "Pictures of the pane", command: "tsx scripts/screenshots.ts --check", after: "Browser tests" },
  {
    // Its calls and its language are tried whole above, one with the other profile: here, what it does otherwise.
    name: "Reading and writing in French Excel for Mac",
    command:
      "vitest run --project excel --maxWorkers=1 tests/excel/charts.test.ts tests/excel/apply-plan.test.ts tests/excel/read-workbook.test.ts " +
      "tests/excel/insert-annexe.test.ts tests/excel/refresh-totals.test.ts tests/excel/verify-workbook.test.ts " +
      "tests/excel/faults/fault-matrix.test.ts",
    env: { EXCEL_API: "mac" },
    vitest: true,
  },
  // By ratios to LibreOffice in the same run, which hold on any machine; `npm run bench` measures the rest.
  { name: "Speed beside LibreOffice", command: "tsx scripts/bench.ts --quick --check", isAlone: true },
  {
    name: "Unit, host, pane and file tests, with coverage",
    command: "vitest run --project unit --project host --project pane --project files --coverage --maxWorkers=2",
    vitest: true,
    isAlone: true,
  },
];

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What is still to be told of it. */
  readonly text: string;
  /** What failed and why, short: said again at the end, which is all that some logs keep. */
  readonly reasons: readonly string[];
}

/** Lines of a reason. */
const REASON_LINES = 15;

/** Seconds that each step took the last time, by its name: kept where nothing of the project's is. */
const TIMES = join("node_modules", ".cache", "gate-times.json");

/** On the two processors that the gate is meant for: tests in a browser wait for it as long as they work. */
const SIDE_BY_SIDE = 3;

const asked = process.argv.slice(2);
if (asked.includes("--liste")) list();
else await gate(asked.length === 0 ? STEPS : asked.flatMap(find));

function list(): void {
  const times = readTimes();
  for (const [index, { name, command }] of STEPS.entries()) {
    const time = times[name];
    const shown = time === undefined ? "     –" : `${time.toFixed(0)} s`.padStart(6);
    console.log(`${String(index + 1).padStart(3)}  ${shown}  ${name} (${command})`);
  }
  const total = STEPS.reduce((sum, { name }) => sum + (times[name] ?? 0), 0);
  console.log(`     ${`${total.toFixed(0)} s`.padStart(6)}  in all, as far as they have run`);
}

/** By its number in the list, or by how its name begins. */
function find(word: string): readonly Step[] {
  const found = STEPS.filter(
    ({ name }, index) => word === String(index + 1) || name.toLowerCase().startsWith(word.toLowerCase()),
  );
  if (found.length === 0) {
    console.error(`No step is called “${word}”: see npm test -- --liste`);
    process.exit(2);
  }
  return found;
}

function readTimes(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(TIMES, "utf8")) as Record<string, number>;
  } catch {
    return {};
  }
}

async function gate(steps: readonly Step[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  // What the browser tests build, the pictures are taken of.
  process.env["BROWSER_SITES"] = join(folder, "sites");
  const times = readTimes();
  const failures: string[] = [];
  const reasons: string[] = [];
  const begun = Date.now();
  let passed = 0;
  let failed = 0;
  const running = new Set<Promise<void>>();
  const begunSteps = new Map<string, Promise<void>>();
  for (const [index, step] of steps.entries()) {
    const most = step.isAlone ? 0 : SIDE_BY_SIDE - 1;
    while (running.size > most) await Promise.race(running);
    if (step.after !== undefined) await begunSteps.get(step.after);
    const started = Date.now();
    console.log(`\n── ${step.name} (${step.command})`);
    const work = (step.vitest ? runVitest(step, join(folder, `${index}.json`)) : runCommand(step)).then((outcome) => {
      const seconds = (Date.now() - started) / 1000;
      passed += outcome.passed;
      failed += outcome.failed;
      times[step.name] = seconds;
      if (outcome.failed > 0) failures.push(step.name);
      reasons.push(...outcome.reasons.map((reason) => `── ${step.name}: ${reason}`));
      if (outcome.text !== "") console.log(`\n── ${step.name}\n${outcome.text.trimEnd()}`);
      console.log(`   ${step.name}: ${outcome.failed ? "FAILED" : "ok"}, ${seconds.toFixed(1)} s`);
      running.delete(work);
    });
    running.add(work);
    begunSteps.set(step.name, work);
    if (step.isAlone) await work;
    if (step.isNeeded && failures.includes(step.name)) break;
  }
  await Promise.all(running);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(TIMES, ".."), { recursive: true });
  writeFileSync(TIMES, JSON.stringify(times));
  if (reasons.length) console.log(`\n${reasons.join("\n\n")}`);
  if (failures.length) console.log(`\nFailed: ${failures.join(" · ")}`);
  console.log(`\nIn ${((Date.now() - begun) / 60_000).toFixed(1)} min`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
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
  return {
    passed: 0,
    failed: 1,
    text,
    reasons: [text.trimEnd().split("\n").slice(-REASON_LINES).join("\n") || "see above"],
  };
}

/** A skipped test, a suite that did not load and a run without any test are failures too. */
async function runVitest(step: Step, report: string): Promise<Outcome> {
  const { isDone, text } = await run(step, ` --reporter=default --reporter=json --outputFile.json=${report}`);
  const { total, passed, reasons } = readReport(report);
  const lost = total - passed;
  if (passed === 0 || (!isDone && lost === 0)) {
    return {
      passed,
      failed: 1,
      text,
      reasons: [...reasons, text.trimEnd().split("\n").slice(-REASON_LINES).join("\n")],
    };
  }
  return { passed, failed: lost, text, reasons };
}

interface Report {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function readReport(path: string): {
  readonly total: number;
  readonly passed: number;
  readonly reasons: readonly string[];
} {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return { total: 0, passed: 0, reasons: ["no report was written"] };
  }
  const reasons = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status !== "passed");
    const told = failed.map((test) => `${file} > ${test.fullName}\n${test.failureMessages.join("\n") || test.status}`);
    return status === "passed" || failed.length > 0 ? told : [`${file}\n${message}`];
  });
  return {
    total: report.numTotalTests,
    passed: report.numPassedTests,
    reasons: reasons.map((reason) => reason.split("\n").slice(0, REASON_LINES).join("\n")),
  };
}

// The one gate: runs every check in turn, and closes with the number that passed and failed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Step {
  readonly name: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A vitest run counts its tests; any other step counts as one. */
  readonly vitest?: boolean;
}

const STEPS: readonly Step[] = [
  { name: "System packages", command: "tsx scripts/system-packages.ts" },
  { name: "Typecheck", command: "tsc --noEmit -p ." },
  { name: "Typecheck of the pure core", command: "tsc --noEmit -p src/core" },
  { name: "Lint", command: "eslint . --max-warnings 0" },
  { name: "Formatting", command: "prettier --check . --log-level warn" },
  { name: "Unused code and dependencies", command: "knip" },
  { name: "Licences", command: "tsx scripts/check-licences.ts" },
  { name: "Contract schema up to date", command: "tsx scripts/generate-schema.ts --check" },
  { name: "Version of the rules up to date", command: "tsx scripts/generate-rules-version.ts --check" },
  { name: "Rule index up to date", command: "tsx scripts/generate-rule-docs.ts --check" },
  { name: "Example workbooks up to date", command: "tsx scripts/make-example.ts --check" },
  { name: "Manifest", command: "tsx scripts/check-manifest.ts" },
  { name: "API floor", command: "tsx scripts/api-floor.ts 1.14" },
  {
    name: "Unit, pane and file tests, with coverage",
    command: "vitest run --project unit --project pane --project files --coverage",
    vitest: true,
  },
  {
    name: "Tests through the real client, ExcelApi 1.14",
    command: "vitest run --project excel",
    env: { EXCEL_API: "1.14" },
    vitest: true,
  },
  {
    name: "Tests through the real client, ExcelApi 1.15",
    command: "vitest run --project excel",
    env: { EXCEL_API: "1.15" },
    vitest: true,
  },
  { name: "Production build", command: "webpack --mode production" },
  { name: "Size budget", command: "tsx scripts/size-budget.ts" },
  { name: "Browser tests", command: "vitest run --project browser", vitest: true },
];

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const folder = mkdtempSync(join(tmpdir(), "gate-"));
const failures: string[] = [];
let passed = 0;
let failed = 0;

for (const [index, step] of STEPS.entries()) {
  console.log(`\n── ${step.name} (${step.command})`);
  const started = Date.now();
  const outcome = step.vitest ? runVitest(step, join(folder, `${index}.json`)) : runCommand(step);
  passed += outcome.passed;
  failed += outcome.failed;
  if (outcome.failed > 0) failures.push(step.name);
  console.log(`   ${outcome.failed ? "FAILED" : "ok"}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
rmSync(folder, { recursive: true, force: true });

if (failures.length) console.log(`\nFailed: ${failures.join(" · ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

function run(step: Step, more = ""): boolean {
  const result = spawnSync(`${step.command}${more}`, {
    shell: true,
    stdio: "inherit",
    env: { ...process.env, ...step.env, PATH: `${join("node_modules", ".bin")}:${process.env["PATH"] ?? ""}` },
  });
  return result.status === 0;
}

function runCommand(step: Step): Outcome {
  return run(step) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A skipped test, a suite that did not load and a run without any test are failures too. */
function runVitest(step: Step, report: string): Outcome {
  const succeeded = run(step, ` --reporter=default --reporter=json --outputFile.json=${report}`);
  const counts = readCounts(report);
  const lost = counts.total - counts.passed;
  if (counts.passed === 0 || (!succeeded && lost === 0)) return { passed: counts.passed, failed: 1 };
  return { passed: counts.passed, failed: lost };
}

function readCounts(report: string): { readonly total: number; readonly passed: number } {
  try {
    const json = JSON.parse(readFileSync(report, "utf8")) as { numTotalTests: number; numPassedTests: number };
    return { total: json.numTotalTests, passed: json.numPassedTests };
  } catch {
    return { total: 0, passed: 0 };
  }
}

// The gate: runs every check of a tier, some side by side, and closes with what passed and failed.
// `npm test -- --liste` names the steps of both tiers with the time that each takes; `npm test -- Lint 3` runs those steps alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packagesChanged } from "./gate/packages-changed";
import { runStep } from "./gate/run-step";
import { TIERS, type Step, type Tier } from "./gate/steps";
import { readTimes, writeTimes } from "./gate/times";

const ALL: readonly Step[] = [...new Set([...TIERS[1], ...TIERS[2]])];

/** One more than the two processors that the gate is meant for: tests in a browser wait for it as long as they work. */
const SIDE_BY_SIDE = 3;

const processorsOf = ({ isAlone, processors = 1 }: Step): number => (isAlone ? SIDE_BY_SIDE : processors);

/** Characters of a command in the list: some name a dozen files. */
const SHOWN = 80;

const words = process.argv.slice(2);
const isAsked = (option: string): boolean => words.includes(option);
const asked = words.filter((word) => !word.startsWith("--"));
if (isAsked("--liste")) list();
else if (asked.length > 0) await gate(asked.flatMap(find));
else await gate(stepsOf(isAsked("--tout") ? 2 : 1), isAsked("--tout") ? 2 : 1);

function list(): void {
  const times = readTimes();
  const shown = (seconds: number | undefined): string =>
    (seconds === undefined ? "–" : `${seconds.toFixed(0)} s`).padStart(6);
  for (const tier of [1, 2] as const satisfies readonly Tier[]) {
    console.log(`${tier === 1 ? "npm test" : "\nnpm run test:tout"}`);
    for (const step of TIERS[tier]) {
      const command = step.command.length > SHOWN ? `${step.command.slice(0, SHOWN)}…` : step.command;
      console.log(
        `${String(ALL.indexOf(step) + 1).padStart(3)}  ${shown(times[step.name])}  ${step.name} (${command})`,
      );
    }
    console.log(`     ${shown(times[`Tier ${tier}`])}  in all, some of them side by side`);
  }
}

/**
 * Without what the other tier runs of this very checkout. On CI the first tier always has the packages: a submission is many commits, and only
 * its last one is tried.
 */
function stepsOf(tier: Tier): readonly Step[] {
  const isHere = (process.env["CI"] !== undefined || packagesChanged()) === (tier === 1);
  return TIERS[tier].filter(({ name, isOfPackages }) => {
    if (isOfPackages && !isHere)
      console.log(
        tier === 1
          ? `── ${name}: left to npm run test:tout, as nothing of them differs from the commit before`
          : `── ${name}: run by npm test, as something of them differs from the commit before`,
      );
    return !isOfPackages || isHere;
  });
}

/** By its number in the list, or by how its name begins. */
function find(word: string): readonly Step[] {
  const found = ALL.filter(
    ({ name }, index) => word === String(index + 1) || name.toLowerCase().startsWith(word.toLowerCase()),
  );
  if (found.length === 0) {
    console.error(`No step is called “${word}”: see npm test -- --liste`);
    process.exit(2);
  }
  return found;
}

async function gate(steps: readonly Step[], tier?: Tier): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  // What the browser tests build, the pictures are taken of; the second tier takes what the first built, where both run.
  process.env["BROWSER_SITES"] ??= join(folder, "sites");
  const times: Record<string, number> = { ...readTimes() };
  const failures: string[] = [];
  const reasons: string[] = [];
  const begun = Date.now();
  let passed = 0;
  let failed = 0;
  const running = new Map<Step, Promise<void>>();
  const busy = (): number => [...running.keys()].reduce((sum, step) => sum + processorsOf(step), 0);
  const begunSteps = new Map<string, Promise<void>>();
  for (const [index, step] of steps.entries()) {
    while (busy() + processorsOf(step) > SIDE_BY_SIDE) await Promise.race(running.values());
    if (step.after !== undefined) await begunSteps.get(step.after);
    const started = Date.now();
    console.log(`\n── ${step.name} (${step.command})`);
    const work = runStep(step, join(folder, `${index}.json`)).then((outcome) => {
      const seconds = (Date.now() - started) / 1000;
      passed += outcome.passed;
      failed += outcome.failed;
      times[step.name] = seconds;
      if (outcome.failed > 0) failures.push(step.name);
      reasons.push(...outcome.reasons.map((reason) => `── ${step.name}: ${reason}`));
      if (outcome.text !== "") console.log(`\n── ${step.name}\n${outcome.text.trimEnd()}`);
      console.log(`   ${step.name}: ${outcome.failed ? "FAILED" : "ok"}, ${seconds.toFixed(1)} s`);
      running.delete(step);
    });
    running.set(step, work);
    begunSteps.set(step.name, work);
    if (step.isAlone) await work;
    if (step.isNeeded && failures.includes(step.name)) break;
  }
  await Promise.all(running.values());
  rmSync(folder, { recursive: true, force: true });
  if (tier !== undefined) times[`Tier ${tier}`] = (Date.now() - begun) / 1000;
  if (isAsked("--noter")) writeTimes(times, [...ALL.map(({ name }) => name), "Tier 1", "Tier 2"]);
  if (failures.length) {
    console.log(`\n══ What failed\n\n${reasons.join("\n\n")}`);
    console.log(`\nFailed: ${failures.join(" · ")}`);
  }
  console.log(`\nIn ${((Date.now() - begun) / 60_000).toFixed(1)} min`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

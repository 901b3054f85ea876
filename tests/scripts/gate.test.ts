// The list of the gate's steps: on any clone it names each of both tiers, with the time that was written down of it; what the two share runs once.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packagesChanged } from "../../scripts/gate/packages-changed";
import { TIERS } from "../../scripts/gate/steps";
import { readTimes } from "../../scripts/gate/times";

const STEPS = [...new Set([...TIERS[1], ...TIERS[2]])];

it("names each step with its number and its time", () => {
  const listed = execFileSync("node_modules/.bin/tsx", ["scripts/gate.ts", "--liste"], { encoding: "utf8" }).split(
    "\n",
  );
  const times = readTimes();
  for (const [index, { name }] of STEPS.entries()) {
    const line = listed.find((each) => each.startsWith(`${index + 1} `.padStart(4)));
    expect(line).toContain(` ${name} (`);
    expect(line).toContain(times[name] === undefined ? " – " : ` ${times[name].toFixed(0)} s `);
  }
});

it("keeps times of steps that there are", () => {
  const names = new Set([...STEPS.map(({ name }) => name), "Tier 1", "Tier 2"]);
  expect(Object.keys(readTimes()).filter((name) => !names.has(name))).toEqual([]);
});

it("begins no step before one that it waits for, and tries no file in neither tier", () => {
  for (const { name, after } of STEPS)
    if (after !== undefined) {
      const order = STEPS.map((step) => step.name);
      expect(order.indexOf(after)).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(after)).toBeLessThan(order.indexOf(name));
    }
  const excluded = STEPS.flatMap(({ command }) => [...command.matchAll(/--exclude (\S+\.test\.ts)/g)]);
  for (const [, file = ""] of excluded) {
    expect(existsSync(file)).toBe(true);
    expect([file, isTriedElsewhere(file)]).toEqual([file, true]);
  }
});

it("runs the tests of the packages in the first tier where they differ from the commit before, committed or not", () => {
  const folder = mkdtempSync(join(tmpdir(), "packages-"));
  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], { cwd: folder });
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, "packages"), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const commit = (file: string, text: string) => {
    write(file, text);
    git("add", ".");
    git("commit", "-qm", text);
  };
  const seen = [packagesChanged(folder)];
  git("init", "-q");
  commit("packages/a.ts", "first");
  seen.push(packagesChanged(folder));
  commit("b.ts", "elsewhere");
  seen.push(packagesChanged(folder));
  write("packages/new.ts", "not committed");
  seen.push(packagesChanged(folder));
  commit("packages/a.ts", "committed");
  seen.push(packagesChanged(folder));
  commit("b.ts", "elsewhere again");
  seen.push(packagesChanged(folder));
  write("packages/a.ts", "edited");
  seen.push(packagesChanged(folder));
  expect(seen).toEqual([true, true, false, true, true, false, true]);
  rmSync(folder, { recursive: true });
});

it("has the two tiers share the tests of the packages and nothing else", () => {
  expect(TIERS[1].filter((step) => TIERS[2].includes(step)).map(({ isOfPackages }) => isOfPackages)).toEqual([true]);
  expect(STEPS.filter(({ isOfPackages }) => isOfPackages)).toHaveLength(1);
});

/** Named by a step, one of its project's files that no exclusion of another step leaves out, or a property. */
function isTriedElsewhere(file: string): boolean {
  const project = file.startsWith("tests/excel/") ? "excel" : file.startsWith("tests/browser/") ? "browser" : null;
  return (
    readFileSync(file, "utf8").includes("seeded") ||
    STEPS.some(({ command }) => {
      const withoutExcluded = command.replaceAll(/--exclude \S+/g, "");
      const isWhole =
        project !== null && command.includes(`--project ${project}`) && !withoutExcluded.includes("tests/");
      return withoutExcluded.includes(file) || (isWhole && !command.includes(`--exclude ${file}`));
    })
  );
}

// Makes each deliberate fault in a worktree of its own, and runs the test that is meant to notice: red is what is wanted.
// `npm run faults` tries all of the last commit, `npm run faults -- excel` those of an area or with that word in their text,
// `npm run faults -- --split` those that stood there already in the last commit whose gate had one tier.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { LAST_OF_ONE_TIER, type Fault } from "./faults/fault";
import { faults } from "./faults/list";
import { stepOf } from "./faults/step-of";
import { readReport } from "./gate/report";

const words = process.argv.slice(2);
const isBefore = words.includes("--split");
const word = words.find((each) => !each.startsWith("--")) ?? "";
const asked = faults
  .filter(({ area, what }) => area === word || what.includes(word))
  .filter(({ isYounger }) => !(isBefore && isYounger));

const folder = mkdtempSync(join(tmpdir(), "faults-"));
const tree = join(folder, "tree");
spawnSync("git", ["worktree", "add", "--detach", tree, isBefore ? LAST_OF_ONE_TIER : "HEAD"], { stdio: "inherit" });
symlinkSync(resolve("node_modules"), join(tree, "node_modules"));
try {
  const missed = asked.filter((fault) => !isNoticed(fault));
  console.log(`${asked.length - missed.length} of ${asked.length} faults were noticed`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  spawnSync("git", ["worktree", "remove", "--force", tree]);
  rmSync(folder, { recursive: true, force: true });
}

/** A test that failed, and not one that could not begin. */
function isNoticed(fault: Fault): boolean {
  const { tier, step, project } = stepOf(fault);
  const where = isBefore ? "one tier" : `tier ${tier}`;
  const path = join(tree, fault.file);
  const sound = readFileSync(path, "utf8");
  writeFileSync(
    path,
    sound.replace(fault.text, () => fault.replacement),
  );
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const reporting = ["--reporter=json", `--outputFile.json=${report}`];
  spawnSync("npx", ["vitest", "run", "--project", project, "--maxWorkers=1", fault.test, ...reporting], {
    cwd: tree,
    stdio: "ignore",
    env: { ...process.env, ...step.env },
  });
  writeFileSync(path, sound);
  const { total, passed } = readReport(report);
  const isRed = total > 0 && passed < total;
  console.log(`${isRed ? "red " : "MISSED"}  ${total - passed} of ${total}  ${where}  ${fault.what} (${fault.test})`);
  return isRed;
}

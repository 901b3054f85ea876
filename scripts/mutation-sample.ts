// The mutation score of all the rules and all the reading, from lines drawn at random: docs/MUTATION.md.
// `npm run mutation-sample -- --lines 700 --seed 1` runs Stryker and prints the score; `-- --score`, that of the run as far as it got.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import stryker from "../stryker.config.json" with { type: "json" };
import { drawLines } from "./mutation/draw-lines";
import { folderOf, readEvents, scoreOf, type Tested } from "./mutation/score";

const { values } = parseArgs({
  options: { lines: { type: "string" }, seed: { type: "string", default: "1" }, score: { type: "boolean" } },
});

if (values.score !== true) {
  const lines = drawLines(Number(values.lines), Number(values.seed));
  if (lines.length === 0) throw new Error("--lines asks for how many lines to draw, or --score for what is there.");
  const { status } = spawnSync("npx", ["stryker", "run", "--mutate", lines.join(",")], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
const mutants = readEvents(stryker.eventReporter.baseDir);
print("all", mutants);
for (const folder of [...new Set(mutants.map(folderOf))].sort())
  print(
    folder,
    mutants.filter((mutant) => folderOf(mutant) === folder),
  );

function print(name: string, some: readonly Tested[]): void {
  const { counts, valid, share, margin } = scoreOf(some);
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const each = [...counts].sort().map(([status, count]) => `${status} ${String(count)}`);
  console.log(`${name}: ${percent(share)} ± ${percent(margin)} of ${String(valid)} mutants (${each.join(", ")})`);
}

// Lines drawn at random over the code that is to be tested by mutation: the whole would take days.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["src/core/rules", "src/core/reading", "src/core/drafting"];
/** Written by a generator: nothing in it is decided by hand. */
const GENERATED = "src/core/rules/version.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function everyLine(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
    .filter((path) => path.endsWith(".ts") && path !== GENERATED)
    .sort()
    .flatMap((path) =>
      readFileSync(path, "utf8")
        .trimEnd()
        .split("\n")
        .map((_, index) => `${path}:${String(index + 1)}-${String(index + 1)}`),
    );
}

/** So many lines, each once, as Stryker's ranges: a range takes the mutants that lie wholly on the line. */
export function drawLines(count: number, seed: number): string[] {
  const lines = everyLine();
  const next = seeded(seed);
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [lines[index], lines[other]] = [lines[other] ?? "", lines[index] ?? ""];
  }
  return lines.slice(0, count);
}

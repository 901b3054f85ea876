// How long each step took the last time that somebody wrote it down: kept in the repository, so that a fresh clone shows it.
import { readFileSync, writeFileSync } from "node:fs";

const PATH = new URL("times.json", import.meta.url);

/** Seconds, by the name of a step. */
export type Times = Readonly<Record<string, number>>;

export function readTimes(): Times {
  return JSON.parse(readFileSync(PATH, "utf8")) as Times;
}

/** Of the steps that there still are. */
export function writeTimes(times: Times, names: readonly string[]): void {
  const kept = names.flatMap((name) => {
    const seconds = times[name];
    return seconds === undefined ? [] : [[name, Math.round(seconds)] as const];
  });
  writeFileSync(PATH, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

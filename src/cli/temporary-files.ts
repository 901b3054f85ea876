// The temporary files that a command writes beside its output: found again, and swept, by their name.
import { readdirSync, rmSync, statSync } from "node:fs";
import { constants } from "node:os";
import { basename, dirname, join } from "node:path";

/** Writing takes seconds: older than this, a temporary file belongs to a run that was killed. */
export const ABANDONED_AFTER = 10 * 60 * 1000;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const hex = (length: number): string =>
  Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join("");

/** Node's own are no better for a name that nobody has to guess, and take a fortieth of a second to load. */
const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join("-");

function prefixOf(output: string): string {
  return `.${basename(output).slice(0, 100)}.`;
}

export function temporaryBeside(output: string): string {
  return join(dirname(output), `${prefixOf(output)}${uuid()}.tmp`);
}

/** Removes what runs that were killed have left of this output; those that are writing keep theirs. */
export function sweepTemporaries(output: string): void {
  const [folder, prefix] = [dirname(output), prefixOf(output)];
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith(".tmp") || !UUID.test(name.slice(prefix.length, -4))) continue;
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - written > ABANDONED_AFTER) rmSync(path, { force: true });
  }
}

let isWatching = false;

/**
 * An interruption ends the process after the write in progress, which never yields: the temporary file is renamed or
 * removed by then. Without a listener the system would end it in the middle.
 */
export function leaveNoneWhenInterrupted(): void {
  if (isWatching) return;
  isWatching = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

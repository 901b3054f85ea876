// Runs a command as a process: its outputs, its clock and its exit status, also when an output fails.
import { describeFailure, ERROR_STATUS, type Command } from "./command";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { describeFileFailure, systemCode } from "./command-error";
import { startHelper } from "./dossier/helper-process";

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Sets the process's exit status: a result that nobody received is no result. */
export async function runAsProcess(command: Command): Promise<void> {
  let hasFailed = false;
  const fail = (sentence: string | null): void => {
    if (!hasFailed && sentence !== null) process.stderr.write(`${sentence}\n`);
    hasFailed = true;
    process.exitCode = ERROR_STATUS;
  };
  process.stderr.on("error", () => {
    fail(null);
  });
  process.stdout.on("error", (error) => {
    // The reader of a pipe may leave before the end ("| head"): that is its choice, and no incident to tell.
    const hasLeft = systemCode(error) === "EPIPE";
    fail(hasLeft ? null : `Le résultat n’a pas pu être écrit : ${describeFileFailure(error)}.`);
  });
  // Node would end with the status that means "errors found", and with a stack trace.
  process.on("uncaughtException", (error) => {
    fail(describeFailure(error));
  });
  const status = await command(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    today,
    styled: process.stdout.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
    ...(process.stderr.isTTY && { watch: (text: string) => process.stderr.write(text) }),
    helpers: { count: availableParallelism(), start: (limits) => startHelper(fileURLToPath(import.meta.url), limits) },
  });
  if (hasFailed) return;
  process.exitCode = status;
}

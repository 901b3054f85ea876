// The outputs and the clock of a command that runs as a process.
import type { Io } from "./command";

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function processIo(): Io {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may leave before the end ("| head"): nobody is left to tell.
    if (error.code !== "EPIPE") throw error;
  });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    today,
    styled: process.stdout.isTTY && !process.env["NO_COLOR"],
  };
}

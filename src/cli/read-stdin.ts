// What another program gives, in the place of a file.
import { readSync } from "node:fs";
import { isatty } from "node:tty";
import { CommandError, describeFileFailure, systemCode } from "./command-error";

/** In the place of the name of a file. */
export const STDIN = "-";

const PART = 2 ** 16;

/** Null where it has ended, empty where nothing has come yet. */
function readPart(): Uint8Array | null {
  const part = new Uint8Array(PART);
  try {
    const length = readSync(0, part);
    return length === 0 ? null : part.subarray(0, length);
  } catch (error) {
    const code = systemCode(error);
    // Whoever shares the pipe may have made it one that does not wait; Windows tells the end of one in its own way.
    if (code === "EAGAIN") return part.subarray(0, 0);
    if (code === "EOF") return null;
    throw new CommandError(`${STDIN} : ${describeFileFailure(error)}.`);
  }
}

const wait = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** Node's own stream is not touched: it would make the pipe one that does not wait. Throws CommandError. */
export function readStdin(most: number, refusal: string): Uint8Array {
  if (isatty(0)) throw new CommandError(`${STDIN} : rien n’arrive sur l’entrée standard.`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = readPart(); part !== null; part = readPart()) {
    if (part.length === 0) wait(20);
    size += part.length;
    if (size > most) throw new CommandError(`${STDIN} : ${refusal}`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

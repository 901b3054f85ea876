// What every command shares: its outputs, its exit status, reading a file, and telling a failure in one line.
import { readFileSync } from "node:fs";
import { WorkbookError } from "../core/workbook-port";
import { CommandError, describeFileFailure } from "./command-error";

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** ISO date. */
  readonly today: () => string;
  /** Whether the output shows ANSI styles. */
  readonly styled: boolean;
}

export type ExitStatus = 0 | 1 | 2;

export const ERROR_STATUS = 2;

/** Throws CommandError. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path} : ${describeFileFailure(error)}.`);
  }
}

/** One French line, whatever happened. */
export function describeFailure(error: unknown): string {
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");
  return error instanceof CommandError ? detail : `Incident interne : ${detail}`;
}

/** A workbook's own failure does not always name it. */
export function nameFailure(path: string, error: unknown): unknown {
  return error instanceof WorkbookError ? new CommandError(`${path} : ${error.message}`) : error;
}

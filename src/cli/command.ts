// What every command shares: its outputs, its exit status, reading a file, and telling a failure in one line.
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from "node:fs";
import { WorkbookError } from "xlsx-model/plan";
import { SIGNATURE_LOST } from "xlsx-model/package/signature";
import { CommandError, describeFileFailure, NOT_ORDINARY } from "./command-error";
import { helpOf, type CommandMeta } from "./command-meta";
import { folderOptions } from "./folder-options";
import { readStdin, STDIN } from "./read-stdin";
import { harmless, oneLine } from "./one-line";
import type { Helper, HelperLimits } from "./dossier/treat-all";

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** ISO date. */
  readonly today: () => string;
  /** Whether the output shows ANSI styles. */
  readonly styled: boolean;
  /** Writes over the terminal's last line; left out where nobody watches. */
  readonly watch?: (text: string) => void;
  /** Processes that files can be shared out among; left out where everything is done here. */
  readonly helpers?: Helpers;
}

export interface Helpers {
  readonly count: number;
  start<Task, Answer>(limits?: HelperLimits): Helper<Task, Answer>;
}

export type ExitStatus = 0 | 1 | 2;

/** Never throws. */
export type Command = (args: readonly string[], io: Io) => Promise<ExitStatus>;

export const ERROR_STATUS = 2;

/** No workbook is that heavy: beyond, nothing is read into memory. */
const MOST_BYTES = 256 * 2 ** 20;
const TOO_HEAVY = "ce fichier dépasse 256 Mo, ce n’est pas le classeur d’un contrat.";

/** Reads an ordinary file. A refusal calls it `named`. Throws CommandError. */
export function readBytes(path: string, named = path): Uint8Array {
  if (path === STDIN) return readStdin(MOST_BYTES, TOO_HEAVY);
  let file: number | null = null;
  try {
    // A pipe would wait for its writer for ever: without blocking it opens at once, and is then refused.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(file);
    if (!status.isFile() && !status.isDirectory()) throw new CommandError(`${named} : ${NOT_ORDINARY}.`);
    if (status.size > MOST_BYTES) throw new CommandError(`${named} : ${TOO_HEAVY}`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const isClosedFolder = file === null && isFolder(path);
    throw new CommandError(`${named} : ${isClosedFolder ? CLOSED_FOLDER : describeFileFailure(error)}.`);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** What it may hold is as much as lost: nobody may believe that all was looked at. */
const CLOSED_FOLDER = "ce dossier ne peut pas être ouvert, et aucun classeur qu’il contiendrait n’est traité";

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** To be called where a copy of it is written. */
export function tellSignature(path: string, { isSigned }: { readonly isSigned: boolean }, io: Io): void {
  if (isSigned) io.err(`${oneLine(path)} : ${SIGNATURE_LOST}\n`);
}

function detailOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error));
}

/** One French line, whatever happened. */
export function describeFailure(error: unknown): string {
  return error instanceof CommandError ? detailOf(error) : `Incident interne : ${detailOf(error)}`;
}

/** What failed does not always name the file that it is about. */
export function nameFailure(path: string, error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof WorkbookError) return new CommandError(`${path} : ${error.message}`);
  return new CommandError(`${path} : incident interne, ce fichier n’a pas été traité (${detailOf(error)})`);
}

interface CommandParts<Options> {
  readonly meta: CommandMeta;
  /** Null when the help is asked for. Throws CommandError. */
  readonly parse: (args: readonly string[]) => Options | null;
  readonly run: (options: Options, io: Io) => Promise<ExitStatus>;
  /** The file that a failure is about, where it is about one. */
  readonly about?: (options: Options) => string;
}

/** Help, refusals and failures are told in the same way by every command. */
export function defineCommand<Options>({ meta, parse, run, about }: CommandParts<Options>): Command {
  return async (args, terminal) => {
    const io: Io = {
      ...terminal,
      out: (text) => terminal.out(harmless(text)),
      err: (text) => terminal.err(harmless(text)),
    };
    try {
      const own = folderOptions(meta, args);
      if (own.length > 0) io.err(`Options de cls.json : ${own.map(oneLine).join(" ")}\n`);
      const options = parse([...own, ...args]);
      if (options !== null) {
        return await run(options, io).catch((error: unknown) => {
          throw about ? nameFailure(about(options), error) : error;
        });
      }
      io.out(helpOf(meta));
      return 0;
    } catch (error) {
      io.err(`${describeFailure(error)}\n`);
      return ERROR_STATUS;
    }
  };
}

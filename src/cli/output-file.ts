// Writes the annotated copy: never over an input, never over an existing file unasked, never half a file.
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { sweepTemporaries, temporaryBeside, leaveNoneWhenInterrupted } from "./temporary-files";
import { CommandError, describeFileFailure, NOT_ORDINARY, systemCode } from "./command-error";
import { STDIN } from "./read-stdin";
import { formatChoix } from "./suggest";

const EXISTS = "existe déjà ; choisissez un autre nom, ou ajoutez --force pour le remplacer";

const refuse = (path: string, why: string, option = "--sortie"): CommandError =>
  new CommandError(`${option} ${path} : ${why}.`);

function isSameFile(left: string, right: string): boolean {
  try {
    // Through links and other spellings of one path, the file itself tells.
    const [a, b] = [statSync(left, { bigint: true }), statSync(right, { bigint: true })];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

function linkStatus(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw refuse(path, describeFileFailure(error));
  }
}

export interface Output {
  /** "--sortie" where left out. */
  readonly option?: string;
  /** Null where nothing is written. */
  readonly path: string | null;
  /** How its name may end; empty for any. */
  readonly endings: readonly string[];
}

/** The ending of a copy of the workbook. */
export const endingOf = (workbook: string): string => (workbook === STDIN ? ".xlsx" : extname(workbook).toLowerCase());

/** Throws CommandError when one of them may not be written; changes nothing. */
export function checkOutputs(outputs: readonly Output[], inputs: readonly (string | null)[], force: boolean): void {
  const written = new Set<string>();
  for (const { option, path, endings } of outputs) {
    if (path === null) continue;
    const why = refusalOf(path, endings, inputs, force);
    if (why !== null) throw refuse(path, why, option);
    if (written.has(resolve(path))) throw refuse(path, "ce fichier serait écrit deux fois", option);
    written.add(resolve(path));
  }
}

function refusalOf(
  path: string,
  endings: readonly string[],
  inputs: readonly (string | null)[],
  force: boolean,
): string | null {
  const existing = linkStatus(path);
  if (existing?.isDirectory()) return "c’est un dossier, pas un fichier";
  const taken = inputs.find((input) => input !== null && isSameFile(input, path));
  if (taken !== undefined) return `c’est le fichier lu (${taken ?? ""}), qui n’est jamais modifié`;
  if (endings.length > 0 && !endings.includes(extname(path).toLowerCase()))
    return `le nom doit se terminer par ${formatChoix(endings)}`;
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `le dossier ${folder} n’existe pas`;
  if (existing && !existing.isFile() && !existing.isSymbolicLink()) return NOT_ORDINARY;
  return existing && !force ? EXISTS : null;
}

/** All of the file or nothing of it. Throws CommandError. */
export function writeOutput(output: string, bytes: Uint8Array, force: boolean): void {
  leaveNoneWhenInterrupted();
  const temporary = temporaryBeside(output);
  try {
    sweepTemporaries(output);
    const replaced = linkStatus(output);
    const file = openSync(temporary, "wx");
    try {
      writeFileSync(file, bytes);
      // Who may read the file that is replaced may read the new one, and nobody else.
      if (replaced?.isFile()) fchmodSync(file, replaced.mode & 0o7777);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (force) renameSync(temporary, output);
    else placeNew(temporary, output);
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw refuse(output, EXISTS);
    throw refuse(output, describeFileFailure(error));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A link fails where the name is taken meanwhile, which a rename would not tell. */
function placeNew(temporary: string, output: string): void {
  try {
    linkSync(temporary, output);
  } catch (error) {
    // Some network drives know no links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(systemCode(error))) throw error;
    renameSync(temporary, output);
  }
}

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
import { dirname, extname } from "node:path";
import { sweepTemporaries, temporaryBeside, leaveNoneWhenInterrupted } from "./temporary-files";
import { CommandError, describeFileFailure, NOT_ORDINARY, systemCode } from "./command-error";

const EXISTS = "existe déjà ; choisissez un autre nom, ou ajoutez --force pour le remplacer";

function refuse(path: string, why: string): CommandError {
  return new CommandError(`--sortie ${path} : ${why}.`);
}

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

/** Throws CommandError when `output` may not be written; changes nothing. */
export function checkOutput(output: string, workbook: string, inputs: readonly string[], force: boolean): void {
  const extension = extname(workbook).toLowerCase();
  if (extension && extname(output).toLowerCase() !== extension) {
    throw refuse(output, `le nom doit se terminer par ${extension}, comme celui du classeur`);
  }
  const taken = inputs.find((input) => isSameFile(input, output));
  if (taken !== undefined) throw refuse(output, `c’est le fichier lu (${taken}), qui n’est jamais modifié`);
  const folder = dirname(output);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw refuse(output, `le dossier ${folder} n’existe pas`);
  }
  const existing = linkStatus(output);
  if (existing?.isDirectory()) throw refuse(output, "c’est un dossier, pas un fichier");
  if (existing && !existing.isFile() && !existing.isSymbolicLink()) throw refuse(output, NOT_ORDINARY);
  if (existing && !force) throw refuse(output, EXISTS);
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

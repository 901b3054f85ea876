// The workbooks that a command is given: files, folders with all that lies below them, and patterns where the shell knows none.
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { STDIN } from "../read-stdin";
import { CommandError, describeFolderFailure } from "../command-error";

export interface ListedWorkbook {
  readonly path: string;
  /** Below the folder that was given; the file's own name where a file was. */
  readonly name: string;
}

/**
 * Workbooks of other formats are listed too, so that each is refused in its turn with the reason, and none is passed
 * over in silence.
 */
const WORKBOOK = /\.(?:xls[xmb]?|ods)$/i;
let order: Intl.Collator | undefined;
/** Made when names are put in order: it takes as long as reading a small workbook. */
const inOrder = (left: string, right: string): number =>
  (order ??= new Intl.Collator("fr", { numeric: true })).compare(left, right);

/** What Excel leaves beside an open workbook, and what a folder hides, is no workbook of the agent's. */
const isOwn = (name: string): boolean => !name.startsWith("~$") && !name.startsWith(".");

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => isOwn(name));
  } catch (error) {
    throw new CommandError(`${folder} : ${describeFolderFailure(error)}.`);
  }
}

/** A sub-folder that cannot be read stands for what it may hold: it is refused in its turn, and the others are gone on with. */
function within(folder: string): string[] {
  try {
    return below(folder);
  } catch (error) {
    if (error instanceof CommandError) return [folder];
    throw error;
  }
}

function below(folder: string): string[] {
  return entries(folder)
    .sort((left, right) => inOrder(left.name, right.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return within(path);
      return WORKBOOK.test(entry.name) ? [path] : [];
    });
}

/** "*" and "?" in the name of a file, for consoles that leave them as they are. */
function matching(pattern: string): string[] {
  const [folder, name] = [dirname(pattern), basename(pattern)];
  const source = name
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const matches = new RegExp(`^${source}$`, "i");
  return entries(folder)
    .filter((entry) => entry.isFile() && matches.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort(inOrder);
}

/** Beside others, a folder or a pattern that gives none is refused in its turn, as a file that cannot be read. */
function listOne(given: string, isAlone: boolean): ListedWorkbook[] {
  const status = statSync(given, { throwIfNoEntry: false });
  if (status?.isDirectory()) {
    const found = below(given);
    if (found.length === 0) {
      if (!isAlone) return [{ path: given, name: basename(given) }];
      throw new CommandError(`${given} : ce dossier ne contient aucun classeur.`);
    }
    return found.map((path) => ({ path, name: relative(given, path).replaceAll("\\", "/") }));
  }
  if (status || !/[*?]/.test(basename(given))) return [{ path: given, name: basename(given) }];
  const found = matching(given);
  if (found.length === 0) throw new CommandError(`${given} : aucun fichier ne correspond.`);
  return found.map((path) => ({ path, name: basename(path) }));
}

/** In the order given, and by name within a folder; a file that is given twice comes once. Throws CommandError. */
export function listWorkbooks(given: readonly string[]): readonly ListedWorkbook[] {
  if (given.length > 1 && given.includes(STDIN))
    throw new CommandError("« - » (l’entrée standard) ne s’emploie que seul, pour un seul classeur.");
  const byPath = new Map<string, ListedWorkbook>();
  for (const workbook of given.flatMap((one) => listOne(one, given.length === 1)))
    if (!byPath.has(workbook.path)) byPath.set(workbook.path, workbook);
  return [...byPath.values()];
}

// Parses a command's arguments; what is wrong is said in French with what is accepted, the same for every command.
import { parseArgs } from "node:util";
import { CommandError, systemCode } from "./command-error";
import { folderOptions } from "./folder-options";
import { suggest } from "./suggest";
import { usageOf, type CommandMeta, type OptionMeta } from "./command-meta";

/** Throws CommandError. */
export function parseCommandLine<Options extends Readonly<Record<string, OptionMeta>>>(
  args: readonly string[],
  meta: CommandMeta<Options>,
) {
  const all = [...folderOptions(meta, args), ...args];
  try {
    return parseArgs({ args: all, options: meta.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw explain(error, meta.options);
  }
}

function explain(error: unknown, options: Readonly<Record<string, OptionMeta>>): CommandError {
  const name = /--?[\w-]+/.exec(error instanceof Error ? error.message : "")?.[0] ?? "";
  if (systemCode(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const names = Object.keys(options);
    const accepted = names.map((option) => `--${option}`);
    const meant = suggest(name.replace(/^-+/, ""), names, "--");
    return new CommandError(`Option inconnue : ${name}.${meant} Options acceptées : ${accepted.join(", ")}.`);
  }
  const exemple = options[name.replace(/^-+/, "")]?.exemple;
  return new CommandError(
    exemple === undefined
      ? `L’option ${name} ne prend pas de valeur.`
      : `L’option ${name} attend une valeur, par exemple ${name} ${exemple}.`,
  );
}

/** The workbook of a command that takes exactly one. Throws CommandError. */
export function onlyWorkbook([classeur, ...others]: readonly string[], meta: CommandMeta): string {
  if (classeur !== undefined && others.length === 0) return classeur;
  const count = classeur === undefined ? "Aucun classeur indiqué" : "Un seul classeur à la fois";
  throw new CommandError(`${count}. ${usageOf(meta)}`);
}

/** File names by option ("sortie"), null when not given. Throws CommandError for an empty one. */
export function checkFileNames(names: Readonly<Record<string, string | null>>): void {
  for (const [option, name] of Object.entries(names)) {
    if (name === "") throw new CommandError(`--${option} attend le nom d’un fichier.`);
  }
}

/** Throws CommandError: --force says nothing without a file to write. */
export function checkForce(force: boolean, sortie: string | null): void {
  if (force && sortie === null) {
    throw new CommandError("--force ne sert qu’avec --sortie : il permet de remplacer le fichier de sortie.");
  }
}

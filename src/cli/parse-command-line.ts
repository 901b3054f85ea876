// Parses a command's arguments; what is wrong is said in French with what is accepted, the same for every command.
import { parseArgs, type ParseArgsConfig } from "node:util";
import { CommandError, systemCode } from "./command-error";

type OptionTypes = NonNullable<ParseArgsConfig["options"]>;

/** `examples` are by option ("--date"), for those that take a value. Throws CommandError. */
export function parseCommandLine<Options extends OptionTypes>(
  args: readonly string[],
  options: Options,
  examples: Readonly<Record<string, string>>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw explain(error, options, examples);
  }
}

function explain(error: unknown, options: OptionTypes, examples: Readonly<Record<string, string>>): CommandError {
  const name = /--?[\w-]+/.exec(error instanceof Error ? error.message : "")?.[0] ?? "";
  if (systemCode(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const accepted = Object.keys(options).map((option) => `--${option}`);
    return new CommandError(`Option inconnue : ${name}. Options acceptées : ${accepted.join(", ")}.`);
  }
  const example = examples[name];
  return new CommandError(
    example === undefined
      ? `L’option ${name} ne prend pas de valeur.`
      : `L’option ${name} attend une valeur, par exemple ${name} ${example}.`,
  );
}

/** Of a command that takes one workbook; `usage` shows how it is called. Throws CommandError. */
export function onlyWorkbook([classeur, ...others]: readonly string[], usage: string): string {
  if (classeur !== undefined && others.length === 0) return classeur;
  const count = classeur === undefined ? "Aucun classeur indiqué" : "Un seul classeur à la fois";
  throw new CommandError(`${count}. Usage : ${usage} (détails : --help).`);
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

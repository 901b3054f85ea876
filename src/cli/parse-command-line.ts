// Parses a command's arguments; what is wrong is said in French with what is accepted, the same for every command.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { CommandError, systemCode } from "./command-error";
import { suggest } from "./suggest";
import { usageOf, type CommandMeta, type OptionMeta } from "./command-meta";

/** Throws CommandError. */
export function parseCommandLine<Options extends Readonly<Record<string, OptionMeta>>>(
  args: readonly string[],
  meta: CommandMeta<Options>,
) {
  const parsed = parseOrExplain(args, meta);
  checkTokens(parsed.tokens, meta.options);
  if (parsed.positionals.includes("")) throw new CommandError("Le nom d’un fichier est vide.");
  return parsed;
}

function parseOrExplain<Options extends Readonly<Record<string, OptionMeta>>>(
  args: readonly string[],
  meta: CommandMeta<Options>,
) {
  try {
    return parseArgs({ args: [...args], options: meta.options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    throw explain(error, args, meta.options);
  }
}

type Token = ReturnType<typeof parseArgs>["tokens"] extends readonly (infer One)[] | undefined ? One : never;

/** Of two values one would be passed over; an empty one is a variable of a script that nobody has set. */
function checkTokens(tokens: readonly Token[], options: Readonly<Record<string, OptionMeta>>): void {
  const first = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option" || token.value === undefined) continue;
    const { name, value } = token;
    if (value.trim() === "") throw new CommandError(expectsValue(`--${name}`, options[name]?.exemple ?? ""));
    const before = first.get(name);
    if (before !== undefined && options[name]?.multiple !== true)
      throw new CommandError(`L’option --${name} est donnée deux fois : ${before} et ${value}. Gardez-en une.`);
    first.set(name, value);
  }
}

const expectsValue = (name: string, exemple: string): string =>
  `L’option ${name} attend une valeur, par exemple ${name} ${exemple}.`;

function explain(error: unknown, args: readonly string[], options: Readonly<Record<string, OptionMeta>>): CommandError {
  const name = /--?[\w-]+/.exec(error instanceof Error ? error.message : "")?.[0] ?? "";
  if (systemCode(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const file = args.find((arg) => arg.startsWith("-") && existsSync(arg));
    const meant =
      file === undefined
        ? suggest(name.replace(/^-+/, ""), Object.keys(options), "Options acceptées", "--")
        : `Pour le fichier de ce nom, écrivez ./${file}.`;
    return new CommandError(`Option inconnue : ${file ?? name}. ${meant}`);
  }
  const exemple = options[name.replace(/^-+/, "")]?.exemple;
  return new CommandError(
    exemple === undefined ? `L’option ${name} ne prend pas de valeur.` : expectsValue(name, exemple),
  );
}

/** The workbook of a command that takes exactly one. Throws CommandError. */
export function onlyWorkbook([classeur, ...others]: readonly string[], meta: CommandMeta): string {
  if (classeur !== undefined && others.length === 0) return classeur;
  const count = classeur === undefined ? "Aucun classeur indiqué" : "Un seul classeur à la fois";
  throw new CommandError(`${count}. ${usageOf(meta)}`);
}

/** Throws CommandError: --force says nothing without a file to write. */
export function checkForce(force: boolean, sortie: string | null): void {
  if (force && sortie === null) {
    throw new CommandError("--force ne sert qu’avec --sortie : il permet de remplacer le fichier de sortie.");
  }
}

// What is wrong with an option that cannot be parsed, in French with what is accepted; the same for every command.
import { CommandError, systemCode } from "./command-error";

/** `examples` are by option ("--date"), for those that take a value. */
export function explainOption(
  error: unknown,
  options: Readonly<Record<string, unknown>>,
  examples: Readonly<Record<string, string>>,
): CommandError {
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

// The as-of date of a command.
import { CommandError } from "./command-error";

/** 31 February is no date. */
function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Throws CommandError. */
export function checkDate(date: string | null): void {
  if (date !== null && !isRealDate(date)) {
    throw new CommandError(`--date ${date} : ce n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2026-11-24.`);
  }
}

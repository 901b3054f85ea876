// Texts of a workbook on one line of a terminal.

/** Anything but words with one space, plain or no-break, between them. */
const UNUSUAL = /\p{Cc}|[\u2028\u2029]|[^\S \u00a0\u202f]|\s{2}/u;

/** Nothing in a label may steer the terminal. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  if (!UNUSUAL.test(trimmed)) return trimmed;
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, (space) => (/^[\u00a0\u202f]+$/.test(space) ? space : " ")).trim();
}

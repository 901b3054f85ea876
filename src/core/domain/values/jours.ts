// Days between ISO dates.

const DAY = 86_400_000;

/** Positive when `to` comes after `from`. */
export function joursEntre(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

// Dates as Excel counts them: days, its imaginary 29 February 1900 included.

/** Days from Excel's day 0 to 1970-01-01. */
const EPOCH = 25_569;

/** "2026-03-31" → 46112. */
export function dateSerial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + EPOCH;
}

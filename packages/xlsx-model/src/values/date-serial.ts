// Dates as Excel counts them: days, its imaginary 29 February 1900 included.

/** Days from Excel's day 0 to 1970-01-01. */
const EPOCH = 25_569;
const DAY = 86_400_000;
/** 1 March 1900, before which Excel's count is one day off, and the day after the last one that it can show. */
const FIRST = 61;
const AFTER_LAST = 2_958_466;

/** "2026-03-31" → 46112; NaN for what is no date. */
export function dateSerial(iso: string): number {
  return timeSerial(`${iso}T00:00:00Z`);
}

/** "2026-03-31T12:00:00Z" → 46112.5; NaN for what is no date. */
export function timeSerial(iso: string): number {
  return Date.parse(iso) / DAY + EPOCH;
}

/** Serial number to ISO date; null outside of what Excel can show. */
export function isoDate(serial: number): string | null {
  if (!(serial >= FIRST && serial < AFTER_LAST)) return null;
  return new Date(Math.floor(serial - EPOCH) * DAY).toISOString().slice(0, 10);
}

// Days between ISO dates, and the day so long after or before one.

const DAY = 86_400_000;

const partsOf = (iso: string): readonly [number, number, number] => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return [year, month, day];
};
const toIso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** So many days later. */
export function decaler(iso: string, jours: number): string {
  const [year, month, day] = partsOf(iso);
  return toIso(Date.UTC(year, month - 1, day + jours));
}

/** The same day of another month, or the last one of a month that has no such day. */
export function decalerDeMois(iso: string, mois: number): string {
  const [year, month, day] = partsOf(iso);
  const last = new Date(Date.UTC(year, month + mois, 0)).getUTCDate();
  return toIso(Date.UTC(year, month - 1 + mois, Math.min(day, last)));
}

export const isDimanche = (iso: string): boolean => new Date(Date.parse(iso)).getUTCDay() === 0;

/** Positive when `to` comes after `from`. */
export function joursEntre(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

// Dates as they are typed in the pane.

/** "30/6/2024", "30.06.2024", "30062024" or "2024-06-30" as an ISO date; null for what is no day from 1900 to 2099. */
export function readDate(text: string): string | null {
  const dayFirst =
    /^(\d{1,2})[/.\s-]+(\d{1,2})[/.\s-]+(\d{4})$/.exec(text.trim()) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text.trim());
  const [, day = "", month = "", year = ""] = dayFirst ?? [];
  const iso = dayFirst ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.trim();
  return isRealDate(iso) ? iso : null;
}

/** "2024-02-30" is none. */
export function isRealDate(iso: string): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(iso)) return false;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

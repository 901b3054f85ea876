// Who signed something, for which party and when, as it stands beside what was signed.
import { formatDate } from "./format";

const asDate = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text;

/** "Mme Roy, Métropole, 24/11/2026"; "" for what nobody signed. `party` in words; `on` is an ISO date, else as typed. */
export function signatories(by: string | null, party: string | null, on: string | null): string {
  return [by, party, asDate(on)].filter(Boolean).join(", ");
}

/** " (Mme Roy, Métropole, 24/11/2026)"; "" for what nobody signed. */
export function signature(by: string | null, party: string | null, on: string | null): string {
  const said = signatories(by, party, on);
  return said && ` (${said})`;
}

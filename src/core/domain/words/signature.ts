// Who signed something and when, as it stands after what was signed.
import { formatDate } from "./format";

/** " (Mme Roy, 24/11/2026)"; "" for what nobody signed. `on` is an ISO date, else as typed. */
export function signature(by: string | null, on: string | null): string {
  const said = [by, on && /^\d{4}-/.test(on) ? formatDate(on) : on].filter(Boolean).join(", ");
  return said && ` (${said})`;
}

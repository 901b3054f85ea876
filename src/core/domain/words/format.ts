// Figures, dates and lists as a French reader writes them.
import type { Montant } from "../values/montant";
import { roundTo } from "xlsx-model/values/fifteen-digits";

/** No-break space: thousands, and before "€", "%", ":", ";", "?", "!". */
export const NBSP = "\u00a0";

/** By thousands. */
function group(digits: string): string {
  const { length } = digits;
  let start = length % 3 || 3;
  let grouped = digits.slice(0, start);
  for (; start < length; start += 3) grouped += NBSP + digits.slice(start, start + 3);
  return grouped;
}

/** "1 234,56 €"; a negative amount takes a true minus sign. */
export function formatMontant(montant: Montant): string {
  const sign = montant < 0 ? "−" : "";
  const centimes = Math.abs(montant);
  const cents = centimes % 100;
  return `${sign}${group(String((centimes - cents) / 100))},${cents < 10 ? "0" : ""}${cents}${NBSP}€`;
}

/** "1 234,5": no useless zero, at most six decimals. */
export function formatNombre(nombre: number): string {
  const sign = nombre < 0 ? "−" : "";
  if (Number.isSafeInteger(nombre)) return `${sign}${group(String(Math.abs(nombre)))}`;
  const [whole = "0", decimals = ""] = Math.abs(nombre).toFixed(6).split(".");
  const kept = decimals.replace(/(?<!0)0+$/, "");
  return `${sign}${group(whole)}${kept && `,${kept}`}`;
}

/** 0.5 → "50 %". */
export function formatPart(part: number): string {
  return `${formatNombre(roundTo(part * 100, 2))}${NBSP}%`;
}

/** "2026-11-24" → "24/11/2026". */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}

/** "a, b et c". */
export function formatListe(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} et ${items.at(-1)}`;
}

/** "a, b, c et 4 autres": `shown` items by name, and the next one rather than « 1 autre ». */
export function formatListeCourte(items: readonly string[], shown: number): string {
  const rest = items.length - shown;
  if (rest < 2) return formatListe(items);
  return `${items.slice(0, shown).join(", ")} et ${rest} autres`;
}

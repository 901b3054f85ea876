// Fingerprints, by which two parties tell that they speak of the same figures and of the same contract.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Convention } from "../../contract/convention";
import type { Chiffre } from "./chiffres";

/** Changes whenever the way in which figures are written down changes. */
const FORMAT = "chiffres-verifies/1";

export const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** SHA-256 of what each figure is and of its value, whatever their cells and order. */
export function empreinteDesChiffres(chiffres: readonly Pick<Chiffre, "cle" | "valeur">[]): string {
  const lines = chiffres.map(({ cle, valeur }) => `${cle}\t${valeur}`).sort(compare);
  return hash([FORMAT, ...lines].join("\n"));
}

/** Keys in one order, so that equal data gives equal text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([left], [right]) => compare(left, right)).map(([key, each]) => [key, canonical(each)]),
  );
}

const UNSTATED: ReadonlySet<string> = new Set(["$schema", "articles", "sources", "relecture", "empreintes"]);

/** SHA-256 of the contract in force, its avenants applied; where its values were read is no part of it. */
export function empreinteDuContrat(convention: Convention): string {
  const stated = Object.fromEntries(Object.entries(convention).filter(([key]) => !UNSTATED.has(key)));
  return hash(JSON.stringify(canonical(stated)));
}

/** In groups of eight, to be compared by eye. */
export function formatEmpreinte(empreinte: string): string {
  return empreinte.replace(/(.{8})(?=.)/g, "$1 ");
}

/** Reads what formatEmpreinte writes, as typed again by hand; null for no fingerprint. */
export function lireEmpreinte(text: string): string | null {
  const compact = text.replace(/\s+/gu, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(compact) ? compact : null;
}

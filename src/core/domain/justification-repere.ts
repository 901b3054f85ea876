// The mark that « Écarts » keeps beside a reason and its decision, by which a later change of either is seen.
import type { Inscription } from "./justification-saisie";

/** Whose words the reason is: typed in « Écarts », or in the execution table, which it then follows. */
export type Origine = "ecarts" | "tableau";

const LETTERS: Readonly<Record<Origine, string>> = { ecarts: "E", tableau: "T" };
const NONE = "0";

/** Thirty-two bits (FNV-1a) tell one sentence from the next; they seal nothing. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

function digestDecision({ decision, decidedBy, decidedOn, decidedParty }: Inscription): string {
  const parts = [decision, decidedBy, decidedOn, decidedParty];
  if (parts.every((part) => part === null)) return NONE;
  // A decision without a party has the mark that was written before parties were asked for.
  return digest(JSON.stringify(decidedParty === null ? parts.slice(0, -1) : parts));
}

export function ecrireRepere(origine: Origine, inscription: Inscription): string {
  if (inscription.text === "") return "";
  return [LETTERS[origine], digest(inscription.text), digestDecision(inscription)].join("-");
}

export interface Repere {
  readonly origine: Origine;
  /** The reason is still the one that stood there when the mark was written. */
  isSameReason(text: string): boolean;
  /** There was a decision, and it is still the same. */
  isSameDecision(inscription: Inscription): boolean;
}

/** Null where there is no mark, or one that cannot be read. */
export function lireRepere(text: string): Repere | null {
  const [, letter, motif, decision] = /^([ET])-([0-9a-f]{8})-([0-9a-f]{8}|0)$/.exec(text) ?? [];
  if (letter === undefined) return null;
  return {
    origine: letter === "T" ? "tableau" : "ecarts",
    isSameReason: (reason) => digest(reason) === motif,
    isSameDecision: (inscription) => decision !== NONE && digestDecision(inscription) === decision,
  };
}

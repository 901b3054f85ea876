// What is typed in a cell of a described dossier, and how it is understood.
import type { MontantLu, ValeurLue } from "../../../src/core/domain/dossier";
import { known, notKnown } from "../../../src/core/domain/known";
import { lireMontant } from "../../../src/core/domain/values/lire-montant";
import { lireValeur } from "../../../src/core/domain/values/lire-valeur";

/** A number is typed; null and "nd" are missing; another text is unreadable, unless it gives its amount in euros. */
export type Saisie =
  | number
  | string
  | null
  | { readonly text: string; readonly euros: number; readonly formula?: string }
  /** A number under a number format. */
  | { readonly euros: number; readonly format: string }
  | { readonly formula: string; readonly euros: number }
  /** A formula that shows an error value. */
  | { readonly formula: string; readonly error: string };

export function textOf(saisie: Saisie): string {
  if (saisie === null) return "";
  if (typeof saisie !== "object") return String(saisie);
  if ("error" in saisie) return saisie.error;
  return "text" in saisie ? saisie.text : String(saisie.euros);
}

export const formulaOf = (saisie: Saisie): string | null =>
  typeof saisie === "object" && saisie !== null && "formula" in saisie ? (saisie.formula ?? null) : null;

function isError(saisie: Saisie): saisie is Extract<Saisie, { readonly error: string }> {
  return typeof saisie === "object" && saisie !== null && "error" in saisie;
}

export function montantLu(saisie: Saisie): MontantLu {
  if (saisie === null || saisie === "nd") return notKnown("missing");
  if (typeof saisie === "string" || isError(saisie)) return notKnown("unreadable");
  const format = typeof saisie === "object" && "format" in saisie ? saisie.format : "General";
  const lu = lireMontant(typeof saisie === "number" ? saisie : saisie.euros, format, "€");
  return lu.reason === null && typeof saisie === "object" && "text" in saisie ? { ...lu, source: "text" } : lu;
}

export function valeurLue(saisie: Saisie): ValeurLue {
  if (saisie === null || saisie === "nd") return notKnown("missing");
  if (typeof saisie === "string" || isError(saisie)) return notKnown("unreadable");
  if (typeof saisie === "number") return known(saisie);
  return lireValeur(saisie.euros, "format" in saisie ? saisie.format : "General");
}

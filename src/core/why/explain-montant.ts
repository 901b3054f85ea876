// Why one amount differs from the contract's, where its figures tell.
import { isDigitSwap } from "../domain/values/digit-swap";
import type { Montant } from "../domain/values/montant";

/** French, or null where nothing can be told. */
export function explainMontant(found: Montant, expected: Montant): string | null {
  if (expected === 0 || found === expected) return null;
  if (found * 1000 === expected) {
    return "Exactement mille fois moins : le montant paraît saisi en k€. Indiquez l’unité dans l’en-tête, ou saisissez-le en euros.";
  }
  if (found === expected * 1000) return "Exactement mille fois plus : l’unité de l’en-tête paraît fausse.";
  if (found === -expected) return "Le signe est inversé.";
  if (isDigitSwap(found, expected)) return "Deux chiffres sont intervertis.";
  return null;
}

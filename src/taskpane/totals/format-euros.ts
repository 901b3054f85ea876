// Amounts under a heading that says "en euros": no unit, and cents only where there are some.
import { formatMontant, NBSP } from "../../core/domain/words/format";
import type { Montant } from "../../core/domain/values/montant";

export function formatEuros(montant: Montant): string {
  return formatMontant(montant).replace(`${NBSP}€`, "").replace(/,00$/, "");
}

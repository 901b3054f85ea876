// What is odd of the day on which one looks: before the contract, or long after it, a verdict says little.
import type { Dossier } from "../dossier";
import { decalerDeMois } from "../values/jours";
import { formatDate } from "../words/format";

/** Months after the end in which the last accounts and the final control are still to be expected. */
const MOIS = 12;

/** In a French sentence; null for a day within the contract's life. */
export function direMoment({ convention, asOf }: Pick<Dossier, "convention" | "asOf">): string | null {
  const { signeLe, periode } = convention;
  const jour = `La date de vérification, le ${formatDate(asOf)}, `;
  if (asOf < periode.debut && (signeLe === undefined || asOf < signeLe)) {
    return `${jour}précède le contrat, qui ${signeLe === undefined ? `commence le ${formatDate(periode.debut)}` : `a été signé le ${formatDate(signeLe)}`}.`;
  }
  if (asOf <= decalerDeMois(periode.fin, MOIS)) return null;
  return `${jour}vient plus d’un an après la fin du contrat, le ${formatDate(periode.fin)}.`;
}

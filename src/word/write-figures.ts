// The figures of a bilan as a French reader writes them; what is not known says why, and is never 0.
import type { LigneMatrice, ValeurBilan } from "../core/bilan/bilan";
import { RIEN_DE_SAISI, type MontantConnu } from "../core/facts/ledger/montant-connu";
import type { Taux } from "../core/facts/ledger/ecriture";
import type { Valeur } from "../core/contract/convention";
import { formatMontant, formatNombre } from "../core/domain/words/format";
import { formatTaux } from "../core/domain/values/taux";

const NONE = "–";

export function writeMontant({ montant, raison, estVide }: MontantConnu): string {
  if (estVide) return RIEN_DE_SAISI;
  return montant === null ? (raison ?? "non calculable") : formatMontant(montant);
}

export function writeTaux(taux: Taux | null): string {
  return taux === null ? NONE : formatTaux(taux.numerateur, taux.denominateur);
}

export function writeValeur({ valeur, raison, mots }: ValeurBilan): string {
  if (mots !== undefined) return mots;
  return valeur === null ? (raison ?? NONE) : formatNombre(valeur);
}

/** The words of the report's sheets for the contract's "nd". */
export function writeCible(valeur: Valeur | null, mots: string | null): string {
  if (valeur === "nd" && mots !== null) return mots;
  if (valeur === null) return NONE;
  return valeur === "nd" ? "à préciser" : formatNombre(valeur);
}

/** "Part des ménages en impayé (doit baisser, en %)". */
export const writeIndicateur = ({ intitule, mentions }: Pick<LigneMatrice, "intitule" | "mentions">): string =>
  mentions.length === 0 ? intitule : `${intitule} (${mentions.join(", ")})`;

/** "+12", "−3", "0". */
export function writeEvolution(difference: number | null): string {
  if (difference === null) return NONE;
  return difference > 0 ? `+${formatNombre(difference)}` : formatNombre(difference);
}

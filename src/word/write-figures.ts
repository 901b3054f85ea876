// The figures of a bilan as a French reader writes them; what is not known says why, and is never 0.
import { sayReason, type Known } from "../core/domain/known";
import { RIEN_DE_SAISI } from "../core/domain/values/known-montant";
import type { Montant } from "../core/domain/values/montant";
import type { LigneMatrice } from "../core/reports/bilan/bilan";
import type { Taux } from "../core/facts/ledger/ecriture";
import type { Valeur } from "../core/contract/convention";
import { formatMontant, formatNombre } from "../core/domain/words/format";
import { formatTaux } from "../core/domain/values/taux";

const NONE = "–";

export function writeMontant({ value, reason, isBlank }: Known<Montant>): string {
  if (isBlank) return RIEN_DE_SAISI;
  return value === null ? sayReason(reason) : formatMontant(value);
}

export function writeTaux(taux: Taux | null): string {
  return taux === null ? NONE : formatTaux(taux.numerateur, taux.denominateur);
}

export function writeValeur({ value, reason }: Known<number | string>): string {
  if (value === null) return sayReason(reason);
  return typeof value === "string" ? value : formatNombre(value);
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

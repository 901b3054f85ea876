// Rows of which nobody can say whether the contract has them: they are asked about, never held against it.
import type { LigneAction } from "../../domain/dossier";
import { parseLabel } from "../../domain/words/label";

/** French; null for an action of the contract, and for one that its number shows to be another. */
export function pourquoiIndecise({ action, designe, label }: LigneAction): string | null {
  if (designe?.parNumero && designe.parIntitule)
    return "la ligne porte le numéro d’une action et l’intitulé d’une autre";
  const isNumbered = !designe && parseLabel(label.text).numero !== null;
  return action || isNumbered ? null : "la ligne n’est reconnue comme aucune action du contrat";
}

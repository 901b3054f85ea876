// Whose turn it is: each party has its own list of a contract's discrepancies, of what it does, what the other does and what is done.
import { etatDuMotif, isSigned, type Justification } from "./justification";
import type { Partie } from "./parties";

export type Vue = "a-traiter" | "attend" | "regles";

/** Whom a reason that is to be given, given again or completed is asked of: who keeps the workbook, unless the State gave one. */
const auteur = (justification: Justification | null): Partie => justification?.party ?? "collectivite";

/** Of a discrepancy that is no remark. `partie` reads it; who has not said for whom he works sees what the workbook's keeper does. */
export function vueDe(
  { justification }: { readonly justification: Justification | null },
  partie: Partie | null,
): Vue {
  const etat = etatDuMotif(justification);
  if (etat === "accepte") return "regles";
  const isAsked = etat === "a-faire" || justification === null || !isSigned(justification);
  const reader = partie ?? "collectivite";
  // Who gives a reason does not answer it.
  return (auteur(justification) === reader) === isAsked ? "a-traiter" : "attend";
}

// The key of the statement that a line of the register changes, from what its columns say.
import { cleAutre } from "./choses-action";
import type { Objet } from "./sheet-words";
import type { NumeroAction } from "../../domain/values/numero-action";

/** Null for what the line does not say. */
export interface Numeros {
  readonly annee: number | null;
  readonly axe: number | null;
  readonly action: NumeroAction | null;
  readonly indicateur: number | null;
}

export type PartieTouchee = "etat" | "collectivite" | { readonly nom: string } | null;

/** Null where a part of it is not said. */
function cleFrom(...parts: readonly (string | number | null)[]): string | null {
  return parts.includes(null) ? null : parts.join("/");
}

/** `nommee` is what the line names by its words; null where the line names no statement, or only a part of one. */
export function cleTouchee(
  objet: Objet,
  { annee, axe, action, indicateur }: Numeros,
  partie: PartieTouchee,
  nommee: string | null,
): string | null {
  const own = action !== null || objet !== "intitule" ? cleFrom("actions", action) : cleFrom("axes", axe);
  switch (objet) {
    case "parametre":
    case "suppression":
    case "echeance":
    case "echeanceNouvelle":
      return nommee;
    case "credits":
      return axe === null ? cleFrom("annees", annee, "credits") : cleFrom("annees", annee, "axes", axe);
    case "montant":
      if (partie === null || typeof partie === "string") return cleFrom(own, "montants", annee, partie);
      return action === null || annee === null ? null : cleAutre(action, partie.nom, annee);
    case "cible":
      return cleFrom(own, "indicateurs", indicateur, "cibles", annee);
    case "t0":
      return cleFrom(own, "indicateurs", indicateur, "t0");
    case "indicateurSupprime":
      return cleFrom(own, "indicateurs", indicateur);
    case "code":
      return cleFrom("imputation/lignes", annee, axe, "code");
    case "axeAction":
      return cleFrom(own, "axe");
    case "ficheAction":
      return cleFrom(own, "fiche", nommee);
    case "intitule":
      if (action === null || indicateur === null) return cleFrom(own, "intitule");
      return cleFrom(own, "indicateurs", indicateur, "intitule");
    default:
      return null;
  }
}

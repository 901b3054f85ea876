// Whose turn it is: each party has its own list of a contract's discrepancies, of what it does, what the other does and what is done.
import { etatDuMotif, isSigned, type Justification } from "./justification";
import type { Partie } from "./parties";

export type Vue = "a-traiter" | "attend" | "regles";

export const VUES: readonly Vue[] = ["a-traiter", "attend", "regles"];

interface Motive {
  readonly justification: Justification | null;
}

/** Of a discrepancy that is no remark. `partie` reads it; nobody waits for an answer of who has not said for whom he works. */
export function vueDe({ justification }: Motive, partie: Partie | null): Vue {
  const etat = etatDuMotif(justification);
  if (etat === "accepte") return "regles";
  // Who keeps the workbook corrects and explains; a reason of the State's that was refused is the State's to give again.
  const author = justification?.party ?? "collectivite";
  if (etat === "a-faire") return author === (partie ?? "collectivite") ? "a-traiter" : "attend";
  return attendReponse({ justification }, partie) ? "a-traiter" : "attend";
}

/** Whether a reason of the other party's waits for this one to answer it; one that is not signed waits for its author. */
export const attendReponse = ({ justification }: Motive, partie: Partie | null): boolean =>
  etatDuMotif(justification) === "en-attente" &&
  justification !== null &&
  isSigned(justification) &&
  partie !== null &&
  justification.party !== partie;

// The two parties to a contract, and what each is called.

/** For whom somebody speaks. */
export type Partie = "etat" | "collectivite";

export const isPartie = (text: unknown): text is Partie => text === "etat" || text === "collectivite";

/** The noun of the local party is the definition's: "Métropole". */
export function nommePartie(partie: Partie, localParty: string): string {
  return partie === "etat" ? "État" : localParty;
}

export const autrePartie = (partie: Partie): Partie => (partie === "etat" ? "collectivite" : "etat");

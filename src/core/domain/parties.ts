// The two parties to a contract, and what each is called.

/** For whom somebody speaks. */
export type Partie = "etat" | "local";

export const isPartie = (text: string): text is Partie => text === "etat" || text === "local";

/** The noun of the local party is the definition's: "Métropole". */
export function nommePartie(partie: Partie, localParty: string): string {
  return partie === "etat" ? "État" : localParty;
}

export const autrePartie = (partie: Partie): Partie => (partie === "etat" ? "local" : "etat");

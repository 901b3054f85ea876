// The French texts of the three views of the list.
import type { Vue } from "../../../core/domain/a-qui";
import type { Partie } from "../../../core/domain/parties";
import { accord } from "../../../core/domain/words/accord";

/** What waits for the other one, by who reads it. */
const AWAITS: Readonly<Record<Partie, string>> = { etat: "Attend la collectivité", collectivite: "Attend l’État" };

export const viewTexts = {
  views: "Quels écarts",
  view: (view: Vue, party: Partie | null) =>
    ({
      "a-traiter": "À traiter",
      attend: party === null ? "Attend l’autre partie" : AWAITS[party],
      regles: "Réglés",
    })[view],
  /** Of an empty view, which is said to the party that reads it. */
  emptyView: (view: Vue, elsewhere: number) =>
    view === "regles"
      ? "Rien n’est encore accepté par les deux parties."
      : view === "attend"
        ? "L’autre partie n’a rien à faire."
        : `Rien n’est à faire de votre côté${elsewhere === 0 ? "" : `\u00a0: ${accord(elsewhere, "écart attend", "écarts attendent")} l’autre partie`}.`,
} as const;

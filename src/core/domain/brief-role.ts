// What figures are, in as few words as a narrow column holds: "État, voté 2024", "Action 5".
import type { Nature, Part } from "./natures";
import type { Role } from "./question";
import { capitalise } from "./words/typographie";

export const NATURE_IN_A_WORD: Readonly<Record<Nature | "imputed", string>> = {
  contracted: "voté",
  forecast: "prévu",
  modified: "modifié",
  executed: "dépensé",
  paid: "versé",
  imputed: "imputé",
  t0: "situation de départ",
  target: "cible",
  achieved: "réalisé",
};

/** `localParty` is the definition's noun: "Métropole". */
export const partInAWord = (localParty: string, part: Part): string =>
  ({ etat: "État", collectivite: localParty, total: "Total", autres: "Autre financeur" })[part];

export function briefRole(localParty: string, { role, party, nature, year, action }: Role): string {
  const words = [
    party && partInAWord(localParty, party),
    nature && party !== "autres" && NATURE_IN_A_WORD[nature],
  ].filter(Boolean);
  const what = words.length > 0 ? words.join(", ") : action === undefined ? role : `Action ${action}`;
  return capitalise(year === undefined ? what : `${what} ${year}`);
}

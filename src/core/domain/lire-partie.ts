// Which of the two parties to a contract a word that an agent typed means.
import type { Convention } from "../contract/convention";
import type { Partie } from "./parties";
import { foldText } from "./words/label";

/** Services of the State, whose names may also say of which department or region they are. */
const SERVICES = /\b(?:ddets(?:pp)?|d(?:ri)?eets|dreets|prefete?|prefecture|commissaire)\b/;
const ETAT = /\betat\b/;
const LOCAL =
  /\b(?:collectivites?|local|locale|locaux|metropole|departement|communaute|agglomeration|commune|ville|mairie|region|ccas|cias)\b/;
const SEVERAL = /\bet\b|[/+&;]/;

/** Null for words that mean neither, or both. */
export function lirePartie(
  text: string | null,
  { etat, collectivite }: Pick<Convention, "etat" | "collectivite">,
): Partie | null {
  const words = foldText(text ?? "").trim();
  if (words === "") return null;
  if (words === foldText(etat.nom)) return "etat";
  const own = [collectivite.designation, collectivite.nom, ...collectivite.motsColonne].map(foldText);
  if (own.includes(words)) return "collectivite";
  if (SERVICES.test(words) && !SEVERAL.test(words)) return "etat";
  const isEtat = ETAT.test(words) || SERVICES.test(words);
  const isLocal = LOCAL.test(words) || own.some((name) => name.length > 2 && words.includes(name));
  return isEtat === isLocal ? null : isEtat ? "etat" : "collectivite";
}

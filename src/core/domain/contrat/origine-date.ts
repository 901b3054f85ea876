// Who fixes the date of a deadline, as the « Échéancier » says it and as it is.
import { joursEntre } from "../values/jours";
import { accord } from "../words/accord";
import { NBSP } from "../words/format";
import { foldText } from "../words/label";
import { isArticleDit } from "../../contract/clauses/articles";
import { ORIGINES, findWord } from "../../contract/clauses/sheet-words";
import type { EtatEcheance } from "./echeances";
import { nameAvenant } from "../../contract/avenants/fixation";

type Fixation = Pick<EtatEcheance, "echeance" | "avenant">;

/** What the annexe writes, and what is expected there. */
export const ecrireOrigine = ({ echeance, avenant }: Fixation): string =>
  avenant ? `avenant n°${NBSP}${avenant.numero}` : ORIGINES[echeance.reglage === true ? "reglage" : "contrat"];

/** A date of the contract or of an avenant, or one that was set because the article states none. */
export function nommerOrigine({
  echeance: { article, reglage, date },
  avenant,
  regleAu = null,
}: Fixation & Partial<Pick<EtatEcheance, "regleAu">>): string {
  const isDit = isArticleDit(article);
  if (avenant) return `date fixée par ${nameAvenant(avenant)}`;
  if (reglage !== true) return isDit ? `date de l’article ${article}` : "date du contrat";
  const why = isDit ? ` : l’article ${article} demande l’acte sans le dater` : "";
  const after = regleAu === null ? "" : `, ${accord(joursEntre(regleAu, date), "jour")} après la fin de l’année`;
  return `date indicative${after}${why}`;
}

type Dite = { readonly par: "contrat" | "reglage" } | { readonly par: "avenant"; readonly numero: number | null };

function lireOrigine(text: string): Dite | null {
  const folded = foldText(text);
  const word = findWord(ORIGINES, text);
  if (word) return { par: word };
  if (/\bavenant\b/.test(folded))
    return { par: "avenant", numero: Number(/\d{1,2}\b/.exec(folded)?.[0] ?? NaN) || null };
  if (/\b(?:reglage|indicati(?:f|ve)|libre|parties)\b/.test(folded)) return { par: "reglage" };
  return /\b(?:contrat|convention|article)\b/.test(folded) ? { par: "contrat" } : null;
}

/** Whether what is said holds; "inconnue" for words that say none of it. An avenant is a part of the contract. */
export function origineTient(text: string, { echeance, avenant }: Fixation): boolean | "inconnue" {
  const dite = lireOrigine(text);
  if (!dite) return "inconnue";
  if (dite.par === "avenant") return avenant !== null && (dite.numero === null || dite.numero === avenant.numero);
  return dite.par === (echeance.reglage === true && !avenant ? "reglage" : "contrat");
}

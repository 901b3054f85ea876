// Words of rows that are no action's: checks that the agent makes, and amounts reminded of.
import { foldText } from "../../domain/words/label";
import { FILLER, isHeadingWord } from "../headings/heading-words";
import { words } from "../labels/said-words";

/** "Écart", "Contrôle": what stands there is computed, and no amount. */
const CHECK = words(
  "ecart ecarts difference differences delta variation variations evolution evolutions controle controles verif verification verifications check",
);
/** "Rappel enveloppe État", "Crédits notifiés": amounts that others gave, said again. */
const REMINDER = words(
  "rappel rappels enveloppe enveloppes plafond plafonds notifie notifies notifiee notifiees ouvert ouverts delegue delegues",
);
const OTHERS = words(
  "avec entre et contrat convention annexe maximum max annuel annuelle metropole departement collectivite",
);

/** Every word known, the first or another one of these: "Écart sur les mentalités" may be an action. */
function saysOnly(text: string, own: ReadonlySet<string>): boolean {
  const tokens = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "" && !/^20\d\d$/.test(token));
  const isKnown = (token: string): boolean => OTHERS.has(token) || FILLER.has(token) || isHeadingWord(token);
  return tokens.some((token) => own.has(token)) && tokens.every((token) => own.has(token) || isKnown(token));
}

export const isCheck = (text: string): boolean => saysOnly(text, CHECK);

export const isReminder = (text: string): boolean => saysOnly(text.replace(/pour m[ée]moire/iu, "rappel"), REMINDER);

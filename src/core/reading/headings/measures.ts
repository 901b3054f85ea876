// How far the spending is that a heading speaks of, and whether it is before or after tax; and the heading in the words of what was chosen.
import { ETATS_D_EXECUTION, TAXES, type EtatDExecution, type Taxes } from "../../domain/mesure";
import { foldText } from "../../domain/words/fold-text";
import { splitWords } from "./heading-tokens";
import { DATE_HEADING, NO_AMOUNT, REMAINDER, STATE_WORDS, TAX_WORDS } from "./heading-words";

/** What is settled of a workbook's headings. */
export interface Choix {
  /** What a person said to be « exécuté »; null where nobody did. */
  readonly etat: EtatDExecution | null;
  /** Nothing is left to ask of "HT" and "TTC": they say no more than they say. */
  readonly areTaxesSettled: boolean;
}

export const RIEN_DE_CHOISI: Choix = { etat: null, areTaxesSettled: false };

/** A quick look, which nearly every text of a workbook fails. */
export const maySayMesure = (text: string): boolean =>
  /engag|mandat|liquid|pay|paiement|d[ée]cais|r[ée]alis|ex[ée]cut|consomm|\bh\.?t\b|\bt\.?t\.?c\b|taxes?\b/i.test(text);

const withoutDots = (text: string): string => foldText(text).replaceAll(".", "");

export function taxesOf(text: string): Taxes | null {
  const folded = withoutDots(text);
  const [taxes, another] = TAXES.filter((each) => folded.search(TAX_WORDS[each]) >= 0);
  return taxes !== undefined && another === undefined ? taxes : null;
}

/** Of an amount; « Écart engagé / mandaté », « Reste à mandater » speak of another. */
export function etatOf(text: string): EtatDExecution | null {
  const folded = foldText(text);
  const words = splitWords(folded);
  const isOther = folded.includes("%") || DATE_HEADING.test(folded) || REMAINDER.test(folded);
  if (isOther || words.some((word) => NO_AMOUNT.test(word))) return null;
  const [etat, another] = ETATS_D_EXECUTION.filter((each) => words.some((word) => STATE_WORDS[each].test(word)));
  return etat !== undefined && another === undefined ? etat : null;
}

/** The heading as if it said itself what was chosen. */
export function asChosen(text: string, { etat, areTaxesSettled }: Choix): string {
  if ((etat === null && !areTaxesSettled) || !maySayMesure(text)) return text;
  const taxes = areTaxesSettled ? taxesOf(text) : null;
  const said = taxes === null ? text : withoutDots(text).replace(TAX_WORDS[taxes], " ");
  if (etat === null || etatOf(said) !== etat) return said;
  return foldText(said).replace(/\p{L}+/gu, (word) => (STATE_WORDS[etat].test(word) ? "realise" : word));
}

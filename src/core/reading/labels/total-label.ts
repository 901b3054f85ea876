// What the label of a row of sums says that it adds up.
import { foldText } from "../../domain/words/label";

const TOTAL_ROW = /^totaux\b|^total\b/;
const SUBTOTAL_ROW = /^(?:(?:sous|ss|s)[ /.-]*(?:total|totaux)|s[/.]t)\b/;

/** A letter that no such label begins with, by which nearly all other labels are told apart quickly. */
const OTHER_BEGINNING = /^\s*[a-ru-z]/i;

/** What a row's label says of its amounts; `of` is what follows the word ("Axe 1", "" for "Sous-total"). */
export function readTotalLabel(text: string): { readonly kind: "total" | "sous-total"; readonly of: string } | null {
  if (OTHER_BEGINNING.test(text)) return null;
  const folded = foldText(text);
  for (const [kind, pattern] of [
    ["sous-total", SUBTOTAL_ROW],
    ["total", TOTAL_ROW],
  ] as const) {
    const match = pattern.exec(folded);
    if (match)
      return {
        kind,
        of: folded
          .slice(match[0].length)
          .replace(/^(?: de l'| du| des| pour l'|[ :"-])+/, "")
          .replace(/(?<![" ])[" ]+$/, ""),
      };
  }
  return null;
}

/** "Total général", "Total du contrat 2024-2027": of everything, in whatever words. */
const OF_ALL =
  /^(?:axe|par |genera|globa|ensemble|contrat|programme|convention|action|annee|annuel|periode|hors|cls)|^\W*\d*$/;

/** "Sous-total volet A", "Total sous-axe 1.2": of some of the actions, as far as its words go. */
export const namesGroup = (of: string): boolean => of !== "" && !OF_ALL.test(of);

/** Words alone: "Total par axe" is the title of what follows. */
export const isTitle = (of: string): boolean => of.startsWith("par ");

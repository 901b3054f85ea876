// The account that the State pays: every account that a document gives, each with whose it is.
import { compactCompte } from "../contract/compte-bancaire";
import { candidat, type Candidat } from "./candidates";
import type { Phrase } from "./signed-sentences";
import { stripEnds } from "./strip-ends";
import type { Vocabulaire } from "./who-and-what";

export type ChampDuCompte = "titulaire" | "domiciliation" | "rib" | "iban" | "bic";
export type CompteSigne = Readonly<Record<ChampDuCompte, readonly Candidat<string>[]>>;

const IBAN = /\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]){10,30})(?![A-Z0-9])/i;
const FIELDS: readonly (readonly [ChampDuCompte, RegExp])[] = [
  ["titulaire", /\bsur le compte(?: bancaire)?(?: ouvert au nom)? (?:de la |du |de l['’]|d['’]|de )([^.;:]{3,120})/iu],
  ["titulaire", /^titulaire(?: du compte)? ?: ?(.+)/iu],
  ["rib", /^RIB ?: ?(.+)/iu],
  ["iban", /\bIBAN ?:? ?(?=[A-Z]{2}\d{2})(.+)/iu],
  ["bic", /^(?:BIC|Code BIC|SWIFT|BIC ?[/-] ?SWIFT) ?: ?(.+)/iu],
  ["bic", /\bBIC ?: ?([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/u],
  ["domiciliation", /^domiciliation ?: ?(.+)/iu],
];

const PAID_TO = /\bversements? (?:seront|sera|sont) effectues? (?:a|aupres)\b/;
const FIRST_NUMBER = /^(?:rib|iban|bic)\b/;
const MOST_LINES = 7;

/** What stands between "Les versements seront effectués à" and the first of the account's numbers. */
function readPlace(phrases: readonly Phrase[]): readonly Candidat<string>[] {
  return phrases.flatMap(({ plie }, index): Candidat<string>[] => {
    if (!PAID_TO.test(plie)) return [];
    const rest = phrases.slice(index + 1, index + 1 + MOST_LINES);
    const end = rest.findIndex((phrase) => FIRST_NUMBER.test(phrase.plie));
    const [first, ...others] = rest.slice(0, Math.max(end, 0));
    if (!first) return [];
    return [candidat([first, ...others].map(({ texte }) => stripEnds(texte)).join(", "), first, true)];
  });
}

/** Lines that stand together in an article speak of one account: whose it is may be said a few lines above its numbers. */
const NEAR = 6;

function owner(phrases: readonly Phrase[], index: number, words: Vocabulaire): string | null {
  const own = phrases[index];
  if (!own) return null;
  for (let at = index; at >= 0 && own.rang - (phrases[at]?.rang ?? 0) <= NEAR; at -= 1) {
    if (phrases[at]?.article !== own.article) return null;
    const plie = phrases[at]?.plie ?? "";
    if (words.nomme(plie, "collectivite")) return null;
    const other = words.autre(plie);
    if (other !== null) return other;
  }
  return null;
}

export function readAccount(phrases: readonly Phrase[], words: Vocabulaire): CompteSigne {
  const found: Record<ChampDuCompte, Candidat<string>[]> = {
    titulaire: [],
    domiciliation: [...readPlace(phrases)],
    rib: [],
    iban: [],
    bic: [],
  };
  phrases.forEach((phrase, index) => {
    if (phrase.partie === "visas") return;
    const seen = new Set<ChampDuCompte>();
    for (const [champ, pattern] of FIELDS) {
      const text = pattern.exec(phrase.texte)?.[1];
      if (text === undefined || seen.has(champ)) continue;
      const valeur = champ === "iban" ? (IBAN.exec(text)?.[1] ?? text) : text;
      seen.add(champ);
      const whose =
        champ === "titulaire"
          ? words.nomme(phrase.plie, "collectivite")
            ? null
            : words.autre(phrase.plie)
          : owner(phrases, index, words);
      found[champ].push(
        candidat(
          stripEnds(valeur),
          phrase,
          true,
          whose === null ? null : `est le compte de ${SIGLE.test(whose) ? whose.toUpperCase() : whose}`,
        ),
      );
    }
  });
  return found;
}

/** Names of a few letters are initials. */
const SIGLE = /^[a-z]{2,4}$/;

/** One account, however it is spaced. */
export const memeCompte = compactCompte;

// Sentences that may change what another one says: "toutefois", "ce taux est ramené à…", "pour l’action 2, aucun cofinancement". None is taken; each makes its clause a question.
import { addUnder } from "../domain/group-by";
import type { Endroit } from "./candidates";
import { endroitDe } from "./candidates";
import { yearsIn } from "./signed-amounts";
import type { Phrase } from "./signed-sentences";

/** The words by which a sentence speaks of a clause, by the beginning of its key. */
const WORDS: readonly (readonly [cle: RegExp, words: string])[] = [
  [
    /^cofinancement\//,
    String.raw`taux|seuils?|parts?|minimums?|regles?|co-?financements?|contreparties?|participations?|apports?|proportions?|pourcentages?`,
  ],
  [
    /^annees\/\d+\/(?:credits|statut)$/,
    String.raw`montants?|credits?|sommes?|enveloppes?|dotations?|subventions?|aides?|soutiens?`,
  ],
  [/^echeances\/denonciation$/, String.raw`delais?|preavis|denonciations?`],
  [/^echeances\/rapport-execution$/, String.raw`delais?|rapports?|echeances?`],
  [/^periode\//, String.raw`durees?|periodes?|termes?|echeances?`],
  [/^ordonnateur$/, String.raw`ordonnat\p{L}+|ordonnan\p{L}+`],
  [/^comptable$/, String.raw`comptables?`],
  [/^coordonneesBancaires\//, String.raw`comptes?|iban|rib`],
];

const wordsOf = (cle: string): RegExp | null => {
  const words = WORDS.find(([pattern]) => pattern.test(cle))?.[1];
  return words === undefined ? null : new RegExp(String.raw`\b(?:${words})\b`, "u");
};

const EXCEPTION =
  /\b(?:toutefois|cependant|neanmoins|en revanche|par (?:exception|derogation|delegation)|(?:fait|font) exception|sauf|a l'exception|hormis|excepte\p{L}*|ne s'applique\p{L}* pas|n(?:e|')(?: ?est| ?sont) pas (?:exige|requi|applicable|soumis|tenu)\p{L}*|aucune? (?:co-?financement|contrepartie|part|taux|preavis|delai))\b/u;

/** "Il est…", "en 2025, elle peut…". */
const PRONOUN = /^(?:(?:en|pour|dans|a compter|a partir|des|au-dela) [^,]{1,60}, )?(?:ils?|elles?|celui-ci|celle-ci)\b/;

const CHANGE =
  /\b(?:porte|ramene|reduit|abaisse|releve|augmente|majore|minore|double|limite|plafonne|reporte|decale|complete|prolonge|proroge|ajuste|revise|revu|modifie|remplace|fixe|compte|inclu|compris)(?:e?s?)\b|\b(?:comprend|comprennent|inclut|incluent|s'apprecie\p{L}*|s'entend\p{L}*|peut|peuvent|pourr\p{L}+|devien\p{L}+|chaque annee|ensuite|a compter d\p{L}+|a partir d\p{L}+)\b|\b(?:est|sont|sera|seront) (?:de |d'|egale? a |ferme|provisionnel|nul)/u;

/** Words that speak of one matter alone, wherever they stand. */
const ANYWHERE: readonly (readonly [cle: RegExp, words: RegExp])[] = [
  [/^cofinancement\//, /\b(?:co-?financements?|part minimale|contrepartie)\b/],
  [/^echeances\/denonciation$/, /\b(?:preavis|denonciation)\b/],
];

const topOf = (article: string | null): string | null => article?.split(".")[0] ?? null;

export interface ClauseLue {
  readonly cle: string;
  readonly endroit: Endroit;
}

/** By the key of each clause, the sentences that nothing was read of and that may change it. */
export function reservesDe(
  phrases: readonly Phrase[],
  lues: readonly ClauseLue[],
  isTaken: (phrase: Phrase) => boolean,
): ReadonlyMap<string, readonly Endroit[]> {
  const found = new Map<string, Endroit[]>();
  const keep = (cles: readonly string[], phrase: Phrase): void => {
    for (const cle of cles) addUnder(found, cle, endroitDe(phrase));
  };
  const readIn = (phrase: Phrase): readonly string[] =>
    lues.flatMap(({ cle, endroit }) =>
      endroit.phrase === phrase.texte && endroit.article === (phrase.article ?? undefined) ? [cle] : [],
    );
  let article: string | null = null;
  /** What was read in the article so far, the last sentence last. */
  let before: readonly (readonly string[])[] = [];
  for (const phrase of phrases) {
    if (phrase.partie !== "article") continue;
    if (topOf(phrase.article) !== article) {
      article = topOf(phrase.article);
      before = [];
    }
    const own = readIn(phrase);
    if (own.length > 0 || isTaken(phrase)) {
      if (own.length > 0) before = [...before, own];
      continue;
    }
    keep(aboutOf(phrase, before, lues), phrase);
  }
  return found;
}

/** The clauses that a sentence of which nothing was read may change. */
function aboutOf(
  { plie }: Phrase,
  before: readonly (readonly string[])[],
  lues: readonly ClauseLue[],
): readonly string[] {
  const isException = EXCEPTION.test(plie);
  const years = yearsIn(plie).map(({ valeur }) => String(valeur));
  const isOfYear = (cle: string): boolean => {
    const year = /^annees\/(\d+)/.exec(cle)?.[1];
    return year === undefined || years.length === 0 || years.includes(year);
  };
  const named = before.flat().filter((cle) => wordsOf(cle)?.test(plie) === true && isOfYear(cle));
  if (named.length > 0 && (isException || CHANGE.test(plie))) return named;
  const last = before.at(-1) ?? [];
  if (last.length > 0 && (isException || (PRONOUN.test(plie) && CHANGE.test(plie))))
    return last.filter((cle) => wordsOf(cle) !== null);
  if (!isException) return [];
  return lues.flatMap(({ cle }) => (ANYWHERE.some(([own, words]) => own.test(cle) && words.test(plie)) ? [cle] : []));
}

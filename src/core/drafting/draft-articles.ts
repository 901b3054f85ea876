// The article of each matter of a signed contract: where its clauses were read, else the one whose heading is about it.
import { MATIERES, type Matiere } from "../contract/clauses/articles";
import type { ConventionDefinition, Source } from "../contract/convention";
import type { Phrase } from "./signed-sentences";

type Articles = NonNullable<ConventionDefinition["articles"]>;

/** Keys of clauses begin so; the first that says its article tells it. */
const CLAUSES: Readonly<Partial<Record<Matiere, readonly RegExp[]>>> = {
  financement: [/^annees\/\d+\/credits$/],
  versement: [/^imputation\/lignes\//, /^imputation\/programme$/, /^coordonneesBancaires\/iban$/],
  duree: [/^periode\/fin$/, /^periode\/debut$/],
  suivi: [/^echeances\/rapport-execution$/],
  denonciation: [/^echeances\/denonciation$/],
};

const HEADINGS: Readonly<Partial<Record<Matiere, RegExp>>> = {
  objet: /\bobjet\b/,
  actions: /\b(?:actions|programme d'actions|engagements)\b/,
  financement: /\b(?:financements?|financiere?s?|credits|moyens|concours|participations?)\b/,
  suivi: /\b(?:suivi|evaluation|bilan|rapports?|pilotage)\b/,
  versement: /\b(?:versements?|paiements?|imputation|comptes?)\b/,
  duree: /\b(?:duree|periode)\b/,
  controle: /\b(?:controles?|reversements?)\b/,
  denonciation: /\b(?:denonciation|resiliation)\b/,
  litiges: /\b(?:litiges?|recours|contentieux|differends?)\b/,
};

/** Of the one article whose heading has the words; undefined where none has, or two. */
function byHeading(phrases: readonly Phrase[], words: RegExp): string | undefined {
  const found = new Set(
    phrases.flatMap(({ article, titre }) => (article !== null && words.test(titre) ? [article] : [])),
  );
  // Of an article and its parts, the article.
  const own = [...found].filter((article) => ![...found].some((other) => article.startsWith(`${other}.`)));
  return own.length === 1 ? own[0] : undefined;
}

export function draftArticles(
  sources: Readonly<Record<string, Source>>,
  phrases: readonly Phrase[],
  hasAnnexes: boolean,
): Articles | null {
  const read = Object.entries(sources);
  const found = MATIERES.flatMap((matiere): [Matiere, string][] => {
    const [clause] = (CLAUSES[matiere] ?? []).flatMap((pattern) =>
      read.flatMap(([key, { article }]) => (pattern.test(key) && article !== undefined ? [article] : [])),
    );
    const words = HEADINGS[matiere];
    const article =
      clause ?? (words && byHeading(phrases, words)) ?? (matiere === "annexe" && hasAnnexes ? "annexe" : undefined);
    return article === undefined ? [] : [[matiere, article]];
  });
  return found.length === 0 ? null : (Object.fromEntries(found) as Articles);
}

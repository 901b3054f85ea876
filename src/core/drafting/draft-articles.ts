// Which article of the document is about what, by the headings of its articles; a matter with two such headings, or none, is left out.
import type { Matiere } from "../contract/clauses/articles";
import type { ConventionDefinition } from "../contract/convention";
import type { Phrase } from "./signed-sentences";

/** Words of a folded heading. */
const TITRES: Readonly<Record<Exclude<Matiere, "annexe">, RegExp>> = {
  objet: /\bobjet\b/,
  actions: /\bactions?\b/,
  financement: /\bfinanc|\bparticipations?\b|\bengagements? (?:de l|des part|recip)/,
  suivi: /\bsuivi\b|\bevaluation\b/,
  versement: /\bversement|\bimputation\b|\bpaiement/,
  duree: /\bduree\b|\bprise d ?'?effet\b/,
  controle: /\bcontrole/,
  denonciation: /\bdenonciation\b|\bresiliation\b/,
  litiges: /\blitiges?\b|\bcontentieux\b|\bdifferends?\b/,
};

/** The folded words of each article's own heading, without those of the one above it. */
function headings(phrases: readonly Phrase[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { article, titre } of phrases) {
    if (article === null || found.has(article)) continue;
    const own = titre.lastIndexOf(`${article} `);
    found.set(article, article.includes(".") && own > 0 ? titre.slice(own) : titre);
  }
  return found;
}

export function draftArticles(phrases: readonly Phrase[]): NonNullable<ConventionDefinition["articles"]> {
  const titles = [...headings(phrases)];
  const articles = Object.entries(TITRES).flatMap(([matiere, words]): (readonly [string, string])[] => {
    const named = titles.filter(([, titre]) => words.test(titre)).map(([article]) => article);
    // "2.3 Suivi" of "2 Engagements et suivi" says it best.
    const [only, another] = named.filter((article) => !named.some((deeper) => deeper.startsWith(`${article}.`)));
    return only === undefined || another !== undefined ? [] : [[matiere, only]];
  });
  const isAnnexed = phrases.some(({ partie }) => partie === "annexe");
  return Object.fromEntries([...articles, ...(isAnnexed ? [["annexe", "annexe"] as const] : [])]);
}

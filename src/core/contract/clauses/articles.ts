// The articles of a contract by what they are about: a clause and a rule name the matter, and the contract says its number.
import { formatListe } from "../../domain/words/format";
import { capitalised } from "../../domain/words/typographie";

/** In the order of the articles of the programme's contracts. */
export const MATIERES = [
  "objet",
  "actions",
  "financement",
  "suivi",
  "versement",
  "duree",
  "controle",
  "denonciation",
  "litiges",
  "annexe",
] as const;

export type Matiere = (typeof MATIERES)[number];

/** What no article asks for: the form of the workbook. */
export const SANS_ARTICLE = "–";

/** What some article states, of which the definition does not give the number. */
export const ARTICLE_NON_DIT = "non précisé";

export const isArticleDit = (article: string): boolean => article !== SANS_ARTICLE && article !== ARTICLE_NON_DIT;

/** "annexe 2", "préambule": named as it is; all else is the number of an article. */
const isNamed = (part: string): boolean => /^\p{Ll}{3}/u.test(part) && part !== ARTICLE_NON_DIT;

/** The articles of "2.2, 3, annexe", and the parts of a contract that are none. */
export function splitArticle(article: string): {
  readonly numbers: readonly string[];
  readonly named: readonly string[];
} {
  const parts = article === SANS_ARTICLE ? [] : article.split(", ");
  return { numbers: parts.filter((part) => !isNamed(part)), named: parts.filter(isNamed) };
}

/** "article 2.2", "articles 2.2 et 3", "article 2.2 et annexe", "annexe"; nothing for what no article asks. */
export function nommerArticle(article: string): string {
  const { numbers, named } = splitArticle(article);
  const word = numbers.length === 0 ? "" : numbers.length === 1 ? "article " : "articles ";
  return `${word}${formatListe([...numbers, ...named])}`;
}

/** "Articles 2.2, 2.3, 4 et 6."; nothing where there is none to cite. */
export function citerArticles(articles: readonly string[]): string {
  const said = articles.filter(isArticleDit);
  return said.length === 0 ? "" : `${capitalised(nommerArticle(said.join(", ")))}.`;
}

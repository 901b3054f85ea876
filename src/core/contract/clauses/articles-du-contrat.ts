// By which article a contract states what a rule rests on: as its definition says, or not at all.
import { remember } from "../../domain/remember";
import type { Convention } from "../convention";
import { ARTICLE_NON_DIT, MATIERES, SANS_ARTICLE, type Matiere } from "./articles";
import { Sources } from "./sources";

/** Clauses that say by themselves where they stand, and the matter of which they are. */
const CLAUSES = {
  "cofinancement/seuil": "financement",
  "coordonneesBancaires/iban": "versement",
} as const satisfies Readonly<Record<string, Matiere>>;

/** What a rule rests on: a matter, or one clause of it that a contract may state elsewhere. */
export type Appui = Matiere | keyof typeof CLAUSES;

/** Where the definition names no article for a matter, the first of these clauses that says where it stands tells it. */
const endroits = ({ annees: [first] }: Convention): Readonly<Partial<Record<Matiere, readonly string[]>>> => ({
  financement: [`annees/${first?.annee}/credits`, "cofinancement/seuil"],
  versement: ["imputation/lignes", "imputation/programme", "coordonneesBancaires/iban"],
  duree: ["periode/fin", "periode/debut"],
  suivi: ["echeances/rapport-execution"],
  denonciation: ["echeances/denonciation"],
});

const articlesOf = remember((convention: Convention): ReadonlyMap<Appui, string> => {
  const sources = new Sources(convention);
  const places = endroits(convention);
  const found = new Map<Appui, string>();
  const add = (appui: Appui, article: string | undefined): void => {
    if (article !== undefined) found.set(appui, article);
  };
  for (const matiere of MATIERES) {
    const [read] = (places[matiere] ?? []).flatMap((key) => sources.articleOf(key) ?? []);
    add(matiere, convention.articles?.[matiere] ?? read);
  }
  for (const [cle, matiere] of Object.entries(CLAUSES)) {
    add(cle as keyof typeof CLAUSES, sources.articleOf(cle) ?? found.get(matiere));
  }
  return found;
});

/** "2.2", "2.2, annexe", as this contract numbers them; « – » for what no article asks. */
export function articleDe(convention: Convention, appuis: readonly Appui[]): string {
  if (appuis.length === 0) return SANS_ARTICLE;
  const articles = articlesOf(convention);
  const known = new Set(appuis.flatMap((appui) => articles.get(appui) ?? []));
  return known.size === 0 ? ARTICLE_NON_DIT : [...known].join(", ");
}

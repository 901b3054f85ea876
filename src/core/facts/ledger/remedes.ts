// What may become of the State's money that was paid and not used, or went beyond the cost: remedies for one fact, of which one excludes the others.
import { isArticleDit, nommerArticle, type Matiere } from "../../contract/clauses/articles";
import { articleDe } from "../../contract/clauses/articles-du-contrat";
import type { Convention } from "../../contract/convention";
import type { Place } from "./places";

/** In the order in which they tell it: what is to be justified first. */
const RULES = ["sous-consommation", "somme-a-reverser", "contribution-plafonnee-au-cout"] as const;

/** What happened to an action in a year: several rules tell it, and it is one cause. */
export const faitDe = (rule: (typeof RULES)[number], { action, annee }: Pick<Place, "action" | "annee">) => ({
  key: `inexecution/${action.numero}/${annee}`,
  rank: RULES.indexOf(rule),
});

/** " (article 5)"; nothing where the contract does not give its number. */
function citer(convention: Convention, matiere: Matiere): string {
  const article = articleDe(convention, [matiere]);
  return isArticleDit(article) ? ` (${nommerArticle(article)})` : "";
}

/** "Cette somme peut être…": joined by "ou", never added up. */
export function direRemedes(convention: Convention, annee: number): string {
  const isLast = annee === convention.annees.at(-1)?.annee;
  const before = isLast
    ? []
    : ["reportée sur une année suivante", `déduite des crédits de l’année suivante${citer(convention, "financement")}`];
  const back = `remboursée à l’État à titre exceptionnel${citer(convention, "controle")}`;
  return `Cette somme peut être ${[...before, back].join(", ou ")}.`;
}

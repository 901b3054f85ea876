// What may become of the State's money that was paid and not used, or went beyond the cost: remedies for one fact, of which one excludes the others.
import { ARTICLES } from "../../contract/clauses/articles";
import type { Place } from "./places";

/** In the order in which they tell it: what is to be justified first. */
const RULES = ["sous-consommation", "somme-a-reverser", "contribution-plafonnee-au-cout"] as const;

/** What happened to an action in a year: several rules tell it, and it is one cause. */
export const faitDe = (rule: (typeof RULES)[number], { action, annee }: Pick<Place, "action" | "annee">) => ({
  key: `inexecution/${action.numero}/${annee}`,
  rank: RULES.indexOf(rule),
});

const REMBOURSEMENT = `remboursée à l’État à titre exceptionnel (article ${ARTICLES.controle})`;

/** "Cette somme peut être…": joined by "ou", never added up. */
export function direRemedes(isLastYear: boolean): string {
  const before = isLastYear
    ? []
    : ["reportée sur une année suivante", `déduite des crédits de l’année suivante (article ${ARTICLES.financement})`];
  return `Cette somme peut être ${[...before, REMBOURSEMENT].join(", ou ")}.`;
}

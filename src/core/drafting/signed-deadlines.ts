// Acts that the articles ask for each year without a date: the dates are settings.
import { ARTICLES } from "../contract/clauses/articles";
import type { ConventionDefinition } from "../contract/convention";

export function yearlyDeadlines(
  annees: ConventionDefinition["annees"],
  credits: ConventionDefinition["creditsEtat"],
): ConventionDefinition["echeances"] {
  const provisional = new Set(credits.filter(({ statut }) => statut === "provisionnel").map(({ annee }) => annee));
  return annees.flatMap(({ annee, debut, fin }) => [
    ...(provisional.has(annee)
      ? [
          {
            id: `avenant-${annee}`,
            intitule: `Avenant fixant les montants ${annee}`,
            article: ARTICLES.financement,
            date: debut,
            avenantPour: annee,
            reglage: true,
          },
        ]
      : []),
    {
      id: `indicateurs-${annee}`,
      intitule: `Indicateurs et rapport d’avancement ${annee}`,
      article: ARTICLES.suivi,
      date: fin,
      reglage: true,
    },
  ]);
}

// The deadlines of a definition: those that the articles date, and the acts that they ask for each year without a date, which are settings.
import { ARTICLE_NON_DIT } from "../contract/clauses/articles";
import type { ConventionDefinition } from "../contract/convention";
import { accord } from "../domain/words/accord";
import { formatDate } from "../domain/words/format";
import { trancher } from "./candidates";
import { monthsBefore } from "./draft-defaults";
import type { Notes } from "./notes";
import type { DatesSignees } from "./signed-dates";
import type { Phrase } from "./signed-sentences";

function yearlyDeadlines(
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
            article: ARTICLE_NON_DIT,
            date: debut,
            avenantPour: annee,
            reglage: true,
          },
        ]
      : []),
    {
      id: `indicateurs-${annee}`,
      intitule: `Indicateurs et rapport d’avancement ${annee}`,
      article: ARTICLE_NON_DIT,
      date: fin,
      reglage: true,
    },
  ]);
}

const FOLLOWS = /\bindicateurs?\b|\brapports? (?:annuels?|d'avancement)|\bbilans? (?:annuels?|d'avancement)/;

/** Where indicators are asked for; undefined where no article asks, or two do. */
function articleDuSuivi(phrases: readonly Phrase[]): string | undefined {
  const found = new Set(
    phrases.flatMap(({ article, plie, titre }) =>
      article !== null && (FOLLOWS.test(plie) || FOLLOWS.test(titre)) ? [article] : [],
    ),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** The act of a year is asked for where its credits are stated, or where the contract says how it is followed. */
function yearlyArticle(
  { article, avenantPour }: ConventionDefinition["echeances"][number],
  suivi: string | undefined,
  { sources }: Notes,
): string {
  if (avenantPour === undefined) return suivi ?? article;
  return (sources[`annees/${avenantPour}/statut`] ?? sources[`annees/${avenantPour}/credits`])?.article ?? article;
}

const RAPPORT = "rapport-execution";
const DENONCIATION = "denonciation";
const FIN = "fin-du-contrat";
const USUAL_NOTICE = 2;

/** Questions know the places of the deadlines only once these stand in their order. */
export function placeQuestions(notes: Notes, echeances: ConventionDefinition["echeances"]): void {
  notes.renommer((champ) => {
    const rank = echeances.findIndex(({ id }) => champ === `echeances/${id}`);
    if (rank >= 0) return `echeances[${rank}].date`;
    return champ === `echeances/${RAPPORT}` ? "echeances" : champ;
  });
}

export function draftDeadlines(
  notes: Notes,
  { annees, echeances }: Pick<ConventionDefinition, "annees" | "echeances">,
  fin: string,
  { rapport: rapports, preavis }: Pick<DatesSignees, "rapport" | "preavis">,
  credits: ConventionDefinition["creditsEtat"],
  phrases: readonly Phrase[],
): ConventionDefinition["echeances"] {
  const of = (id: string) => ({ champ: `echeances/${id}`, cle: `echeances/${id}` });
  const rapport = notes.prendre(
    { ...of(RAPPORT), quoi: "la date du rapport d’exécution", dire: formatDate, ecrire: (date: string) => date },
    trancher(rapports),
  );
  const months = notes.prendre(
    {
      ...of(DENONCIATION),
      quoi: "le délai de dénonciation",
      dire: (count: number) => accord(count, "mois", "mois"),
      ecrire: (count: number) => monthsBefore(fin, count),
      sinon: "celui de deux mois a été pris",
    },
    trancher(preavis),
  );
  const period = notes.sources["periode/fin"];
  if (period) notes.lu(`echeances/${FIN}`, period);
  const articleOf = (id: string, usual: string): string => notes.sources[`echeances/${id}`]?.article ?? usual;
  const own = echeances.map((echeance) => ({
    ...echeance,
    article: articleOf(echeance.id, echeance.article),
    ...(echeance.id === DENONCIATION && { genre: "droit" as const, date: monthsBefore(fin, months ?? USUAL_NOTICE) }),
    ...(echeance.id === FIN && { genre: "terme" as const, date: fin }),
  }));
  const [first, second = first] = annees.map(({ annee }) => annee);
  const report =
    rapport === undefined
      ? []
      : [
          {
            id: RAPPORT,
            intitule: `Rapport d’exécution ${first ?? ""}-${second ?? ""}`,
            article: articleOf(RAPPORT, ARTICLE_NON_DIT),
            date: rapport,
          },
        ];
  const suivi = articleDuSuivi(phrases) ?? notes.sources[`echeances/${RAPPORT}`]?.article;
  const yearly = yearlyDeadlines(annees, credits).map((each) => ({
    ...each,
    article: yearlyArticle(each, suivi, notes),
  }));
  return [...report, ...yearly, ...own].sort((left, right) => left.date.localeCompare(right.date, "fr"));
}

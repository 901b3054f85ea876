// The deadlines of a definition: those that the articles date, and the acts that they ask for each year without a date, which are settings.
import { ARTICLE_NON_DIT } from "../contract/clauses/articles";
import type { ConventionDefinition } from "../contract/convention";
import { accord } from "../domain/words/accord";
import { formatDate } from "../domain/words/format";
import { trancher } from "./candidates";
import { monthsBefore } from "./draft-defaults";
import type { Notes } from "./notes";
import type { DatesSignees } from "./signed-dates";

type Articles = NonNullable<ConventionDefinition["articles"]>;

function yearlyDeadlines(
  annees: ConventionDefinition["annees"],
  credits: ConventionDefinition["creditsEtat"],
  { financement = ARTICLE_NON_DIT, suivi = ARTICLE_NON_DIT }: Articles,
): ConventionDefinition["echeances"] {
  const provisional = new Set(credits.filter(({ statut }) => statut === "provisionnel").map(({ annee }) => annee));
  return annees.flatMap(({ annee, debut, fin }) => [
    ...(provisional.has(annee)
      ? [
          {
            id: `avenant-${annee}`,
            intitule: `Avenant fixant les montants ${annee}`,
            article: financement,
            date: debut,
            avenantPour: annee,
            reglage: true,
          },
        ]
      : []),
    {
      id: `indicateurs-${annee}`,
      intitule: `Indicateurs et rapport d’avancement ${annee}`,
      article: suivi,
      date: fin,
      reglage: true,
    },
  ]);
}

const RAPPORT = "rapport-execution";
const DENONCIATION = "denonciation";
const FIN = "fin-du-contrat";
const USUAL_NOTICE = 2;

/** Questions know the places of the deadlines only once these stand in their order. */
function placeQuestions(notes: Notes, echeances: ConventionDefinition["echeances"]): void {
  notes.renommer((champ) => {
    const rank = echeances.findIndex(({ id }) => champ === `echeances/${id}`);
    if (rank >= 0) return `echeances[${rank}].date`;
    return champ === `echeances/${RAPPORT}` ? "echeances" : champ;
  });
}

export function draftDeadlines(
  notes: Notes,
  {
    annees,
    echeances,
    articles = {},
  }: Pick<ConventionDefinition, "annees" | "echeances"> & { readonly articles?: Articles },
  fin: string,
  { rapport: rapports, preavis }: Pick<DatesSignees, "rapport" | "preavis">,
  credits: ConventionDefinition["creditsEtat"],
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
    article: articleOf(echeance.id, (echeance.id === FIN ? articles.duree : articles.denonciation) ?? echeance.article),
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
            article: articleOf(RAPPORT, articles.suivi ?? ARTICLE_NON_DIT),
            date: rapport,
          },
        ];
  const all = [...report, ...yearlyDeadlines(annees, credits, articles), ...own].sort((left, right) =>
    left.date.localeCompare(right.date, "fr"),
  );
  placeQuestions(notes, all);
  return all;
}

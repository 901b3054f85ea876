// The definition of a contract whose tables were not found: what the articles do not say of it is left to be filled in.
import type { ConventionDefinition } from "../contract/convention";
import { A_COMPLETER } from "../contract/definition/questions";
import { capitalise, slug } from "../domain/words/typographie";
import { commun, usualDeadlines } from "./draft-defaults";
import type { TableauxEbauches } from "./draft-definition";

/** A longer span is of something else than a contract's years. */
const MOST_YEARS = 10;

/** Those of the programme. */
const YEARS = [2024, 2025, 2026, 2027] as const;

export interface DitParLesArticles {
  /** Names of the axes. */
  readonly axes: readonly string[];
  /** From its first day to its last; null where the articles do not say it in so many words. */
  readonly periode: ConventionDefinition["periode"] | null;
}

/** Those that begin within it, each on its first day. */
function yearsOf({ debut, fin }: ConventionDefinition["periode"]): readonly number[] {
  const first = Number(debut.slice(0, 4));
  const span = Number(fin.slice(0, 4)) - first + 1;
  return Array.from({ length: Math.max(1, span) }, (_, rank) => first + rank).filter(
    (annee) => annee === first || `${annee}${debut.slice(4)}` < fin,
  );
}

/** `why` is the French clause that says what was not found. */
export function draftWithoutTables(
  document: string,
  why: string,
  said: DitParLesArticles,
): Omit<TableauxEbauches, "budget"> {
  const { axes: named } = said;
  const own = said.periode && yearsOf(said.periode);
  const periode = own && own.length <= MOST_YEARS ? said.periode : null;
  const years = own && periode ? own : YEARS;
  const annees = years.map((annee) => ({ annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` }));
  const { debut, fin } = periode ?? { debut: `${YEARS[0]}-01-01`, fin: `${YEARS[3]}-12-31` };
  const definition: ConventionDefinition = {
    id: slug(document.replace(/\.[^.]+$/, "")),
    intitule: `${A_COMPLETER} – contrat`,
    etat: { nom: "État" },
    collectivite: { nom: A_COMPLETER, designation: "Collectivité", motsColonne: [] },
    periode: { debut, fin },
    annees,
    creditsEtat: years.map((annee) => ({ annee, montant: 0, statut: "provisionnel" as const })),
    axes: (named.length > 0 ? named : [`${A_COMPLETER} – axe 1`]).map((intitule, rank) => ({
      numero: rank + 1,
      intitule,
    })),
    actions: [
      {
        numero: 1,
        axe: 1,
        intitule: `${A_COMPLETER} – action 1`,
        montants: years.map((annee) => ({ annee, etat: 0, collectivite: 0 })),
        indicateurs: [],
      },
    ],
    cofinancement: { seuil: 0.5 },
    echeances: usualDeadlines(fin),
    ...commun(),
  };
  const asked = (champ: string, question: string) => ({ champ, question });
  return {
    definition,
    sources: {},
    questions: [
      asked(
        "actions",
        `${capitalise(why)}. Donnez l’annexe qui porte ce tableau avec le contrat, ou complétez les actions et leurs montants.`,
      ),
      asked("axes", "Les axes du contrat, que seuls ses tableaux nomment tous."),
      ...(periode
        ? []
        : [asked("annees", `Les années du contrat : celles du programme, ${YEARS[0]} à ${YEARS[3]}, ont été prises.`)]),
    ],
  };
}

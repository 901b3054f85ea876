// The definition of a contract whose tables were not found: what the articles do not say of it is left to be filled in.
import type { ConventionDefinition } from "../contract/convention";
import { A_COMPLETER } from "../contract/definition/questions";
import { capitalise, slug } from "../domain/words/typographie";
import { PROGRAMME, REGLAGES, usualDeadlines } from "./draft-defaults";
import type { TableauxEbauches } from "./draft-definition";

/** Those of the programme. */
const YEARS = [2024, 2025, 2026, 2027] as const;

/** `why` is the French clause that says what was not found; `named` are the axes that the articles name. */
export function draftWithoutTables(
  document: string,
  why: string,
  named: readonly string[],
): Omit<TableauxEbauches, "budget"> {
  const annees = YEARS.map((annee) => ({ annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` }));
  const [debut, fin] = [`${YEARS[0]}-01-01`, `${YEARS[3]}-12-31`];
  const definition: ConventionDefinition = {
    id: slug(document.replace(/\.[^.]+$/, "")),
    intitule: `${A_COMPLETER} – contrat`,
    etat: { nom: "État" },
    collectivite: { nom: A_COMPLETER, designation: "Collectivité", motsColonne: [] },
    periode: { debut, fin },
    annees,
    creditsEtat: YEARS.map((annee) => ({ annee, montant: 0, statut: "provisionnel" as const })),
    axes: (named.length > 0 ? named : [`${A_COMPLETER} – axe 1`]).map((intitule, rank) => ({
      numero: rank + 1,
      intitule,
    })),
    actions: [
      {
        numero: 1,
        axe: 1,
        intitule: `${A_COMPLETER} – action 1`,
        montants: YEARS.map((annee) => ({ annee, etat: 0, collectivite: 0 })),
        indicateurs: [],
      },
    ],
    cofinancement: { seuil: 0.5 },
    imputation: { ...PROGRAMME, lignes: [] },
    echeances: usualDeadlines(fin),
    reglages: { ...REGLAGES },
    indicateursNationaux: [],
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
      asked("annees", `Les années du contrat : celles du programme, ${YEARS[0]} à ${YEARS[3]}, ont été prises.`),
    ],
  };
}

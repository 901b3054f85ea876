// What a definition takes where the tables of a contract say nothing: dates and shares to be looked up.
import { ARTICLE_NON_DIT } from "../contract/clauses/articles";
import type { ConventionDefinition } from "../contract/convention";
import { INDICATEURS_NATIONAUX, PROGRAMME } from "../contract/programme-304";

const USUAL_SHARE = 0.5;

/** What no contract gives, and what all of them share until one says otherwise. */
export const commun = () => ({
  imputation: { ...PROGRAMME, lignes: [] },
  reglages: { alerteSousConsommation: 0.8, alerteCible: 0.8 },
  indicateursNationaux: [...INDICATEURS_NATIONAUX],
});

/** The usual one, or the largest step of 5 % below it that every action keeps to in every year. */
export function leastShare(actions: ConventionDefinition["actions"]): number {
  const shares = actions.flatMap(({ montants }) =>
    montants.flatMap(({ etat, collectivite }) =>
      etat + collectivite > 0 ? [collectivite / (etat + collectivite)] : [],
    ),
  );
  const least = Math.min(USUAL_SHARE, ...shares);
  return least === USUAL_SHARE ? USUAL_SHARE : Math.floor(least * 20 + 1e-6) / 20;
}

const PART_WORDS =
  /^(?:parts?|cr[ée]dits?|montants?|financements?|co-?financements?|apports?|contributions?|participations?)(?:\s+|$)(?:(?:de\s+)?la\s+|(?:de\s+)?l['’]\s*|du\s+|de\s+|d['’]\s*)?/iu;

/** "Part de la Métropole" → "Métropole"; what only says that it is a part names nobody. */
export function nameParty(heading: string): string {
  const name = heading
    .replace(/^([^(]*)\(.*\)/u, "$1")
    .trim()
    .replace(PART_WORDS, "");
  return name === "" ? "Collectivité" : name;
}

/** The last day of the month so many months before. */
export function monthsBefore(iso: string, months: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months + 1, 0)).toISOString().slice(0, 10);
}

/** The right and the end that each contract has, whose articles the document is asked for. */
export const usualDeadlines = (fin: string): ConventionDefinition["echeances"] => [
  {
    id: "denonciation",
    intitule: "Dernier jour pour dénoncer la convention",
    article: ARTICLE_NON_DIT,
    date: monthsBefore(fin, 2),
  },
  { id: "fin-du-contrat", intitule: "Fin du contrat", article: ARTICLE_NON_DIT, date: fin },
];

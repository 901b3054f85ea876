// What the rules say of a row of « Synthèse par axe », in words: its state, and what is found there by problem.
import type { ConstatDuLieu, EtatDuLieu } from "../../reports/place-state";
import { formatListe } from "../../domain/words/format";
import { groupBy } from "../../domain/group-by";

/** A mark before the word: told apart at a glance, in print and without colour. */
export const CONFORMITE: Readonly<Record<EtatDuLieu, string>> = {
  erreur: "✗ NON CONFORME",
  avertissement: "À justifier",
  justifie: "Justifié, en attente",
  accepte: "Accepté par les deux parties",
  "a-confirmer": "À confirmer",
  "non-verifiable": "Non vérifiable",
  conforme: "✓ Conforme",
};

const PROBLEMS_SHOWN = 4;

/** "Part locale insuffisante (action 2)": causes alone, what follows from them is settled with them. */
export function describeConstat({ findings }: ConstatDuLieu): readonly string[] {
  const ids = new Set(findings.map(({ id }) => id));
  const causes = findings.filter(({ causedBy }) => causedBy === null || !ids.has(causedBy));
  const byProblem = [...groupBy(causes, ({ problem }) => problem)];
  const said = byProblem.slice(0, PROBLEMS_SHOWN).map(([problem, of]) => {
    const actions = [...new Set(of.flatMap(({ subject }) => subject.action ?? []))];
    if (actions.length === 0) return problem;
    return `${problem} (action${actions.length > 1 ? "s" : ""} ${formatListe(actions.map(String))})`;
  });
  const left = byProblem.length - said.length;
  return left > 0 ? [...said, `et ${left} autre${left > 1 ? "s" : ""}, sur « Écarts »`] : said;
}

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
  // What stands after the comma is of one discrepancy: "Sous-consommation, exécuté à 76,57 %".
  const byProblem = [...groupBy(causes, ({ problem }) => problem.split(",")[0] ?? problem)];
  const said = byProblem.slice(0, PROBLEMS_SHOWN).map(([common, of]) => {
    const problem = of.every((each) => each.problem === of[0].problem) ? of[0].problem : common;
    const actions = [...new Set(of.flatMap(({ subject }) => subject.action ?? []))];
    if (actions.length === 0) return problem;
    return `${problem} (action${actions.length > 1 ? "s" : ""} ${formatListe(actions.map(String))})`;
  });
  const left = byProblem.length - said.length;
  return left > 0 ? [...said, `et ${left} autre${left > 1 ? "s" : ""}, sur « Écarts »`] : said;
}

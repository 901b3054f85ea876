// A value put in its place in a definition, with those that are the same day: the contract begins with its first year and ends with its last.
import { setAt } from "../clauses/set-at";
import type { ConventionDefinition } from "../convention";
import { formatPath } from "./describe-issue";

type Path = readonly PropertyKey[];

export function poser(definition: ConventionDefinition, path: Path, valeur: unknown): ConventionDefinition {
  const { annees, periode } = definition;
  const last = annees.length - 1;
  const same: readonly (readonly [Path, Path, boolean])[] = [
    [["periode", "debut"], ["annees", 0, "debut"], annees[0]?.debut === periode.debut],
    [["periode", "fin"], ["annees", last, "fin"], annees[last]?.fin === periode.fin],
  ];
  const champ = formatPath(path);
  const changed = setAt(definition, path, valeur) as ConventionDefinition;
  for (const [ofPeriod, ofYear, areSame] of same) {
    if (!areSame) continue;
    if (champ === formatPath(ofPeriod)) return setAt(changed, ofYear, valeur) as ConventionDefinition;
    if (champ === formatPath(ofYear)) return setAt(changed, ofPeriod, valeur) as ConventionDefinition;
  }
  return changed;
}

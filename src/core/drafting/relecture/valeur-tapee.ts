// A value of the contract as a person types it, made what the definition holds in its place.
import type { ConventionDefinition } from "../../contract/convention";
import { formatClause } from "../../contract/clauses/clause";
import { listClauses } from "../../contract/clauses/list-clauses";
import { setAt } from "../../contract/clauses/set-at";
import { findWord } from "../../contract/clauses/sheet-words";
import { TYPES, typeDe, type TypeDeClause } from "../../contract/clauses/types-de-clause";
import { conventionSchema } from "../../contract/convention";
import { cheminDuChamp } from "../../contract/definition/champ";
import { formatPath } from "../../contract/definition/describe-issue";
import { cite } from "../../domain/words/typographie";
import { KINDS } from "../../reading/contrat/cell-kinds";

export type ValeurTapee =
  | { readonly valeur: unknown }
  /** French sentence: how it is written. */
  | { readonly attendu: string };

const EMPTY = "Écrivez la valeur que donne le contrat.";

export function lireValeurTapee({ ligne }: TypeDeClause, tape: string): ValeurTapee {
  const text = tape.trim();
  if (text === "") return { attendu: EMPTY };
  const { mots, nature, genre = "texte", champ } = ligne;
  if (mots) {
    const mot = findWord(mots, text);
    if (mot === null) return { attendu: `Écrivez ${Object.values(mots).map(cite).join(" ou ")}.` };
    return { valeur: mot === champ ? true : mot };
  }
  if (nature === "code" || nature === "compte") return { valeur: text };
  const kind = KINDS[nature === "axe" ? "numero" : genre];
  const valeur: unknown = kind.parse(text, "General");
  return valeur === null ? { attendu: kind.expected(text) } : { valeur };
}

/** Of the field of a question, where that is one value of the contract; null where it is several or none. */
export function typeDuChamp(definition: ConventionDefinition, champ: string): TypeDeClause | null {
  const path = cheminDuChamp(champ);
  const parsed = conventionSchema.safeParse(definition);
  const clause = parsed.success ? listClauses(parsed.data).find((each) => formatPath(each.path) === champ) : undefined;
  if (clause) return typeDe(clause.key);
  // What the contract may state and does not yet stands alone among the parameters.
  return TYPES.find(({ chose, cle }) => chose === null && cle === path.join("/")) ?? null;
}

/** A value of the definition in an agent's words: 0.5 as "50 %". */
export function direValeur(definition: ConventionDefinition, champ: string, valeur: unknown): string {
  const changed = setAt(definition, cheminDuChamp(champ) as readonly PropertyKey[], valeur);
  const parsed = conventionSchema.safeParse(changed);
  const clause = parsed.success ? listClauses(parsed.data).find((each) => formatPath(each.path) === champ) : undefined;
  return clause ? formatClause(clause.value) : String(valeur);
}

// The places of a document that could state one clause, and what they come to: one value is read, two are a question, none is asked.
import type { Convention } from "../contract/convention";
import { placeOf, type Phrase } from "./signed-sentences";

type Question = NonNullable<Convention["questions"]>[number];
export type Endroit = Pick<NonNullable<Question["reponses"]>[number], "article" | "lieu" | "phrase">;

export interface Candidat<Value> {
  readonly valeur: Value;
  readonly endroit: Endroit;
  /** In so many words; what only may state it is never taken without asking. */
  readonly dit: boolean;
  /** Why it speaks of something else; null where it does not. */
  readonly ecarte: string | null;
}

export function endroitDe(phrase: Phrase): Endroit {
  const { texte, article } = phrase;
  return { ...(article !== null && { article }), lieu: placeOf(phrase), phrase: texte };
}

/** A sentence of the contract that gives a value, as sure as it is. */
export const candidat = <Value>(
  valeur: Value,
  phrase: Phrase,
  dit: boolean,
  ecarte: string | null = null,
): Candidat<Value> => ({
  valeur,
  endroit: endroitDe(phrase),
  dit,
  ecarte,
});

export type Tranche<Value> =
  | { readonly etat: "lu"; readonly choisi: Candidat<Value> }
  /** The first is the likeliest; each gives another value, or the only one is not said in so many words. */
  | {
      readonly etat: "douteux";
      readonly choisi: Candidat<Value>;
      readonly possibles: readonly Candidat<Value>[];
      readonly ecartes: readonly Candidat<Value>[];
    }
  | { readonly etat: "absent"; readonly ecartes: readonly Candidat<Value>[] };

/** Values are the same where this gives the same text. */
export type Cle<Value> = (valeur: Value) => string;

export function trancher<Value>(candidats: readonly Candidat<Value>[], cle: Cle<Value> = String): Tranche<Value> {
  const ecartes = candidats.filter(({ ecarte }) => ecarte !== null);
  const own = candidats.filter(({ ecarte }) => ecarte === null);
  // What is said in so many words first.
  const ordered = [...own.filter(({ dit }) => dit), ...own.filter(({ dit }) => !dit)];
  const byValue = new Map<string, Candidat<Value>>();
  for (const each of ordered) if (!byValue.has(cle(each.valeur))) byValue.set(cle(each.valeur), each);
  const possibles = [...byValue.values()];
  const [choisi] = possibles;
  if (!choisi) return { etat: "absent", ecartes };
  if (possibles.length === 1 && choisi.dit) return { etat: "lu", choisi };
  return { etat: "douteux", choisi, possibles, ecartes };
}

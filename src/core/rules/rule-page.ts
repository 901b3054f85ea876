// What the page of a rule says beside its meta: the contract, what is compared, examples, how to correct, limits.
import type { FiguresComparees } from "../domain/figures";

/** French with plain spaces, a string for each paragraph. Lines that begin with "- " are a list; the name of a rule between backquotes is a link. */
export type Prose = string | readonly string[];

/** A sentence that the rule really says of one of the discrepant cases of its test, which the rule tester checks. */
export interface Exemple {
  readonly message: string;
  readonly figures?: FiguresComparees;
  readonly data?: Readonly<Record<string, string>>;
  /** Quoted too where it is given. */
  readonly explanation?: string;
}

export interface RulePage {
  /** Which severity when; left out where the rule has one only. */
  readonly gravite?: string;
  /** What the contract asks, in our words. */
  readonly contrat: Prose;
  readonly verifie: Prose;
  readonly conforme: Prose;
  readonly ecart: readonly [Exemple, ...Exemple[]];
  readonly corriger: Prose;
  readonly limites: Prose;
}

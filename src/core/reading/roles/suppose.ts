// What a column that nobody understood is supposed to be: what the evidence settles of whose, of which year and of what.
import type { Convention } from "../../contract/convention";
import type { Part } from "../../domain/natures";
import type { Answer, SameAsContract } from "../../domain/question";
import type { Unite } from "../../domain/values/unite";
import type { Hint, HeadingReader } from "../headings/headings";
import type { HeadedColumn } from "./headed-columns";
import { describeRole, IGNORED } from "./column-roles";
import { describeMatch, matchContract, type ActionOf } from "./contract-match";
import { COLUMN_EVIDENCE } from "./evidence/evidence";
import { only, type KnownColumn } from "./evidence/of-columns";
import { weigh } from "./evidence/weigh";

export interface Supposition {
  readonly answer: Answer | null;
  /** French clauses, the heaviest first. */
  readonly evidence: readonly string[];
  /** The year that is certain or supposed; null where nothing tells. */
  readonly annee: number | null;
  /** Left out where too few of the amounts are the contract's. */
  readonly sameAsContract?: SameAsContract;
}

const EMPTY: Hint = { annees: [], parts: [], natures: [] };

/** The words of the headings together: the lowest one that says a thing says it. */
export function hintOf(path: readonly string[], headings: HeadingReader): Hint {
  const hints = [...path].reverse().map((text) => headings.hint(text));
  const first = <K extends keyof Hint>(key: K): Hint[K] =>
    (hints.find((hint) => hint[key].length > 0) ?? hints[0] ?? EMPTY)[key];
  return { annees: first("annees"), parts: first("parts"), natures: first("natures") };
}

/** What the words say first; amounts that are the contract's elsewhere contradict them. */
function findMatch({ figures }: HeadedColumn, hint: Hint, { convention, actionOf, unit }: Known) {
  const [year, part] = [only(hint.annees), only(hint.parts)];
  const isSaid = (annee: number, each: Part): boolean =>
    (year === undefined || annee === year) && (part === undefined || each === part);
  const match = matchContract(figures, actionOf, unit, convention, isSaid);
  if (match) return { ...match, isDenied: false };
  const elsewhere = matchContract(figures, actionOf, unit, convention);
  return elsewhere && { ...elsewhere, isDenied: true };
}

interface Known {
  readonly convention: Convention;
  readonly headings: HeadingReader;
  readonly actionOf: ActionOf;
  readonly unit: Unite;
  readonly columns: readonly KnownColumn[];
}

export function suppose(column: HeadedColumn, known: Known): Supposition {
  const { convention } = known;
  const hint = hintOf(column.path, known.headings);
  const match = findMatch(column, hint, known);
  const told = weigh(COLUMN_EVIDENCE, { convention, column, hint, match, known: known.columns });
  const [annee, part, nature] = [told.settled("year"), told.settled("part"), told.settled("nature")];
  // Amounts of the contract under words for what was spent are spent as planned; words prevail.
  const isPaid = nature === "paid" && part === "etat";
  const what = isPaid ? "paid" : nature === "executed" || nature === "paid" ? "executed" : "contracted";
  const isEnough = annee !== null && part !== null;
  return {
    answer: told.settled("aside") === true ? IGNORED : isEnough ? describeRole(convention, part, what, annee) : null,
    evidence: told.clauses,
    annee: annee ?? only(hint.annees) ?? null,
    ...(match && { sameAsContract: describeMatch(convention, match) }),
  };
}

// What a column that nobody understood might be: each piece of evidence with its weight, words first, then the figures themselves.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action, Convention } from "../../contract/convention";
import type { Part } from "../../domain/natures";
import type { Answer, SameAsContract } from "../../domain/question";
import type { Unite } from "../../domain/values/unite";
import { formatListe } from "../../domain/words/format";
import { cite } from "../../domain/words/typographie";
import { centimesOf, type Figure } from "../account/figure-cells";
import { announcesAside, type Hint, type HeadingReader } from "../headings/headings";
import type { HeadedColumn } from "./headed-columns";
import { clauseOf, describeRole, IGNORED } from "./column-roles";

export interface Supposition {
  readonly answer: Answer | null;
  /** French clauses, the heaviest first. */
  readonly evidence: readonly string[];
  /** The year that is certain or supposed; null where nothing tells. */
  readonly annee: number | null;
  /** Left out where too few of the amounts are the contract's. */
  readonly sameAsContract?: SameAsContract;
}

/** Which action each figure stands on; those of no known action are left out. */
export type ActionOf = (figure: Figure) => Action | null;

const PARTS = ["etat", "collectivite", "total"] as const;

/** So many of a column's amounts that are the contract's make evidence; fewer are chance. */
const FEWEST = 2;
/** And so large a share of those that the contract has there. */
const SHARE = 0.6;

interface Match {
  /** Null where the amounts are the same in several years; and of several parties. */
  readonly annee: number | null;
  readonly part: (typeof PARTS)[number] | null;
  readonly same: number;
  readonly of: number;
}

/** The year and the party whose amounts in the contract stand there, where they do. */
function matchContract(
  figures: readonly Figure[],
  actionOf: ActionOf,
  unit: Unite,
  { annees }: Convention,
  isPossible: (annee: number, part: Part) => boolean,
): Match | null {
  const own = figures.flatMap((figure) => {
    const action = actionOf(figure);
    return action ? [{ action, centimes: centimesOf(figure, unit) }] : [];
  });
  const matches = annees.flatMap(({ annee }) =>
    PARTS.filter((part) => isPossible(annee, part)).map((part) => {
      const due = own.filter(({ action }) => contractAmount(action, annee, part) > 0);
      const same = due.filter(({ action, centimes }) => contractAmount(action, annee, part) === centimes).length;
      return { annee, part, same, of: due.length };
    }),
  );
  const [best, ...others] = matches
    .filter(({ same, of }) => same >= FEWEST && same >= SHARE * of)
    .sort((one, other) => other.same - one.same);
  if (!best) return null;
  const equal = [best, ...others.filter(({ same }) => same === best.same)];
  const years = new Set(equal.map(({ annee }) => annee));
  const parts = new Set(equal.map(({ part }) => part));
  // The same amounts in two years, or of both parties, tell neither.
  return { ...best, annee: years.size === 1 ? best.annee : null, part: parts.size === 1 ? best.part : null };
}

const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);

/** The words of the headings together: the lowest one that says a thing says it. */
function hintOf(path: readonly string[], headings: HeadingReader): Hint {
  const hints = [...path].reverse().map((text) => headings.hint(text));
  const first = <K extends keyof Hint>(key: K): Hint[K] =>
    (hints.find((hint) => hint[key].length > 0) ?? hints[0] ?? EMPTY)[key];
  return { annees: first("annees"), parts: first("parts"), natures: first("natures") };
}

function describeMatch(convention: Convention, { annee, part, same, of }: Match): SameAsContract {
  const role = part === null ? null : describeRole(convention, part, "contracted", null);
  const whose = role === null ? "de l’une comme de l’autre partie" : clauseOf(convention, role);
  const when = annee === null ? "plusieurs années" : `${annee}`;
  return { same, of, year: annee, party: role?.party ?? null, what: `${whose}, ${when}` };
}

const EMPTY: Hint = { annees: [], parts: [], natures: [] };

export function suppose(
  { path, figures }: HeadedColumn,
  known: {
    readonly convention: Convention;
    readonly headings: HeadingReader;
    readonly actionOf: ActionOf;
    readonly unit: Unite;
  },
): Supposition {
  const { convention, headings } = known;
  const aside = path.find(announcesAside);
  if (aside !== undefined) {
    const evidence = [`le contrat ne demande rien de ce que dit ${cite(aside)}`];
    return { answer: IGNORED, evidence, annee: only(hintOf(path, headings).annees) };
  }
  const hint = hintOf(path, headings);
  const [year, part, nature] = [only(hint.annees), only(hint.parts), only(hint.natures)];
  const named = [...new Set(path)].filter((text) => text !== "").map(cite);
  const evidence: string[] = [];
  const words = [part !== null && "de qui", year !== null && "de quelle année", nature !== null && "de quoi"].filter(
    (one) => one !== false,
  );
  if (words.length > 0) evidence.push(`l’intitulé ${named.join(", ")} dit ${formatListe(words)} il s’agit`);
  const match = matchContract(
    figures,
    known.actionOf,
    known.unit,
    convention,
    (annee, each) => (year === null || annee === year) && (part === null || each === part),
  );
  const elsewhere = match ? null : matchContract(figures, known.actionOf, known.unit, convention, () => true);
  const told = match ?? elsewhere;
  const sameAsContract = told && describeMatch(convention, told);
  if (sameAsContract) {
    const { same, of, what } = sameAsContract;
    evidence.push(`${match ? "" : "mais "}${same} de ses ${of} montants sont ceux du contrat : ${what}`);
  }
  const annee = year ?? match?.annee ?? null;
  const whose = part ?? match?.part ?? null;
  // Amounts of the contract under words for what was spent are spent as planned; words prevail.
  const isPaid = nature === "paid" && whose === "etat";
  const what = isPaid ? "paid" : nature === "executed" || nature === "paid" ? "executed" : "contracted";
  const isEnough = annee !== null && whose !== null && elsewhere === null;
  return {
    answer: isEnough ? describeRole(convention, whose, what, annee) : null,
    evidence,
    annee,
    ...(sameAsContract && { sameAsContract }),
  };
}

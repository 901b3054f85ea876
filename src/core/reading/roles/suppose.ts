// What a column that nobody understood is supposed to be: what the evidence settles of whose, of which year and of what.
import type { Convention } from "../../contract/convention";
import type { Part } from "../../domain/natures";
import type { Answer, Role, SameAsContract } from "../../domain/question";
import { cite } from "../../domain/words/typographie";
import type { Unite } from "../../domain/values/unite";
import type { HeadingReader } from "../headings/headings";
import type { Hint } from "../headings/heading-hints";
import { rowsBetween } from "../sheet-grid";
import type { HeadedColumn } from "./headed-columns";
import { describeRole, IGNORED } from "./column-roles";
import { describeMatch, matchContract, type ActionOf } from "./contract-match";
import { COLUMN_EVIDENCE } from "./evidence/evidence";
import { only, type KnownColumn } from "./evidence/of-columns";
import { unsaid } from "./evidence/unsaid";
import { weigh } from "./evidence/weigh";

export interface Supposition {
  readonly answer: Answer | null;
  /** French clauses, the heaviest first. */
  readonly evidence: readonly string[];
  /** French clauses: what does not speak for it. */
  readonly lacks: readonly string[];
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

const TITLE_ROWS = 4;

/** The nearest text that stands alone over its headings, else the name of the sheet, where it says something. */
function titleOf({ section: { grid, heads } }: HeadedColumn, headings: HeadingReader) {
  const top = heads[0]?.row ?? 0;
  const alone = [...rowsBetween(grid, top - TITLE_ROWS, top - 1)].reverse();
  const texts = alone.flatMap((row) => (row.count === 1 ? row.texts.map(({ text }) => text) : []));
  for (const text of [...texts, grid.sheet]) {
    const hint = headings.hint(text);
    if (hint.annees.length === 1 || hint.parts.length === 1 || hint.natures.length === 1) return { text, hint };
  }
  return null;
}

/** What the words say first; amounts that are the contract's elsewhere contradict them. */
export function findMatch(
  { figures }: HeadedColumn,
  hint: Hint,
  { convention, actionOf, unit }: Pick<Known, "convention" | "actionOf" | "unit">,
) {
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
  readonly rank: 1 | 2 | null;
  readonly unknown: readonly number[];
  /** What other columns are already, by `saysOf`, with their name. */
  readonly taken: ReadonlyMap<string, string>;
}

/** Whose, of which year and of what, as one word. */
export const saysOf = ({ year, party, nature }: Role): string => JSON.stringify([year, party, nature]);

export function suppose(column: HeadedColumn, known: Known): Supposition {
  const { convention } = known;
  const hint = hintOf(column.path, known.headings);
  const match = findMatch(column, hint, known);
  const { rank, unknown, columns } = known;
  const title = titleOf(column, known.headings);
  const asked = { convention, column, hint, match, known: columns, rank, title, unknown };
  const told = weigh(COLUMN_EVIDENCE, asked);
  const [annee, part, nature] = [told.settled("year"), told.settled("part"), told.settled("nature")];
  // Amounts of the contract under words for what was spent are spent as planned; words prevail.
  const isPaid = nature === "paid" && part === "etat";
  const what = isPaid ? "paid" : nature === "executed" || nature === "paid" ? "executed" : "contracted";
  const isEnough = annee !== null && part !== null;
  const role = isEnough ? describeRole(convention, part, what, annee) : null;
  const same = role && known.taken.get(saysOf(role));
  const isAside = told.settled("aside") === true;
  const settled = { annee: annee ?? only(hint.annees) ?? null, part, isPlanned: what === "contracted" };
  return {
    answer: isAside ? IGNORED : same === undefined ? role : null,
    evidence: [
      ...told.clauses,
      ...(same && !isAside ? [`mais la colonne ${cite(same)} l’est déjà, ou le serait`] : []),
    ],
    lacks: isAside ? [] : unsaid(asked, settled, known.headings),
    annee: settled.annee,
    ...(match && { sameAsContract: describeMatch(convention, match) }),
  };
}

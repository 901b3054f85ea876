// What does not speak for a column: the words, the year, the party or the amounts without which it would not be asked about.
import type { Part } from "../../../domain/natures";
import { formatListe } from "../../../domain/words/format";
import { cite } from "../../../domain/words/typographie";
import type { HeadingReader } from "../../headings/headings";
import type { ColumnAsked } from "./of-columns";

interface Settled {
  readonly annee: number | null;
  readonly part: Part | null;
  /** Amounts of the contract would stand there. */
  readonly isPlanned: boolean;
}

const MOST_WORDS = 3;

function words({ column: { path } }: ColumnAsked, headings: HeadingReader): readonly string[] {
  const unknown = [...new Set(path.flatMap((text) => headings.unknown(text)))];
  if (unknown.length === 0 || unknown.length > MOST_WORDS) return [];
  const are = unknown.length > 1 ? "ne sont pas des mots" : "n’est pas un mot";
  return [`${formatListe(unknown.map(cite))} ${are} du contrat`];
}

function subject({ annee, part }: Settled): readonly string[] {
  const missing = [part === null && "de qui", annee === null && "de quelle année"].filter((one) => one !== false);
  return missing.length === 0 ? [] : [`rien ne dit ${missing.join(" ni ")} il s’agit`];
}

function amounts({ match }: ColumnAsked, { isPlanned }: Settled): readonly string[] {
  if (!match || !isPlanned || match.isDenied || match.same === match.of) return [];
  const other = match.of - match.same;
  return [`${other} de ses ${match.of} montants ${other > 1 ? "diffèrent" : "diffère"} du contrat`];
}

/** French clauses. */
export const unsaid = (asked: ColumnAsked, settled: Settled, headings: HeadingReader): readonly string[] => [
  ...words(asked, headings),
  ...subject(settled),
  ...amounts(asked, settled),
];

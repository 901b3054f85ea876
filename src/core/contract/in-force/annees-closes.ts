// The years of the contract that are over at the as-of date: those whose figures are due.
import { isClosed } from "./contract-amounts";
import type { Convention } from "../convention";
import { formatDate } from "../../domain/words/format";

interface Situation {
  readonly convention: Convention;
  readonly asOf: string;
}

/** In the contract's order; says so when there is none yet, for nothing checked is nothing passed. */
export function closedYears({ convention, asOf }: Situation, notCheckable: (reason: string) => void): number[] {
  const years = convention.annees.filter((year) => isClosed(year, asOf)).map(({ annee }) => annee);
  if (years.length === 0) notCheckable(`Aucune année du contrat n’est close au ${formatDate(asOf)}.`);
  return years;
}

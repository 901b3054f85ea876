// Where the values of a contract come from, a line for those that one place of the document states together.
import { groupBy } from "../../domain/group-by";
import { formatListeCourte } from "../../domain/words/format";
import type { Convention } from "../convention";
import type { Clause } from "./clause";
import { listClauses } from "./list-clauses";
import { Sources } from "./sources";

export interface ProvenanceDite extends Pick<Clause, "state" | "quote" | "place" | "confirmed"> {
  /** What is stated there: "Action 3", "Début du contrat, Fin du contrat". */
  readonly nom: string;
  readonly article: string;
}

/** Labels named one by one. */
const NAMED = 3;

/** In the order of the sheet « Contrat »; none of a definition that says of nothing where it stands. */
export function provenancesDe(convention: Convention): readonly ProvenanceDite[] {
  if (convention.sources === undefined) return [];
  const sources = new Sources(convention);
  const clauses = listClauses(convention).filter(({ key, setting }) => !setting && key !== "id");
  const groups = groupBy(clauses, ({ key, state, confirmed, article }) =>
    JSON.stringify([sources.cleDe(key), state, confirmed, article]),
  );
  return [...groups.values()].map((own) => {
    const { state, quote, place, confirmed, article } = own[0];
    return { state, quote, place, confirmed, article, nom: nommer(own.map(({ label }) => label)) };
  });
}

/** "Action 3" for "Action 3 – 2025 – part État" and its other clauses. */
function nommer(labels: readonly string[]): string {
  const [first = [], ...others] = labels.map((label) => label.split(" – "));
  const differs = first.findIndex((word, rank) => others.some((words) => words[rank] !== word));
  const shared = first.slice(0, differs < 0 ? first.length : differs).join(" – ");
  return shared === "" ? formatListeCourte(labels, NAMED) : shared;
}

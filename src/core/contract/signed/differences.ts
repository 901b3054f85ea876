// What one definition of a contract states that another states otherwise or not at all, and the other way round.
import type { Clause } from "../clauses/clause";
import { listClauses } from "../clauses/list-clauses";
import type { Convention } from "../convention";
import { memeValeur } from "./comparer-signe";

/** One of the two is null where only the other states it. */
export interface DifferenceDeClause {
  readonly label: string;
  readonly key: string;
  readonly avant: Clause | null;
  readonly apres: Clause | null;
}

/** The identifier is how a definition is called, and nothing that was signed. */
const statedBy = (convention: Convention): readonly Clause[] =>
  listClauses(convention).filter(({ setting, key }) => !setting && key !== "id");

/**
 * Under another identifier somebody else has written the definition: the words are his, the amounts, dates, shares and accounts that
 * both give are not.
 */
export function differencesDeClauses(avant: Convention, apres: Convention): readonly DifferenceDeClause[] {
  const others = new Map(statedBy(apres).map((clause) => [clause.key, clause]));
  const known = new Set(statedBy(avant).map(({ key }) => key));
  const isSameDefinition = avant.id === apres.id;
  const isTold = ({ value }: Clause, isInBoth: boolean): boolean =>
    isSameDefinition || value.genre === "montant" || (isInBoth && value.genre !== "texte");
  const different = statedBy(avant).flatMap((clause): DifferenceDeClause[] => {
    const { key, label, value } = clause;
    const other = others.get(key) ?? null;
    if (!isTold(clause, other !== null) || (other && memeValeur(value, other.value))) return [];
    return [{ key, label, avant: clause, apres: other }];
  });
  const more = [...others.values()].filter((clause) => !known.has(clause.key) && isTold(clause, false));
  return [
    ...different,
    ...more.map((clause) => ({ key: clause.key, label: clause.label, avant: null, apres: clause })),
  ];
}

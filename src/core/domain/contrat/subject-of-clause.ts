// What a finding about a clause is about: the numbers by which findings name actions, axes and indicators.
import type { SujetClause } from "../../contract/clauses/clause";
import type { Subject } from "../subject";

export function subjectOfClause({ axe, action, indicator, year, party }: SujetClause): Subject {
  return {
    ...(axe !== undefined && { axe: Number(axe) }),
    ...(action !== undefined && { action: Number(action) }),
    ...(indicator !== undefined && { indicator: Number(indicator) }),
    ...(year !== undefined && { year }),
    ...((party === "etat" || party === "collectivite") && { party }),
  };
}

// What a finding about a clause is about: the numbers by which findings name actions, axes and indicators.
import type { SujetClause } from "../../contract/clauses/clause";
import type { Subject } from "../subject";
import { numeroAction } from "../values/numero-action";

export function subjectOfClause({ axe, action, indicator, year, party }: SujetClause): Subject {
  const numero = numeroAction(action ?? "");
  return {
    ...(axe !== undefined && { axe: Number(axe) }),
    ...(numero !== null && { action: numero }),
    ...(indicator !== undefined && { indicator: Number(indicator) }),
    ...(year !== undefined && { year }),
    ...((party === "etat" || party === "collectivite") && { party }),
  };
}

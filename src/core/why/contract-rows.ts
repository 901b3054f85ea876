// Whether the rows that a sum adds are the contract's actions, once each: which are absent, and which stand twice.
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Action, Convention } from "../contract/convention";
import type { YearFact } from "../facts/fact";
import { colonneOf } from "../facts/bands";
import type { Sum } from "../facts/sums";
import type { Montant } from "../domain/values/montant";
import type { NumeroAction } from "../domain/values/numero-action";

export interface ActionAbsente {
  readonly action: Action;
  /** What the contract gives it in that year and column, never nothing. */
  readonly montant: Montant;
}

/** The numbers of the contract's actions that it adds, repetitions included. */
function addedNumbers({ addends }: Sum): readonly NumeroAction[] {
  return addends.flatMap(({ row }) => row.action?.numero ?? []);
}

/** Those that the table's TOTAL, or an axe's subtotal, has no row to add for; none for an action's own total. */
export function absentActions(convention: Convention, sum: Sum<YearFact>): readonly ActionAbsente[] {
  const { row, year } = sum.fact;
  if (row.kind === "action") return [];
  const axe = row.kind === "axe" ? row.axe?.numero : null;
  const added = new Set(addedNumbers(sum));
  const lacking = convention.actions.filter(
    (action) => !added.has(action.numero) && (axe === null || action.axe === axe),
  );
  return lacking
    .map((action) => ({ action, montant: contractAmount(action, year, colonneOf(sum.fact)) }))
    .filter(({ montant }) => montant !== 0);
}

/** Whether nothing is absent and nothing stands twice: what the sum should be is then beyond doubt. */
export function hasContractRows(convention: Convention, sum: Sum<YearFact>): boolean {
  if (sum.fact.row.kind === "action") return true;
  const added = addedNumbers(sum);
  return new Set(added).size === added.length && absentActions(convention, sum).length === 0;
}

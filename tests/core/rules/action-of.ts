// An action of a contract by its number.
import type { Action, Convention } from "../../../src/core/contract/convention";

export function actionOf({ actions }: Convention, numero: number): Action {
  const action = actions.find((candidate) => candidate.numero === numero);
  if (!action) throw new Error(`no action ${numero}`);
  return action;
}

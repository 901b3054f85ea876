// Whose amounts stand in a row: those of one action of the contract, where so many are that it is no chance.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { Unite } from "../../domain/values/unite";
import { COLONNES } from "../../facts/lines/budget-lines";
import { centimesOf, figuresOf } from "../account/figure-cells";
import type { GridRow } from "../sheet-grid";

/** Fewer different amounts are chance. */
const FEWEST = 2;
const SHARE = 0.6;

function amountsOf(action: Action): ReadonlySet<number> {
  const years = action.montants.map(({ annee }) => annee);
  const amounts = years.flatMap((annee) => COLONNES.map((part) => contractAmount(action, annee, part) as number));
  return new Set(amounts.filter((amount) => amount > 0));
}

/** Null where none is, or two are alike. */
export function actionByAmounts(row: GridRow, actions: readonly Action[], unit: Unite): Action | null {
  const figures = figuresOf(row, () => true).filter(({ kind }) => kind === "amount");
  const shown = new Set(figures.map((figure) => centimesOf(figure, unit)));
  if (shown.size < FEWEST) return null;
  const matches = actions.flatMap((action) => {
    const same = [...amountsOf(action)].filter((amount) => shown.has(amount)).length;
    return same >= FEWEST && same >= SHARE * shown.size ? [{ action, same }] : [];
  });
  const [best, second] = matches.sort((one, other) => other.same - one.same);
  return best && best.same > (second?.same ?? 0) ? best.action : null;
}

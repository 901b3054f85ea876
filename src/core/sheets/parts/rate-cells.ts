// Rates as cells, rounded to the hundredth of a percent as everywhere.
import { roundRate } from "../../domain/values/taux";
import type { Taux } from "../../facts/ledger/ecriture";
import type { PlannedCell } from "../../workbook-port";

const whenBoth = (found: string, expected: string, then: string): string =>
  `=IF(AND(ISNUMBER(${found}),N(${expected})>0),${then},"–")`;

export function moneyRateCell(taux: Taux | null, found: string, expected: string): PlannedCell {
  const formula = whenBoth(found, expected, `INT(ROUND(${found}*1000000,0)/ROUND(${expected}*100,0)+0.5)/10000`);
  if (!taux) return { value: "–", formula };
  return { value: roundRate(taux.numerateur, taux.denominateur), formula };
}

/** A rate of figures with decimals, whose binary noise must not move a hundredth. */
export function figureRateCell(taux: Taux | null, found: string, expected: string): PlannedCell {
  const formula = whenBoth(found, expected, `INT(ROUND(${found}*10000/${expected},6)+0.5)/10000`);
  if (!taux) return { value: "–", formula };
  return { value: roundRate(taux.numerateur, taux.denominateur), formula };
}

// Rates as cells, rounded down to the hundredth of a percent everywhere: what is just below a threshold shows below it.
import type { Taux } from "../../facts/ledger/ecriture";
import type { PlannedCell } from "../../workbook-port";

const whenBoth = (found: string, expected: string, then: string): string =>
  `=IF(AND(ISNUMBER(${found}),N(${expected})>0),${then},"–")`;

/** Rounded down to the hundredth of a percent, as everywhere: what is just below a threshold shows below it. */
export function moneyRateCell(taux: Taux | null, found: string, expected: string): PlannedCell {
  const formula = whenBoth(found, expected, `INT(ROUND(${found}*1000000,0)/ROUND(${expected}*100,0))/10000`);
  if (!taux) return { value: "–", formula };
  return { value: Math.floor((taux.numerateur * 10_000) / taux.denominateur) / 10_000, formula };
}

/** A rate of figures with decimals, whose binary noise must not take a hundredth away. */
export function figureRateCell(taux: Taux | null, found: string, expected: string): PlannedCell {
  const formula = whenBoth(found, expected, `INT(ROUND(${found}*10000/${expected},6))/10000`);
  if (!taux) return { value: "–", formula };
  const hundredths = Math.round(((taux.numerateur * 10_000) / taux.denominateur) * 1e6) / 1e6;
  return { value: Math.floor(hundredths) / 10_000, formula };
}

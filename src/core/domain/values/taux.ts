// Ratios compared and shown exactly: whole numbers, never a floating-point quotient.
import { formatPart } from "../words/format";

// Indicators and thresholds have at most six decimals; centimes have none.
const SCALE = 1_000_000;

function exact(figure: number): bigint {
  return Number.isInteger(figure) ? BigInt(figure) * BigInt(SCALE) : BigInt(Math.round(figure * SCALE));
}

/** Whether found / expected stays below the share (0.8 for 80 %); false where nothing is expected. */
export function isBelowShare(found: number, expected: number, share: number): boolean {
  return expected > 0 && exact(found) * BigInt(SCALE) < exact(share) * exact(expected);
}

/** Whether found stays below expected, binary noise left aside. */
export function isBelow(found: number, expected: number): boolean {
  return exact(found) < exact(expected);
}

/** "79,99 %": rounded down, so that what is below a threshold never looks as if it had reached it. */
export function formatTaux(found: number, expected: number): string {
  const hundredths = (exact(found) * 10_000n) / exact(expected);
  return formatPart(Number(hundredths) / 10_000);
}

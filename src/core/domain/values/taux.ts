// Ratios compared and shown exactly: whole numbers, never a floating-point quotient.
import { formatNombre, formatPart, NBSP } from "../words/format";

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

/** found / expected in whole parts of so many to one, rounded as people round: a half goes up. */
function roundedRate(found: number, expected: number, parts: bigint): number {
  const [twice, whole] = [2n * exact(found) * parts + exact(expected), 2n * exact(expected)];
  const down = twice / whole;
  return Number(twice < 0n && twice % whole !== 0n ? down - 1n : down) / Number(parts);
}

/** A share of one to the hundredth of a percent, as every sheet shows it. */
export const roundRate = (found: number, expected: number): number => roundedRate(found, expected, 10_000n);

/** "66,67 %"; of what is below `share`, with as many decimals as it takes not to look as if it had reached it. */
export function formatTaux(found: number, expected: number, share?: number): string {
  const rate = roundRate(found, expected);
  if (share === undefined || rate < share || !isBelowShare(found, expected, share)) return formatPart(rate);
  const finer = [1_000_000n, 100_000_000n].map((parts) => roundedRate(found, expected, parts));
  const percent = (finer.find((one) => one < share) ?? rate) * 100;
  return `${formatNombre(Math.round(percent * 1e6) / 1e6)}${NBSP}%`;
}

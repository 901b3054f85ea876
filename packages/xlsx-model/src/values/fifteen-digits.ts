// Numbers as Excel sees them: fifteen significant digits of a binary number, on which it rounds, cuts and compares.

/** More digits of a number than these Excel neither shows nor looks at. */
export const SIGNIFICANT_DIGITS = 15;

/** 20963.384999999998 is 20963.385; a whole number stays, however long. */
function fifteenDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** Half away from zero, as by hand: 1.005 to two decimals is 1.01. `decimals` may be negative. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** Math.abs(decimals);
  const size = Math.abs(value);
  const whole = Math.round(fifteenDigits(decimals < 0 ? size / scale : size * scale));
  const rounded = decimals < 0 ? whole * scale : whole / scale;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The difference of two numbers, which is 0 where they differ beyond the fifteenth digit only: 0.3 from 0.1 + 0.2. */
export function subtract(left: number, right: number): number {
  return fifteenDigits(left) === fifteenDigits(right) ? 0 : left - right;
}

/** To the next lower whole number: 0.29 × 100 is 29 of them. */
export function floor(value: number): number {
  return Math.floor(fifteenDigits(value));
}

// Two neighbouring digits exchanged, and what only looks like it.
import { expect, it } from "vitest";
import { isDigitSwap } from "../../../../src/core/domain/values/digit-swap";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";

it.each([
  [323500, 332500, true],
  [45700, 47500, true],
  [64999.99, 46999.99, true],
  [12.43, 12.34, true],
  [332500, 332500, false],
  [332590, 332500, false],
  // A multiple of nine without any exchange; an exchange of distant digits; one that shortens the figure.
  [332518, 332500, false],
  [532300, 332500, false],
  [100, 1000, false],
  [-45700, -47500, false],
  [0, 9, false],
])("%d for %d: %s", (typed, meant, expected) => {
  expect(isDigitSwap(montantFromEuros(typed), montantFromEuros(meant))).toBe(expected);
});

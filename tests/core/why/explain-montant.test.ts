import { expect, test } from "vitest";
import { explainMontant } from "../../../src/core/why/explain-montant";
import { montantFromCentimes } from "../../../src/core/domain/values/montant";

test.each<[found: number, expected: number, told: RegExp | null]>([
  [6_500, 6_500_000, /saisi en k€/],
  [6_501, 6_500_000, null],
  [6_500_000_000, 6_500_000, /unité de l’en-tête/],
  [-6_500_000, 6_500_000, /signe/],
  [5_600_000, 6_500_000, /intervertis/],
  [6_500_100, 6_500_000, null],
  [6_500_000, 6_500_000, null],
  [100, 0, null],
  [0, 6_500_000, null],
])("%i centimes for %i", (found, expected, told) => {
  const explanation = explainMontant(montantFromCentimes(found), montantFromCentimes(expected));
  if (told === null) expect(explanation).toBeNull();
  else expect(explanation).toMatch(told);
});

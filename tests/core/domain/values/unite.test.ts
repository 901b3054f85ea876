// The figure to type in the unit of a table: the nearest to the amount, without binary noise.
import fc from "../../../seeded";
import { expect, it, test } from "vitest";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import { DECIMALES, EUROS, inUnite, isInThousands, type Unite } from "../../../../src/core/domain/values/unite";

it("writes any amount with the decimals of its centimes, and no more", () => {
  const unite = fc.constantFrom<Unite>("€", "k€", "M€");
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), unite, (centimes, each) => {
      const figure = inUnite(montantFromCentimes(centimes), each);
      expect(String(figure)).toBe(String(Number(figure.toFixed(DECIMALES[each]))));
      expect(Math.round(figure * EUROS[each] * 100) === centimes).toBe(true);
    }),
  );
});

test.each([
  [0, false],
  [2599, false],
  [2600, true],
  [26_000, true],
  [26_001, false],
])("%i centimes for 130 000 € look like thousands: %s", (found, looks) => {
  expect(isInThousands(montantFromCentimes(found), montantFromCentimes(13_000_000))).toBe(looks);
});

// The figure to type in the unit of a table: the nearest to the amount, without binary noise.
import fc from "../../../seeded";
import { expect, it } from "vitest";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import { DECIMALES, EUROS, inUnite, type Unite } from "../../../../src/core/domain/values/unite";

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

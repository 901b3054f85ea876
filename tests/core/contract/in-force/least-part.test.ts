// The least local part and the most of the State's: exact to the centime, up to the greatest amount.
import { describe, expect, it } from "vitest";
import { leastLocalPart, mostStatePart } from "../../../../src/core/contract/in-force/contract-amounts";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";

const SEUILS = [0, 0.000001, 0.1, 0.333, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.85, 0.999999, 1];
const GREATEST = Number.MAX_SAFE_INTEGER;
const CENTIMES = [0, 1, 2, 3, 7, 99, 100, 999_999, 1_000_000, 1_000_001, 33_250_000_000, 9_007_199_254, 9_007_199_255];
const AMOUNTS = [
  ...CENTIMES,
  ...[GREATEST, GREATEST - 1, GREATEST - 2, (GREATEST - 1) / 2, (GREATEST + 1) / 2, Math.floor(GREATEST / 3)],
  ...Array.from({ length: 200 }, (_, rank) => Math.floor(GREATEST / 1.19 ** rank)),
  ...CENTIMES.map((centimes) => -centimes),
];

const MILLION = 1_000_000n;
const shareOf = (seuil: number): bigint => BigInt(Math.round(seuil * 1e6));

/** The definition: the smallest whole part with part × rest ≥ seuil × State, and the largest State's part that it allows. */
function holds(seuil: number, etat: number, local: number): boolean {
  const share = shareOf(seuil);
  return BigInt(local) * MILLION >= share * (BigInt(etat) + BigInt(local));
}

describe("the part that the contract asks for", () => {
  it.each(SEUILS)("is the least that reaches a threshold of %d, and not a centime less", (seuil) => {
    for (const amount of AMOUNTS.filter((each) => each >= 0)) {
      const least = leastLocalPart(seuil, montantFromCentimes(amount));
      if (least === null) {
        expect(holds(seuil, amount, GREATEST)).toBe(seuil >= 1 && amount === 0);
        continue;
      }
      expect([amount, least, holds(seuil, amount, least)]).toEqual([amount, least, true]);
      if (least > 0) expect([amount, least, holds(seuil, amount, least - 1)]).toEqual([amount, least, false]);
    }
  });

  it.each(SEUILS)("leaves the most of the State's part beside a threshold of %d, and not a centime more", (seuil) => {
    for (const amount of AMOUNTS.filter((each) => each >= 0)) {
      const most = mostStatePart(seuil, montantFromCentimes(amount));
      if (most === null) {
        expect(holds(seuil, GREATEST, amount)).toBe(true);
        continue;
      }
      expect([amount, most, holds(seuil, most, amount)]).toEqual([amount, most, true]);
      expect([amount, most, holds(seuil, most + 1, amount)]).toEqual([amount, most, false]);
    }
  });

  it("rounds what is beside a negative part towards nothing", () => {
    for (const amount of AMOUNTS.filter((each) => each < 0)) {
      for (const seuil of SEUILS.filter((each) => each <= 0.5)) {
        const share = shareOf(seuil);
        const exact = (BigInt(amount) * share) / (MILLION - share);
        expect(leastLocalPart(seuil, montantFromCentimes(amount))).toBe(Number(exact));
      }
    }
  });
});

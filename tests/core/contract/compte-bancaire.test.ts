// Check digits of IBAN and RIB, against published examples.
import { expect, it } from "vitest";
import {
  compactCompte,
  formatIban,
  formatRib,
  ibanDeRib,
  isIbanValide,
  isRibValide,
  ribDeIban,
} from "../../../src/core/contract/compte-bancaire";

const IBANS = [
  "FR14 2004 1010 0505 0001 3M02 606",
  "DE89 3704 0044 0532 0130 00",
  "GB82 WEST 1234 5698 7654 32",
  "BE68 5390 0754 7034",
];

it.each(IBANS)("%s is valid", (iban) => {
  expect(isIbanValide(compactCompte(iban))).toBe(true);
});

it.each(["FR14 2004 1010 0505 0001 3M02 60", "FR15 2004 1010 0505 0001 3M02 606", "14 2004 1010 0505", "", "FR"])(
  "%s is not",
  (iban) => {
    expect(isIbanValide(compactCompte(iban))).toBe(false);
  },
);

it("reads every letter of a RIB as its digit", () => {
  // Each of these letters stands for the digit of its column, so that the key stays the same.
  for (const letters of ["AJ", "BKS", "CLT", "DMU", "ENV", "FOW", "GPX", "HQY", "IRZ"].map(
    (group, index) => `${index + 1}${group}`,
  )) {
    const valid = Array.from(letters, (letter) => {
      const keys = Array.from({ length: 97 }, (_, key) => String(key + 1).padStart(2, "0"));
      return keys.find((key) => isRibValide(`3000100334C21000000${letter}${"0"}${key}`));
    });
    expect(valid[0]).toBeDefined();
    expect(new Set(valid).size).toBe(1);
  }
});

it("goes from a RIB to its IBAN and back", () => {
  const rib = "20041010050500013M02606";
  expect(isRibValide(rib)).toBe(true);
  expect(formatIban(ibanDeRib(rib))).toBe("FR14 2004 1010 0505 0001 3M02 606");
  expect(ribDeIban(ibanDeRib(rib))).toBe(rib);
  expect(ribDeIban("DE89370400440532013000")).toBeNull();
  expect(formatRib(rib)).toBe("20041 01005 0500013M026 06");
});

// Euros become whole centimes once, exactly, and stay so.
import { describe, expect, it } from "vitest";
import {
  addMontants,
  montantFromCentimes,
  montantFromEuros,
  subtractMontants,
  toEuros,
} from "../../../../src/core/domain/values/montant";

describe("montantFromEuros", () => {
  it.each([
    [0, 0],
    [-0, 0],
    [0.1 + 0.2, 30],
    [1.005, 101],
    [-1.005, -101],
    [1.004999999999999, 101],
    [1.00499999999999, 100],
    [32365.280000000002, 3236528],
    [64999.99, 6499999],
    [0.004, 0],
    [45032466000000, 4503246600000000],
  ])("%d euros are %d centimes", (euros, centimes) => {
    expect(montantFromEuros(euros)).toBe(centimes);
  });

  it("refuses what is no amount", () => {
    expect(() => montantFromEuros(Number.NaN)).toThrow(RangeError);
    expect(() => montantFromEuros(1e300)).toThrow(RangeError);
    expect(() => montantFromCentimes(0.5)).toThrow(RangeError);
  });

  it("never yields a negative zero", () => {
    expect(Object.is(montantFromEuros(-0.001), 0)).toBe(true);
  });
});

describe("sums", () => {
  it("adds what floating-point euros could not", () => {
    const tenth = montantFromEuros(0.1);
    expect(toEuros(addMontants(...Array.from({ length: 10 }, () => tenth)))).toBe(1);
  });

  it("subtracts below zero", () => {
    expect(toEuros(subtractMontants(montantFromEuros(64999.99), montantFromEuros(65000)))).toBe(-0.01);
  });
});

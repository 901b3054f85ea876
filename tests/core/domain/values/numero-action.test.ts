// Numbers of actions as contracts write them: which texts are one, their order, and what is the same number.
import { describe, expect, test } from "vitest";
import {
  compareNumeros,
  foldNumero,
  isNumeroTexte,
  numeroAction,
  numeroDeValeur,
  numeroDit,
} from "../../../../src/core/domain/values/numero-action";

test.each(["1.1", "A1", "1.a", "1-2", "2bis", "II.3", "1.10.2", "A-1", "PIL3.2"])("%s is one", (text) => {
  expect(isNumeroTexte(text)).toBe(true);
  expect(numeroAction(` ${text} `)).toBe(text);
});

test.each(["", "1", "12", "A", "1 2", "1/2", "1.", ".1", "1..2", "trop-longue1", "1.1.1.1.1"])(
  "%j is no text that numbers an action",
  (text) => {
    expect(isNumeroTexte(text)).toBe(false);
  },
);

test("a whole number is a number, and nought is none", () => {
  expect([numeroAction("12"), numeroAction(12), numeroAction("0"), numeroAction("")]).toEqual([12, 12, null, null]);
});

test.each([
  ["Action n° 5 – Prévenir", 5],
  ["5", 5],
  ["1.1 Prévenir", "1.1"],
  ["Action 1.a : Prévenir", "1.a"],
  ["Fiche action A1 – Prévenir", "A1"],
  ["1.1. Prévenir", "1.1"],
  ["Action culturelle", null],
])("%j begins with %j", (text, numero) => {
  expect(numeroDit(text)).toBe(numero);
});

describe("their order", () => {
  test("is a reader's", () => {
    const sorted = [1, "1.a", "1.b", "1.1", "1.2", "1.10", 2, "2.1", 10, "A1", "A2", "A10", "B1"];
    // Sub-parts that are figures stand before letters.
    const expected = [1, "1.1", "1.2", "1.10", "1.a", "1.b", 2, "2.1", 10, "A1", "A2", "A10", "B1"];
    expect([...sorted].reverse().sort(compareNumeros)).toEqual(expected);
  });

  test("puts what has no number last", () => {
    expect([Infinity, "A1", 3, "1.1"].sort(compareNumeros)).toEqual(["1.1", 3, "A1", Infinity]);
  });
});

test("letters, case and what stands between the parts are the same number; other figures are not", () => {
  expect(new Set(["A1", "a1", "A-1", "a.1"].map(foldNumero)).size).toBe(1);
  expect(new Set(["1.1", "1.10", "11", "1.1.1"].map(foldNumero)).size).toBe(4);
});

test("a figure stands for the one number that is worth as much", () => {
  const of = (...numeros: readonly string[]) =>
    numeroDeValeur(
      numeros.map((numero) => ({ numero })),
      1.1,
    );
  expect([of("1.1", "1.2"), of("1.1", "1.10"), of("1.2")]).toEqual(["1.1", null, null]);
});

// The simple values of a definition at their limits.
import { expect, it } from "vitest";
import type * as z from "zod";
import { annee, montant, numero, texte, valeur } from "../../../../src/core/contract/definition/grandeurs";

const LARGEST = Number.MAX_SAFE_INTEGER;

const CASES: readonly {
  readonly named: string;
  readonly schema: z.ZodType;
  readonly accepted: readonly (readonly [unknown, unknown])[];
  readonly refused: readonly unknown[];
}[] = [
  {
    named: "texte",
    schema: texte,
    accepted: [
      ["a", "a"],
      [" a b\n", "a b"],
      ["0", "0"],
    ],
    refused: ["", "  ", "\u00a0", 1, null, undefined, true, ["a"]],
  },
  {
    named: "numero",
    schema: numero,
    accepted: [
      [1, 1],
      [LARGEST, LARGEST],
    ],
    refused: [0, -1, 0.5, 1.5, LARGEST + 1, NaN, Infinity, "1", null, undefined],
  },
  {
    named: "annee",
    schema: annee,
    accepted: [
      [2000, 2000],
      [2100, 2100],
    ],
    refused: [1999, 2101, 2024.5, NaN, "2024", null, undefined],
  },
  {
    named: "montant",
    schema: montant,
    accepted: [
      [0, 0],
      [0.01, 1],
      [0.1 + 0.2, 30],
      // Less than a calculation leaves of a centime.
      [0.0000009, 0],
      [1234.56, 123456],
      [1e12, 1e14],
    ],
    refused: [-0.01, 0.001, 0.005, 0.0000011, 1e12 + 0.01, 1e12 + 1, NaN, Infinity, "1", null, undefined],
  },
  {
    named: "valeur",
    schema: valeur,
    accepted: [
      [0, 0],
      [62.5, 62.5],
      ["nd", "nd"],
    ],
    refused: [-0.1, NaN, Infinity, "ND", "", null, undefined, true],
  },
];

it.each(CASES)("$named: accepted as it is, or with what it becomes", ({ schema, accepted }) => {
  for (const [value, read] of accepted) {
    expect(schema.parse(value)).toBe(read);
  }
});

it.each(CASES)("$named: refused, with one reason", ({ schema, refused }) => {
  for (const value of refused) {
    expect(schema.safeParse(value).error?.issues).toHaveLength(1);
  }
});

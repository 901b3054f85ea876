// A number with its noun.
import { expect, it } from "vitest";
import { accord, partSur } from "../../../../src/core/domain/words/accord";

it("is singular for zero and one, and groups its thousands", () => {
  expect([0, 1, 2].map((count) => accord(count, "écart"))).toEqual(["0 écart", "1 écart", "2 écarts"]);
  expect(accord(2666, "chiffre lu", "chiffres lus")).toBe("2\u00a0666 chiffres lus");
});

it("agrees a part of a whole, and says none in words", () => {
  const lignes = { un: "ligne", plusieurs: "lignes", participe: "lu", feminin: true };
  const montants = { un: "montant", plusieurs: "montants", participe: "lu", feminin: false };
  const said = (counted: typeof lignes) => [0, 1, 2].map((found) => partSur(found, 16, counted));
  expect(said(lignes)).toEqual([
    "aucune ligne sur 16 n’est lue",
    "1 ligne sur 16 est lue",
    "2 lignes sur 16 sont lues",
  ]);
  expect(said(montants)).toEqual([
    "aucun montant sur 16 n’est lu",
    "1 montant sur 16 est lu",
    "2 montants sur 16 sont lus",
  ]);
});

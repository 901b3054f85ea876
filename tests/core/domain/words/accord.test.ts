// A number with its noun.
import { expect, it } from "vitest";
import { accord } from "../../../../src/core/domain/words/accord";

it("is singular for zero and one, and groups its thousands", () => {
  expect([0, 1, 2].map((count) => accord(count, "écart"))).toEqual(["0 écart", "1 écart", "2 écarts"]);
  expect(accord(2666, "chiffre lu", "chiffres lus")).toBe("2\u00a0666 chiffres lus");
});

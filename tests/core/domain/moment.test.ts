// A day before the contract or long after it is said.
import { expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { direMoment } from "../../../src/core/domain/contrat/moment";

const plain = (asOf: string, signeLe?: string) =>
  direMoment({ convention: { ...contratIntegre, ...(signeLe !== undefined && { signeLe }) }, asOf });

test.each([
  ["2023-12-31", "La date de vérification, le 31/12/2023, précède le contrat, qui commence le 01/01/2024."],
  ["2024-01-01", null],
  ["2028-12-31", null],
  ["2029-01-01", "La date de vérification, le 01/01/2029, vient plus d’un an après la fin du contrat, le 31/12/2027."],
])("%s", (asOf, said) => {
  expect(plain(asOf)).toBe(said);
});

test("the signature counts where it is known and comes first", () => {
  expect(plain("2023-12-19", "2023-12-20")).toContain("signé le 20/12/2023");
  expect(plain("2023-12-20", "2023-12-20")).toBeNull();
});

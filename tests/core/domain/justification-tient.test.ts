// A justification outlives what changes nothing of its finding, and no more.
import { expect, it } from "vitest";
import { holdsFor } from "../../../src/core/domain/justification-tient";

const finding = (rule: string, message: string, found: number | null = null) => ({
  rule,
  message,
  found,
  expected: null,
});

const given = { found: null, expected: null, message: "Le code A." };

it.each<[string, ReturnType<typeof finding>, typeof given, boolean]>([
  ["the same sentence", finding("imputation-du-contrat", "Le code A."), given, true],
  ["another explanation", finding("imputation-du-contrat", "Le code A."), { ...given, message: "Le code A.\nX" }, true],
  ["another sentence", finding("imputation-du-contrat", "Le code B."), given, false],
  ["a sentence that was cleared", finding("imputation-du-contrat", "Le code B."), { ...given, message: "" }, true],
  ["a day more", finding("echeances", "2 jours de retard."), { ...given, message: "1 jour de retard." }, true],
  ["a figure where there was none", finding("sous-consommation", "Le code A.", 1), given, false],
])("%s", (_, of, before, holds) => {
  expect(holdsFor(of, before)).toBe(holds);
});

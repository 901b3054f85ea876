// What a correction does to a share is said as a person would: an action without an amount has none.
import { expect, it } from "vitest";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";
import { workTexts } from "../../../../src/taskpane/verify/work/texts";

const share = (part: number, whole: number) => ({ part: montantFromEuros(part), whole: montantFromEuros(whole) });

it.each([
  [share(0, 0), share(50, 100), "sans montant jusque-là, est de 50 % ; le minimum de 50 % est atteint."],
  [share(50, 100), share(49.99, 100), "passe de 50 % à 49,99 % ; le minimum de 50 % est manqué."],
  [share(50, 100), share(0, 0), "n’a plus de montant."],
])("%o becomes %o", (before, after, said) => {
  const effect = { on: "cofinancement", action: 1, annee: 2025, before, after, expected: 0.5 } as const;
  const text = workTexts.effect(effect).replaceAll(/[\u00a0\u202f]/g, " ");
  expect(text).toMatch(/^Le cofinancement de l’action 1 en 2025,? /u);
  expect(text).toContain(said);
});

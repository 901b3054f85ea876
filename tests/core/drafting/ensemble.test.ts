// Sentences that are each right: a share of all actions and one of an axe or a year; an article and a table that do not say the same.
import { describe, expect, it, test } from "vitest";
import { conventionSchema } from "../../../src/core/contract/convention";
import { questionsPosees, repondre } from "../../../src/core/contract/definition/repondre";
import { effetDuChoix } from "../../../src/core/drafting/relecture/effet";
import { draft } from "../../contracts/invented-fields";
import { troisPiliers } from "../../contracts/invented-counties";
import type { Ligne } from "../../contracts/invented-document";

const changed = (from: string, to: string): readonly Ligne[] =>
  troisPiliers.lignes.map((ligne) => (typeof ligne === "string" ? ligne.replace(from, to) : ligne));
const LEAST = "apporte au moins 50 % des crédits de chaque action.";

function asked(lignes: readonly Ligne[], champ: string) {
  const definition = draft(lignes);
  const question = questionsPosees(definition, conventionSchema.parse(definition)).find((each) => each.champ === champ);
  if (!question) throw new Error(`${champ} is not asked`);
  return { definition, question };
}

function answered(lignes: readonly Ligne[], champ: string) {
  const { definition, question } = asked(lignes, champ);
  const reponse = { key: question.key, answer: "ensemble", by: "Claire Martin", on: "2024-12-01" };
  const repondu = repondre(definition, conventionSchema.parse(definition), [reponse]);
  if (!repondu.ok) throw new Error(repondu.message);
  return { question, definition: repondu.definition };
}

test.each([
  [
    "L’axe 3 fait exception : le Département y apporte au moins 40 %.",
    "40\u00a0% pour l’axe 3",
    [{ axe: 3, seuil: 0.4 }],
  ],
  ["Pour l’action 2, il apporte au moins 40 %.", "40\u00a0% pour l’action 2", [{ action: 2, seuil: 0.4 }]],
  ["Ce taux est de 40 % en 2024.", "40\u00a0% en 2024", [{ annee: 2024, seuil: 0.4 }]],
  [
    "Il est abaissé à 45 % à compter de 2026.",
    "45\u00a0% à partir de 2026",
    [
      { annee: 2026, seuil: 0.45 },
      { annee: 2027, seuil: 0.45 },
    ],
  ],
])("%s", (phrase, said, seuils) => {
  const { question, definition } = answered(changed(LEAST, `${LEAST} ${phrase}`), "cofinancement.seuil");
  expect(question.ensemble?.libelle).toBe(`Les deux : 50\u00a0%, et ${said}`);
  expect(question.ensemble?.propose).toBe(true);
  expect(definition.cofinancement).toEqual({ seuil: 0.5, seuils });
  const [added] = Object.entries(definition.sources ?? {}).filter(([cle]) => cle.startsWith("cofinancement/seuils/"));
  expect(added?.[1]).toMatchObject({ phrase, par: "Claire Martin", le: "2024-12-01" });
});

describe("a share that the amounts do not carry", () => {
  it("is not proposed, and what it changes is said", () => {
    const { definition, question } = asked(
      changed(LEAST, `${LEAST} Pour l’axe 3, il apporte au moins 60 %.`),
      "cofinancement.seuil",
    );
    expect(question.ensemble?.propose).toBeUndefined();
    expect(effetDuChoix(definition, question, "ensemble")).toMatch(
      /^1 des 4\sactions du contrat n’a pas la part minimale \(4\)/,
    );
  });

  it("is no share of a definition where it is of an axe that there is not", () => {
    const { question } = asked(
      changed(LEAST, `${LEAST} Pour l’axe 7, il apporte au moins 40 %.`),
      "cofinancement.seuil",
    );
    expect(question.ensemble).toBeUndefined();
  });
});

it("an article and a table may both be written so: the article stays, nobody is blamed", () => {
  const champ = "creditsEtat[0].montant";
  const { question, definition } = answered(changed("verse 100 000 €", "verse 100 000,01 €"), champ);
  expect(question.ensemble?.libelle).toBe("Les deux sont écrits ainsi");
  expect(question.ensemble?.pourquoi).toMatch(/^L’écart de 0,01\s€ est dans le contrat lui-même/);
  expect(definition.creditsEtat[0]?.montant).toBe(100_000.01);
  expect(definition.questions?.some((each) => each.champ === champ)).toBe(false);
});

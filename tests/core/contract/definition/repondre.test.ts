// Answers to what a drafted definition asks: the value, its question gone, and who confirmed it.
import { describe, expect, test } from "vitest";
import { parseConvention } from "../../../../src/contracts/parse-convention";
import type { ConventionDefinition } from "../../../../src/core/contract/convention";
import { listClauses } from "../../../../src/core/contract/clauses/list-clauses";
import { questionsPosees, repondre, type ReponseAuContrat } from "../../../../src/core/contract/definition/repondre";
import { troisPiliers } from "../../../contracts/invented-counties";
import { draft } from "../../../contracts/invented-fields";

const other = "Le Département apporte au moins 45 % des crédits de chaque action.";
const at = troisPiliers.lignes.findIndex(
  (ligne) => ligne === "Le Département apporte au moins 50 % des crédits de chaque action.",
);
const contradicted = draft([...troisPiliers.lignes.slice(0, at + 1), other, ...troisPiliers.lignes.slice(at + 1)]);

function checked(definition: ConventionDefinition) {
  const parsed = parseConvention(definition);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

const convention = checked(contradicted);
const posees = questionsPosees(contradicted, convention);
const asked = (champ: string) => {
  const found = posees.find((each) => each.champ === champ);
  if (!found) throw new Error(`nothing is asked about ${champ}`);
  return found;
};
const answer = (champ: string, value: string | number): ReponseAuContrat => ({
  key: asked(champ).key,
  answer: value,
  by: "Claire Martin",
  on: "2026-11-24",
});
const answered = (...reponses: readonly ReponseAuContrat[]) => repondre(contradicted, convention, reponses);
function definitionAfter(...reponses: readonly ReponseAuContrat[]): ConventionDefinition {
  const repondu = answered(...reponses);
  if (!repondu.ok) throw new Error(repondu.message);
  return repondu.definition;
}
const seuilOf = (definition: ConventionDefinition) =>
  listClauses(checked(definition)).find(({ key }) => key === "cofinancement/seuil");

describe("two sentences that say two values", () => {
  test("are one question with both, and the value is supposed", () => {
    expect(asked("cofinancement.seuil")).toMatchObject({
      suppose: 0.5,
      reponses: [
        { valeur: 0.5, article: "4" },
        { valeur: 0.45, article: "4", phrase: other },
      ],
    });
    expect(seuilOf(contradicted)?.state).toBe("supposed");
  });

  test.each([
    ["the second of them", 0.45, { quote: other, article: "4" }],
    ["what stands in the definition", "exact", { quote: expect.stringContaining("50 %") as string, article: "4" }],
    ["another value, which no sentence gives", 0.4, { quote: null, place: null, article: "3" }],
  ])("%s is confirmed by who answers", (_, value, where) => {
    const after = definitionAfter(answer("cofinancement.seuil", value));
    const confirmed = { by: "Claire Martin", on: "2026-11-24" };
    expect(after.cofinancement.seuil).toBe(value === "exact" ? 0.5 : value);
    expect(seuilOf(after)).toMatchObject({ state: "confirmed", confirmed, ...where });
    expect(after.questions?.map(({ champ }) => champ)).not.toContain("cofinancement.seuil");
    expect(after.questions).toHaveLength(contradicted.questions.length - 1);
  });
});

test("what was read is confirmed together, once", () => {
  const before = listClauses(convention).filter(({ state }) => state === "read");
  expect(before.length).toBeGreaterThan(20);
  const after = listClauses(checked(definitionAfter(answer("relecture", "exact"))));
  expect(after.filter(({ state }) => state === "read")).toEqual([]);
  // What stands nowhere by itself is of the whole that was compared.
  const confirmed = after.filter(({ state }) => state === "confirmed");
  expect(confirmed.length).toBeGreaterThanOrEqual(before.length);
  expect(confirmed.filter((clause) => clause.confirmed?.by !== "Claire Martin")).toEqual([]);
});

test.each([
  ["a share above all", "cofinancement.seuil", 1.2, /au plus égale à 1/],
  ["a text for a share", "cofinancement.seuil", "la moitié", /un nombre est attendu/],
  ["a value for what is more than one", "actions[].indicateurs", "un indicateur", /plus d’une valeur/],
  ["a text for a fiche", "actions[0].fiche", "une fiche", /un objet est attendu/],
  ["anything but its confirmation for what was read", "relecture", "non", /« exact »/],
])("%s is no answer", (_, champ, value, message) => {
  expect(answered(answer(champ, value))).toMatchObject({
    ok: false,
    message: expect.stringMatching(message) as string,
  });
});

test("an answer that was given for another question is left out", () => {
  const stale = { ...answer("cofinancement.seuil", 0.3), key: "cofinancement.seuil#000000" };
  expect(definitionAfter(stale)).toEqual(contradicted);
});

// What the programme shares helps to read a contract: the words of a code that it does not give, and a code of another pillar.
import { expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { ACTIVITES, activiteDuCode } from "../../../src/core/contract/programme-304";
import { regleParAxe } from "../../contracts/ten/grand-rouvre";
import { draft } from "../../contracts/invented-fields";

const withCode = (sentence: string) =>
  draft(
    regleParAxe.lignes.flatMap((line) =>
      typeof line === "string" && line.startsWith("La dépense est imputée") ? [line, sentence] : [line],
    ),
  );
const asked = (sentence: string, champ: RegExp) =>
  (withCode(sentence).questions ?? []).filter((each) => champ.test(each.champ)).map(({ question }) => question);

test("the words of a code that the contract gives without them are proposed, and asked", () => {
  const sentence = "Les crédits de 2024 sont imputés au code 0304 50 23 25 02 pour 90 000 €.";
  const { imputation } = withCode(sentence);
  expect(imputation.lignes).toMatchObject([
    { code: "030450232502", intitule: ACTIVITES[3].intitule, sousAction: "25" },
  ]);
  const questions = asked(sentence, /imputation\.lignes\[0\]\.intitule/);
  expect(questions).toHaveLength(2);
  expect(questions[0]).toContain(ACTIVITES[3].intitule);
});

test("words of its own are kept, and a code that nobody knows is left to be completed", () => {
  const own =
    "Les crédits de 2024 sont imputés à la sous-action 25 « Tout autre nom », activité 02 « Ailleurs », code 0304 50 23 25 02, pour 90 000 €.";
  expect(withCode(own).imputation.lignes).toMatchObject([{ intitule: "Tout autre nom", intituleActivite: "Ailleurs" }]);
  expect(asked(own, /imputation\.lignes\[0\]\.(?:intitule|code)/)).toEqual([]);
  const unknown = "Les crédits de 2024 sont imputés au code 0304 50 99 99 99 pour 90 000 €.";
  expect(withCode(unknown).imputation.lignes[0]?.intitule).toBe("À compléter");
});

test.each([
  ["pilier 3", 0],
  ["pilier 4", 1],
])("the code of the third pillar, said to be of %s", (pilier, questions) => {
  const sentence = `Les crédits de 2024 du ${pilier} sont imputés au code 0304 50 23 25 02 pour 90 000 €.`;
  expect(asked(sentence, /imputation\.lignes\[0\]\.code/)).toHaveLength(questions);
});

test("the contract that ships charges its credits to them", () => {
  const codes = contratIntegre.imputation.lignes.map(({ code }) => [activiteDuCode(code)?.pilier, code]);
  // As they were signed: both sides come from one file otherwise.
  expect(codes).toEqual(["23", "24", "25", "26"].map((own, index) => [String(index + 1), `03045023${own}02`]));
});

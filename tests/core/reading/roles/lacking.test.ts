// Tables whose title does not say whose amounts they hold, of which year or of which action: one question each, and the right verdict after.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Answer, Question } from "../../../../src/core/domain/question";
import type { Grid } from "../figures";
import { actionLabel, euros } from "../layouts";
import { answer, PARTS, say, supposed, WORDS, workbook, YEARS, type Part } from "./asked";

const { actions } = contratIntegre;
const OTHER = ({ answers }: Question): Answer | undefined => answers.find(({ role }) => role === "autre chose");

const ofParty = (part: Part, all = actions): Grid => [
  ["Action", ...YEARS],
  ...all.map((action) => [actionLabel(action), ...YEARS.map((annee) => euros(action, annee, part))]),
];
const ofYear = (annee: number): Grid => [
  ["Action", ...PARTS.map((part) => WORDS[part])],
  ...actions.map((action) => [actionLabel(action), ...PARTS.map((part) => euros(action, annee, part))]),
];
const ofAction = (action: (typeof actions)[number]): Grid => [
  ["Plan de financement"],
  [],
  ["Année", ...PARTS.map((part) => WORDS[part])],
  ...YEARS.map((annee) => [annee, ...PARTS.map((part) => euros(action, annee, part))]),
];

describe("a sheet for each party, under names that are not theirs", () => {
  const raw = workbook({
    Dotation: ofParty("etat"),
    Contrepartie: ofParty("collectivite"),
    Ensemble: ofParty("total"),
  });

  it("is one question a sheet, with what is supposed and why", () => {
    const { questions, accused, state, sentence } = say(raw);
    expect(questions).toMatchObject([
      { about: "party", key: { kind: "party", path: ["partie", "Dotation"] }, supposed: { party: "etat" } },
      { about: "party", supposed: { party: "collectivite" } },
      { about: "party", supposed: { party: "total" } },
    ]);
    expect(questions[0]?.asked).toMatch(/^Ces montants sont-ils ceux de l’État.\?$/u);
    expect(questions[1]?.evidence.join()).toContain("32 de ses 32 montants sont ceux du contrat");
    expect(questions[2]?.asked).toMatch(/^Ces montants sont-ils ceux du total de l’action.\?$/u);
    expect(sentence).toContain("3 tableaux");
    expect({ accused, state }).toEqual({ accused: [], state: "to-confirm" });
  });

  it("conforms as supposed", () => {
    expect(answer(raw, supposed)).toMatchObject({ state: "conforming", questions: [] });
  });

  it("is asked column by column where it is none of them", () => {
    const after = answer(raw, OTHER);
    expect(after.questions).toHaveLength(12);
    expect(after.questions.every(({ about }) => about === "column")).toBe(true);
    expect(after.accused).toEqual([]);
  });

  it("with an amount of its own that differs is told at its cell, once answered", () => {
    const wrong = ofParty("etat").map((row, at) => (at === 3 ? [row[0] ?? null, 1, ...row.slice(2)] : row));
    const after = answer(workbook({ Dotation: wrong, Contrepartie: ofParty("collectivite") }), supposed);
    expect(after.json.findings.find(({ id }) => id === "montant-contractualise/3/2024/etat")?.cells).toEqual([
      "Dotation!B4",
    ]);
  });

  it("is known by E + L = T where its amounts are not the contract's", () => {
    const twice = (part: Part): Grid =>
      ofParty(part).map((row) => row.map((cell) => (typeof cell === "number" && cell > 3000 ? cell * 2 : cell)));
    const { questions } = say(
      workbook({ État: twice("etat"), Contrepartie: twice("collectivite"), Reste: twice("total") }),
    );
    expect(questions.map(({ key }) => key.path[1])).toEqual(["Contrepartie", "Reste"]);
  });
});

describe("so few of the contract's actions", () => {
  it.each([
    { named: 1, asked: 0 },
    { named: 2, asked: 1 },
    { named: 3, asked: 1 },
  ])("as $named make $asked question about the table", ({ named, asked }) => {
    const { questions } = say(workbook({ Dotation: ofParty("etat", actions.slice(0, named)) }));
    expect(questions.filter(({ about }) => about === "party")).toHaveLength(asked);
  });
});

describe("a sheet for each year, under names that are not theirs", () => {
  const raw = workbook(Object.fromEntries(YEARS.map((annee, at) => [`An ${"ABCD"[at]}`, ofYear(annee)])));

  it("is one question a sheet, by its amounts or its place among the others, and conforms as supposed", () => {
    const { questions, accused } = say(raw);
    expect(questions.map(({ supposed: one }) => one?.year)).toEqual(YEARS);
    expect(accused).toEqual([]);
    expect(answer(raw, supposed)).toMatchObject({ state: "conforming", questions: [] });
  });

  it("answered for another year is found out", () => {
    const after = answer(raw, ({ answers, key }) =>
      answers.find(({ year }) => year === (key.path[1] === "An A" ? 2025 : key.path[1] === "An B" ? 2024 : undefined)),
    );
    expect(after.state).not.toBe("conforming");
  });
});

describe("a sheet for each action, under titles that name none", () => {
  const raw = workbook(
    Object.fromEntries(actions.map((action, at) => [`Chantier ${"ABCDEFGH"[at]}`, ofAction(action)])),
  );

  it("is one question a sheet, never a choice between them, and conforms as supposed", () => {
    const { questions, accused } = say(raw);
    expect(questions.map(({ supposed: one }) => one?.action)).toEqual(actions.map(({ numero }) => `${numero}`));
    expect(accused).toEqual([]);
    expect(answer(raw, supposed)).toMatchObject({ state: "conforming", questions: [] });
  });

  it("among others that name theirs is asked alone; no action is said to be missing meanwhile", () => {
    const named = Object.fromEntries(
      actions
        .slice(1)
        .map((action) => [`Action ${action.numero}`, [[actionLabel(action)], ...ofAction(action).slice(1)]]),
    );
    const one = workbook({ ...named, Chantier: ofAction(actions[0] as (typeof actions)[number]) });
    expect(say(one)).toMatchObject({ accused: [], questions: [{ supposed: { action: "1" } }] });
    expect(answer(one, supposed).state).toBe("conforming");
  });
});

// What an answer would change, counted before it is given, and where the figures contradict it.
import { describe, expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { contradiction } from "../../src/core/domain/contradiction";
import type { Question, Role } from "../../src/core/domain/question";
import { effectOf, readingProgress } from "../../src/core/reading-progress";
import { verify } from "../../src/core/verify";
import { previewAnswers, questionAbout } from "../../src/usecases/preview-answers";
import { actionLabel, euros } from "./reading/layouts";
import { rawWorkbook } from "./reading/raw-workbook-builder";
import { contratIntegre } from "../../src/contracts/built-in";

const AS_OF = "2024-06-30";
const { actions } = contratIntegre;

/** The State's part of 2024 under words that do not say what it is, and a column of the office's own. */
const RAW = rawWorkbook({
  Budget: [
    ["Action", "Total 2024", "BP 2024 Etat", "Métropole 2024", "Fonds Barnier"],
    ...actions.map((action) => [
      actionLabel(action),
      ...(["total", "etat", "collectivite"] as const).map((part) => euros(action, 2024, part)),
      12_000,
    ]),
  ],
});
const { verification } = verify(RAW, contratsIntegres, AS_OF);
const questions = verification.verdict.questions ?? [];
const [bp, fonds] = questions as [Question, Question];

const given = (question: Question, answer: Role) => ({
  key: question.key,
  answer,
  by: "A",
  on: AS_OF,
  speaksFor: null,
});
const answerOf = (question: Question, wanted: Partial<Role>): Role => {
  const found = question.answers.find((one) =>
    Object.entries(wanted).every(([key, value]) => one[key as keyof Role] === value),
  );
  if (!found) throw new Error("no such answer");
  return found;
};
function effect(question: Question, answer: Role) {
  const after = previewAnswers(RAW, contratsIntegres, AS_OF, "built-in", [given(question, answer)]);
  return effectOf(readingProgress(verification), after, question.range ? [question.range] : []);
}

describe("a question", () => {
  it("shows the labels, a neighbour, its column and a neighbour, with their headings, on rows that name actions", () => {
    expect(bp.sample?.columns).toEqual([
      { name: "A", heading: "Action", isAsked: false },
      { name: "B", heading: "Total 2024", isAsked: false },
      { name: "C", heading: "BP 2024 Etat", isAsked: true },
      { name: "D", heading: "Métropole 2024", isAsked: false },
    ]);
    expect(bp.sample?.rows).toHaveLength(3);
    expect(bp.sample?.rows[0]?.cells.slice(1)).toEqual(["130\u00a0000", "65\u00a0000", "65\u00a0000"]);
    expect([bp.amounts, bp.place, bp.asked]).toEqual([
      8,
      "Colonne C, «\u00a0BP 2024 Etat\u00a0»",
      "Est-ce la part de l’État votée pour 2024\u00a0?",
    ]);
    expect(bp.text).toBe(`${bp.place}\u00a0: est-ce la part de l’État votée pour 2024\u00a0?`);
    // What is supposed is one of the answers, word for word.
    expect(bp.answers).toContainEqual(bp.supposed);
    // Nothing stands after the last column.
    expect(fonds.sample?.columns.map(({ name }) => name)).toEqual(["A", "D", "E"]);
  });
});

describe("the effect of an answer", () => {
  it("is counted in amounts held against the contract, and in discrepancies that are new", () => {
    expect(effect(bp, answerOf(bp, { party: "etat", nature: "contracted" }))).toMatchObject({
      compared: 8,
      discrepancies: 0,
      wrongCells: 0,
    });
  });

  it("is told of a wrong answer by the cells that it would put in discrepancy", () => {
    const wrong = effect(fonds, answerOf(fonds, { party: "etat", nature: "contracted", year: 2025 }));
    expect(wrong.discrepancies).toBeGreaterThan(0);
    expect(wrong.wrongCells).toBeGreaterThanOrEqual(4);
  });

  it("changes nothing that stands: the question is put again as it was once its answer is put aside", () => {
    const answered = given(bp, answerOf(bp, { party: "etat", nature: "contracted" }));
    const raw = { ...RAW, reponses: [answered] };
    expect(verify(raw, contratsIntegres, AS_OF).verification.verdict.questions).toHaveLength(questions.length - 1);
    expect(questionAbout(raw, contratsIntegres, AS_OF, "built-in", answered.key)).toEqual(bp);
    expect(raw.reponses).toEqual([answered]);
  });
});

describe("a contradiction", () => {
  it("is said of amounts that are the contract’s for another party, for spending, and for nothing; never of what is supposed", () => {
    expect(bp.supposed && contradiction(bp, bp.supposed)).toBeNull();
    expect(contradiction(bp, answerOf(bp, { party: "collectivite", nature: "contracted" }))).toMatch(
      /pour autre chose : la part de l’État votée, 2024/,
    );
    expect(contradiction(bp, answerOf(bp, { party: "etat", nature: "executed" }))).toMatch(
      /ce qui est voté reste à trouver/,
    );
    expect(contradiction(bp, answerOf(bp, { role: "ne pas comparer" }))).toMatch(/ceux que le contrat prévoit/);
  });

  it("is said of nothing where the amounts are not the contract’s", () => {
    expect(fonds.answers.map((answer) => contradiction(fonds, answer)).filter((said) => said !== null)).toEqual([]);
  });
});

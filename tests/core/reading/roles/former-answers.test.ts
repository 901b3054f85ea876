// A heading that changes after it was answered is asked about again, with the former answer, who gave it and for which words.
import { describe, expect, it } from "vitest";
import type { Reponse } from "../../../../src/core/domain/question";
import { budget, PLAIN, say, workbook } from "./asked";

const under = (heading: string) => workbook({ Budget: budget(["Action", heading, ...PLAIN.slice(2)]) });
const given = (heading: string, change: Partial<Reponse> = {}): Reponse => ({
  key: { kind: "column", path: [heading], sheet: "Budget" },
  answer: { role: "voté", year: 2024, party: "etat", nature: "contracted" },
  ...{ by: "Claire Martin", on: "2026-11-24", speaksFor: "collectivite" },
  ...change,
});
const asked = (heading: string, ...reponses: readonly Reponse[]) => {
  const [question, ...others] = say({ ...under(heading), reponses }).questions;
  expect(others).toEqual([]);
  return question;
};
const plain = (text: string | undefined): string => (text ?? "").replace(/\s/g, " ");

describe("a heading that changed", () => {
  const former = given("BP 2024 Etat");

  it("is asked about again, with what was answered proposed", () => {
    const question = asked("Etat 2024 DM1", former);
    expect(question?.former).toEqual(former);
    expect(question?.supposed).toMatchObject(former.answer);
    expect(plain(question?.asked)).toBe("Est-ce toujours la part de l’État votée pour 2024 ?");
    expect(plain(question?.evidence[0])).toBe(
      "réponse de Claire Martin, Métropole, 24/11/2026, quand l’intitulé était « BP 2024 Etat »",
    );
  });

  it("that shares too few words, or says another year, is asked as if nothing had been", () => {
    for (const heading of ["Dotation préfecture", "BP 2025 Etat"])
      expect(asked(heading, former)?.former).toBeUndefined();
  });

  it("an answer that still stands somewhere is that of no other heading", () => {
    const raw = workbook({ Budget: budget(["Action", "BP 2024 Etat", "Etat 2024 DM1", ...PLAIN.slice(3)]) });
    const { questions } = say({ ...raw, reponses: [former] });
    expect(questions.map((question) => question.former)).toEqual([undefined]);
  });

  it("for which the figures say something else keeps both: what they say is supposed, what was answered is told", () => {
    const ignored = given("BP 2024 Etat", { answer: { role: "ne pas comparer" } });
    const question = asked("BP 2024 Etat révisé", ignored);
    expect(question?.supposed).toMatchObject({ party: "etat", nature: "contracted" });
    expect(plain(question?.evidence[0])).toMatch(/^« Rien de cela : ne pas comparer » : réponse de Claire Martin/);
    expect(plain(question?.asked)).not.toMatch(/toujours/);
  });

  it("of a row is asked again in the same way", () => {
    const [first] = budget(PLAIN).slice(1);
    const row = [null, ...(first ?? []).slice(1)];
    const raw = workbook({ Budget: [...budget(PLAIN), ["CCAS de la ville", ...row.slice(1)]] });
    const reponse = given("", {
      key: { kind: "row", path: ["CCAS"], sheet: "Budget" },
      answer: { role: "autre financeur" },
    });
    const [question] = say({ ...raw, reponses: [reponse] }).questions;
    expect(plain(question?.asked)).toBe("Est-ce toujours un autre financeur ?");
  });
});

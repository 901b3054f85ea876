// Answers as a workbook and a file of answers hold them: in the words of the first version, whatever the code calls the parties.
import { describe, expect, it } from "vitest";
import type { Reponse } from "../../../src/core/domain/question";
import { ecrireReponses, lireReponses } from "../../../src/core/domain/reponses";

const given: Reponse = {
  key: { kind: "column", path: ["BP 2024"] },
  answer: { role: "voté", year: 2024, party: "collectivite", nature: "contracted" },
  by: "Mme Roy",
  on: "2026-11-24",
  speaksFor: "collectivite",
};
const KEPT = {
  key: { kind: "column", path: ["BP 2024"] },
  answer: { role: "voté", year: 2024, party: "local", nature: "contracted" },
  by: "Mme Roy",
  on: "2026-11-24",
  speaksFor: "local",
};
const keptAs = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

describe("answers in a workbook", () => {
  it("name the second party as they always did", () => {
    expect(ecrireReponses([given])).toBe(keptAs([KEPT]));
    expect(lireReponses(keptAs([KEPT]))).toEqual([given]);
  });

  it.each(["metropole", "", null, 1])("that name the party %s are asked for again", (party) => {
    expect(lireReponses(keptAs([KEPT, { ...KEPT, answer: { ...KEPT.answer, party } }]))).toEqual([given]);
    expect(lireReponses(keptAs([{ ...KEPT, speaksFor: party }])).length).toBe(party === null ? 1 : 0);
  });
});

// A sentence longer than anybody signs is read in parts: no pattern looks at all of it for each of its words.
import { expect, test } from "vitest";
import { LONGEST_SENTENCE, sentencesOf } from "../../../src/core/drafting/signed-sentences";

const parts = (texte: string) =>
  sentencesOf([{ kind: "paragraphe", texte, lieu: "ligne 1" }]).map((phrase) => phrase.texte.length);

test.each([
  [LONGEST_SENTENCE - 1, 1],
  [LONGEST_SENTENCE, 1],
  [LONGEST_SENTENCE + 1, 2],
])("of %i letters in %i", (length, count) => {
  expect(parts("a".repeat(length))).toHaveLength(count);
});

test("between two words, and none is lost", () => {
  const texte = Array.from({ length: 9000 }, (_, rank) => `mot${rank % 10}`).join(" ");
  const found = sentencesOf([{ kind: "paragraphe", texte, lieu: "ligne 1" }]);
  expect(found.map((phrase) => phrase.texte).join(" ")).toBe(texte);
  expect(Math.max(...parts(texte))).toBeLessThanOrEqual(LONGEST_SENTENCE);
});

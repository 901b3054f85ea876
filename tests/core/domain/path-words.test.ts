// The headings of a column as one text.
import { describe, expect, it } from "vitest";
import { wordsOfPath } from "../../../src/core/domain/words/path-words";

describe("the headings of a column", () => {
  it.each([
    [["2024", "Part État"], "2024 – Part État"],
    [["2024", "BP 2024 Etat"], "BP 2024 Etat"],
    [["2024", "", "État"], "2024 – État"],
    [["État", "ETAT"], "ETAT"],
    // Part of a word is no word.
    [["202", "BP 2024"], "202 – BP 2024"],
    [[""], ""],
  ])("%j is %s", (path, words) => {
    expect(wordsOfPath(path)).toBe(words);
  });
});

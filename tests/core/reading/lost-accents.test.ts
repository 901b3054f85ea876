// An export that was written in UTF-8 and read as Windows-1252: its words are found again, and read as if nothing had happened.
import { expect, test } from "vitest";
import { withAccents } from "../../../src/core/reading/labels/lost-accents";
import { run } from "./agents-run";
import { tableauBudgetaire } from "./annexes";

const lost = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

test.each([..."éèêëàâçîïôöùûüœæÉÈÊËÀÂÇÎÏÔÙÛŒ’‘«»–—…€°²"])("%s is found again", (letter) => {
  const text = `d${letter}t`;
  expect(withAccents(lost(text))).toBe(text);
});

test.each([
  ["Ã‰tat", "État"],
  ["Dâ€™accÃ¨s â€“ 50 â‚¬", "D’accès – 50 €"],
  ["Å“uvre, nÂ° 2", "œuvre, n° 2"],
])("« %s », as Windows shows it, is « %s »", (typed, meant) => {
  expect(withAccents(typed)).toBe(meant);
});

test.each(["État", "Château de l’Âge", "pâté à 50 €", "ÅSA", "Â b", "?tat"])("« %s » stays as it is", (text) => {
  expect(withAccents(text)).toBe(text);
});

test("a workbook that lost its accents is read without a question", () => {
  const budget = tableauBudgetaire.map((row) => row.map((cell) => (typeof cell === "string" ? lost(cell) : cell)));
  const { errors, asked, status } = run({ Budget: budget });
  expect([errors, asked, status("montant-contractualise")]).toEqual([[], [], "compliant"]);
});

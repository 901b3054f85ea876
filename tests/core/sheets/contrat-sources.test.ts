// The part of the sheet « Contrat » that says where each value comes from: shown, sealed, and without effect where somebody types in it.
import { expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { composeContratSheet } from "../../../src/core/sheets/contrat/contrat-sheet";
import { SECTION_TITLES } from "../../../src/core/contract/clauses/section-titles";
import { mistakes, readEdited } from "../reading/contrat/contrat-edits";

const { sources = {}, ...sansSources } = contratIntegre;

function rowsOf(convention: Convention): readonly (readonly unknown[])[] {
  const cells = composeContratSheet(convention).cells.map((row) => row.map(({ value }) => value));
  const from = cells.findIndex(([title]) => title === SECTION_TITLES.sources);
  const to = cells.findIndex(([title]) => title === SECTION_TITLES.avenants);
  return from < 0 ? [] : cells.slice(from + 3, to - 1);
}

const phrase = "La part de la Métropole est d’au moins la moitié.";
const lue = { article: "2.2", lieu: "page 3", phrase };
const question = { champ: "cofinancement.seuil", question: "Est-ce bien 50 % ?" };

test.each<[string, Partial<Convention>, readonly unknown[]]>([
  ["read", {}, ["lu", "2.2", "page 3", phrase, null, null]],
  ["supposed", { questions: [question] }, ["supposé", "2.2", "page 3", phrase, null, null]],
  [
    "confirmed by somebody",
    { sources: { "cofinancement/seuil": { ...lue, par: "Mme Petit", le: "2024-07-01" } } },
    ["confirmé", "2.2", "page 3", phrase, "Mme Petit", 45474],
  ],
  [
    "confirmed by whoever gives it",
    { sources: { intitule: { lieu: "titre" } } },
    ["confirmé", "2.2", null, null, "qui a donné la définition", null],
  ],
])("a value that is %s", (_name, more, expected) => {
  const rows = rowsOf({ ...sansSources, sources: { "cofinancement/seuil": lue }, ...more });
  const own = rows.find(([, , label]) => String(label).startsWith("Cofinancement minimum"));
  expect(own && [own[0], own[1], own[3], own[6], own[11], own[14]]).toEqual(expected);
});

test("each clause stands in one line, and a definition without sources has no such part", () => {
  const labels = rowsOf(contratIntegre).map(([, , label]) => label);
  expect(labels.length).toBeGreaterThan(Object.keys(sources).length / 2);
  expect(labels).toContain("Action 3");
  expect(new Set(rowsOf(contratIntegre).map((row) => JSON.stringify(row))).size).toBe(labels.length);
  expect(rowsOf(sansSources)).toEqual([]);
});

test("what is typed in it changes nothing", () => {
  const typed = readEdited(contratIntegre, (cells) => {
    const row = cells.findIndex(([title]) => title === SECTION_TITLES.sources) + 3;
    const [first, second] = [cells[row], cells[row + 1]];
    if (!first || !second) throw new Error("no source");
    first[0] = "supposé";
    first[4] = 12_000;
    second.fill(null);
  });
  expect(mistakes(typed)).toEqual([]);
  expect(typed.convention).toEqual(readEdited(contratIntegre).convention);
});

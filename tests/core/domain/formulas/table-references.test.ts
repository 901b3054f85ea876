// Structured references as the ranges they stand for.
import { expect, it } from "vitest";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { resolveTable } from "xlsx-model/formula-text/table-references";

const table = {
  name: "Suivi",
  range: { sheet: "Budget", top: 0, left: 0, bottom: 5, right: 3 },
  headerRows: 1,
  totalsRows: 1,
  columns: ["Année", "Part État", "Part [DM]", "#"],
};

it.each([
  ["Suivi[]", "A2:D5"],
  ["SUIVI[part état]", "B2:B5"],
  ["Suivi[[Part État]:[Part '[DM']]]", "B2:C5"],
  ["Suivi[[#This Row],[Part État]]", "B4"],
  ["Suivi[@Année]", "A4"],
  ["Suivi[#All]", "A1:D6"],
  ["Suivi[[#Headers],[Année]]", "A1"],
  ["Suivi[[#Totals],[Part État]]", "B6"],
  ["Suivi[[#Headers],[#Data],[Année]]", "A1:A5"],
  ["Suivi[[#Data],[#Totals],[Année]]", "A2:A6"],
  ["[@[Part État]]", "B4"],
  ["Suivi[Inconnue]", null],
  ["Autre[Année]", null],
])("%s stands for %s", (text, expected) => {
  const found = resolveTable(text, [table], { sheet: "BUDGET", row: 3, column: 0 });
  expect(found && formatLocalRange(found)).toBe(expected);
});

it("is nothing in a row outside the table", () => {
  expect(resolveTable("Suivi[@Année]", [table], { sheet: "Budget", row: 9, column: 0 })).toBeNull();
});

// What changed in a workbook between two readings, in words, and what did not.
import { describe, expect, it } from "vitest";
import type { CellValue } from "xlsx-model/plan";
import { changedSince } from "../../../../src/core/sheets/parts/changed-since";
import { block, book, sheet } from "./raw-book";

describe("what changed meanwhile", () => {
  const budget = (...lines: readonly (readonly CellValue[])[]) => sheet("Budget", [block(lines, 2, 1)]);
  const before = book([budget(["a", 1], ["b", "=C3"])]);
  const answered = {
    key: { kind: "table", path: ["budget", "Budget", "Ancien"] },
    answer: { role: "tableau à vérifier", of: "Budget" },
    by: "C. Agent",
    on: "2024-06-01",
    speaksFor: null,
  } as const;

  it.each([
    ["nothing", book([budget(["a", 1], ["b", "=C3"])]), null],
    ["the edges of a block", book([budget(["a", 1, null], ["b", "=C3", null], [null, null, null])]), null],
    ["a value", book([budget(["a", 2], ["b", "=C3"])]), "la cellule Budget!C3 a changé"],
    ["a formula typed over", book([budget(["a", 1], ["b", 7])]), "la cellule Budget!C4 a changé"],
    ["a cell emptied", book([budget([null, 1], ["b", "=C3"])]), "la cellule Budget!B3 a changé"],
    ["a row inserted", book([budget(["a", 1], [null, null], ["b", "=C3"])]), "la cellule Budget!B4 a changé"],
    ["a sheet gone", book([]), "la feuille «\u00a0Budget\u00a0» a été supprimée"],
    ["a sheet more", book([...before.sheets, sheet("Autre", [])]), "la feuille «\u00a0Autre\u00a0» a été ajoutée"],
    [
      "a sheet renamed",
      book([{ ...budget(["a", 1], ["b", "=C3"]), name: "B" }]),
      "la feuille «\u00a0Budget\u00a0» s’appelle maintenant «\u00a0B\u00a0»",
    ],
    [
      "a sheet protected",
      book([{ ...budget(["a", 1], ["b", "=C3"]), isProtected: true }]),
      "la protection de la feuille «\u00a0Budget\u00a0» a changé",
    ],
    ["the workbook protected", { ...before, isStructureProtected: true }, "la protection du classeur a changé"],
    [
      "a sheet that is ours by now",
      book([{ ...budget(["a", 1], ["b", "=C3"]), resultSheet: "ecarts" }]),
      "la feuille «\u00a0Budget\u00a0» n’est plus celle qui avait été lue",
    ],
    [
      "rows hidden",
      book([{ ...budget(["a", 1], ["b", "=C3"]), hiddenRows: [2] }]),
      "des lignes de «\u00a0Budget\u00a0» ont été masquées ou affichées",
    ],
    ["another answer", { ...before, reponses: [answered] }, "une réponse sur la lecture a changé"],
    ["no seal, said in both ways", { ...before, seal: null }, null],
    ["a seal put on", { ...before, seal: "abc" }, "le contrat scellé dans le classeur a changé"],
    [
      "a name that means other cells",
      { ...before, names: [{ name: "Part", sheet: null, formula: "Budget!$C$3" }] },
      "une plage nommée a changé",
    ],
  ])("%s", (_, now, said) => {
    expect(changedSince(before, now)).toBe(said);
  });

  it("is the uppermost cell, in whatever pieces and order the sheet was read", () => {
    const read = (upper: number, lower: number, beside: number) =>
      book([sheet("Budget", [block([[lower]], 9, 1), block([[upper]], 2, 1), block([[beside]], 2, 3)])]);
    expect(changedSince(read(1, 1, 1), read(2, 2, 1))).toBe("la cellule Budget!B3 a changé");
    expect(changedSince(read(1, 1, 1), read(1, 2, 1))).toBe("la cellule Budget!B10 a changé");
    expect(changedSince(read(1, 1, 1), read(1, 2, 2))).toBe("la cellule Budget!D3 a changé");
    expect(changedSince(read(1, 1, 1), read(1, 1, 1))).toBeNull();
  });

  it("is not what a formula comes to", () => {
    const now = book([{ ...budget(["a", 1], ["b", "=C3"]) }]);
    const [first] = now.sheets[0]?.blocks ?? [];
    const recalculated = book([
      sheet(
        "Budget",
        first
          ? [
              {
                ...first,
                values: [
                  ["a", 1],
                  ["b", 99],
                ],
              },
            ]
          : [],
      ),
    ]);
    expect(changedSince(before, recalculated)).toBeNull();
  });
});

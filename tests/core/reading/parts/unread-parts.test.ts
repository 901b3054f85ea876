// What looks like a part of the contract and was not read is named with its place; what was read is not.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const read = (rows: Rows) => {
  const { nonLus = [], coordonnees } = readDossier(
    rawWorkbook({ Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs, Autre: rows }),
    contratIntegre,
    "2024-06-30",
  );
  return { coordonnees, named: nonLus.map(({ range, pourquoi }) => [formatLocalRange(range), pourquoi]) };
};

describe("what no reader took", () => {
  it.each<[string, Rows, string, RegExp]>([
    ["an account too short", [[], ["Virement sur le compte FR83 3000 1003 34C2 1100 0000"]], "A2", /compte bancaire/],
    [
      "codes without amounts",
      [
        ["Pilier 1", "0304 50 23 23 02"],
        ["Pilier 2", "0304 50 23 24 02"],
      ],
      "B1:B2",
      /imputation/,
    ],
    [
      "a table with three fields",
      [
        ["Action", "Objectif", "Calendrier", "Partenaires"],
        ["Action 1", "Agir", "2024-2027", "CAF"],
      ],
      "B1:D1",
      /fiche/,
    ],
  ])("%s is named", (_, rows, range, why) => {
    expect(read(rows).named).toEqual([[range, expect.stringMatching(why)]]);
  });

  it.each<[string, Rows]>([
    [
      "two fields are those of any table",
      [
        ["Action", "Calendrier", "Partenaires"],
        ["Action 1", "2024", "CAF"],
      ],
    ],
    [
      "no action is named",
      [
        ["Objectif", "Calendrier", "Partenaires"],
        ["Agir", "2024-2027", "CAF"],
      ],
    ],
    ["another code", [["Pilier", "0304 50 99 99 99"]]],
  ])("%s: nothing to name", (_, rows) => {
    expect(read(rows).named).toEqual([]);
  });

  it("is not the account that was read, in a short sentence or again elsewhere", () => {
    const { coordonnees, named } = read([
      ["Compte du titulaire, IBAN FR83 3000 1003 34c2 1100 0000 015"],
      ["Rappel du compte FR83 3000 1003 34C2 1100 0000 015 de la trésorerie"],
    ]);
    expect(coordonnees?.[0]?.iban?.compact).toBe("FR833000100334C211000000015");
    expect(named).toEqual([]);
  });
});

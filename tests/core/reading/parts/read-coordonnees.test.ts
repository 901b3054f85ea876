// Bank details as agents lay them out.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Dossier } from "../../../../src/core/domain/dossier";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const read = (sheets: Readonly<Record<string, Rows>>): Dossier =>
  readDossier(rawWorkbook(sheets), contratIntegre, "2024-06-30");

const address = ({ row, column }: { row: number; column: number }): string => formatLocalCell(row, column);

describe("bank details", () => {
  const IBAN = "FR83 3000 1003 34c2 1100 0000 015";
  const COMPACT = "FR833000100334C211000000015";
  const RIB = "3000100334C211000000015";
  const layouts: Readonly<Record<string, readonly [Rows, string[], string[]]>> = {
    "in the cells of their labels": [
      [["RIB : 30001 00334 C21 10000000 15"], [`IBAN : ${IBAN}`], ["BIC : BDFEFRPPCCT"]],
      ["A2"],
      ["A1"],
    ],
    "beside their labels": [
      [
        ["Versement à la Trésorerie"],
        ["IBAN", null, IBAN],
        ["RIB", null, "30001 00334 C2110000000 15"],
        ["BIC", null, "BDFEFRPPCCT"],
      ],
      ["C2"],
      ["C3"],
    ],
    "below their labels": [
      [
        ["Code IBAN", "BIC", "RIB"],
        [IBAN, "BDFEFRPPCCT", "3000100334C211000000015"],
      ],
      ["A2"],
      ["C2"],
    ],
    "in the boxes of a RIB, numbers without their zeros": [
      [
        ["Relevé d'identité bancaire"],
        ["Code banque", "Code guichet", "N° de compte", "Clé RIB"],
        [30001, 334, "C2110000000", 15],
        [`IBAN ${IBAN}`],
        ["Code BIC", "BDFEFRPPCCT"],
      ],
      ["A4"],
      ["A3", "B3", "C3", "D3"],
    ],
    "in boxes of four": [
      [
        ["IBAN", "FR83", 3000, 1003, "34C2", 1100, 0, 15],
        ["RIB", "30001", "00334", "C2110000000", "15"],
        ["BIC", "BDFEFRPPCCT"],
      ],
      ["B1", "C1", "D1", "E1", "F1", "G1", "H1"],
      ["B2", "C2", "D2", "E2"],
    ],
  };

  it.each(Object.entries(layouts))("%s", (_, [rows, iban, rib]) => {
    const { coordonnees } = read({ Compte: rows });
    expect(coordonnees).toHaveLength(1);
    const [first] = coordonnees ?? [];
    expect([first?.iban?.compact, first?.rib?.compact, first?.bic?.compact]).toEqual([COMPACT, RIB, "BDFEFRPPCCT"]);
    expect(first?.iban?.cells.map(({ ref }) => address(ref))).toEqual(iban);
    expect(first?.rib?.cells.map(({ ref }) => address(ref))).toEqual(rib);
  });

  it("are not words beside the label", () => {
    expect(
      read({
        Compte: [
          ["IBAN", "voir le RIB joint"],
          ["RIB", null],
          ["Banque", "Banque de France"],
        ],
      }).coordonnees,
    ).toBeNull();
  });

  it("are not read beside the label where something else stands, which is told", () => {
    const told = (rows: Parameters<typeof read>[0][string]) =>
      (read({ Compte: rows }).coordonnees ?? []).map(({ iban, rib, illisibles }) => [
        iban?.compact,
        rib?.compact,
        illisibles.map(({ champ, cell }) => `${champ} ${address(cell.ref)} ${cell.text}`),
      ]);
    expect(
      told([
        ["RIB", RIB],
        ["IBAN", null, "à compléter"],
      ]),
    ).toEqual([[undefined, RIB, ["iban C2 à compléter"]]]);
    expect(
      told([
        ["RIB : en attente", null],
        ["IBAN", IBAN],
      ]),
    ).toEqual([[COMPACT, undefined, ["rib A1 RIB : en attente"]]]);
    // Beside a heading stands another heading.
    expect(
      told([
        ["IBAN", "BIC", "Titulaire"],
        [IBAN, null, "Métropole"],
      ]),
    ).toEqual([[COMPACT, undefined, []]]);
    expect(told([["IBAN", IBAN, "BIC", "à venir"]])).toEqual([[COMPACT, undefined, ["bic D1 à venir"]]]);
    // Two that are none are a place where an account should be.
    expect(
      told([
        ["RIB", "à compléter"],
        ["IBAN", "à compléter"],
      ]),
    ).toEqual([[undefined, undefined, ["rib B1 à compléter", "iban B2 à compléter"]]]);
  });

  it("are one account when the IBAN and the RIB stand on different sheets", () => {
    const { coordonnees } = read({ A: [["IBAN", IBAN]], B: [["RIB", RIB]], C: [["IBAN", IBAN.toUpperCase()]] });
    expect(coordonnees?.map(({ iban, rib }) => [iban?.compact, rib?.compact])).toEqual([[COMPACT, RIB]]);
  });

  it("of two accounts stay apart", () => {
    const { coordonnees } = read({
      A: [
        ["IBAN", IBAN],
        ["IBAN", "DE89 3704 0044 0532 0130 00"],
      ],
      B: [["RIB", RIB]],
    });
    expect(coordonnees?.map(({ iban, rib }) => [iban?.compact, rib?.compact])).toEqual([
      [COMPACT, undefined],
      ["DE89370400440532013000", undefined],
      [undefined, RIB],
    ]);
  });
});

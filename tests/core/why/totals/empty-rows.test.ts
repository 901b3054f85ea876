// A TOTAL or a subtotal that has nothing but its label yet is filled, and never taken for one where another stands.
import { describe, expect, it } from "vitest";
import { tableauBudgetaire } from "../../reading/annexes";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { contentAt, fileOf, formulasOf, refresh, type Sheets } from "./refreshed";

type Row = readonly CellLiteral[];

const labels = tableauBudgetaire.map(([label = null]) => label);
const AXES = [labels[2] ?? null, labels[5] ?? null] as const;
const ACTIONS = [3, 4, 6, 7].map((row) => labels[row] ?? null);
const EMPTY: Row = [null, null, null];

const line = (index: number, etat: number, local: number): Row => [
  ACTIONS[index] ?? null,
  `=C${row(index)}+D${row(index)}`,
  etat,
  local,
];
/** Rows of the actions where every axe has its heading above and its sum below. */
const row = (index: number): number => [4, 5, 8, 9][index] ?? 0;

interface Sums {
  readonly heading?: readonly [Row, Row];
  readonly below?: readonly [Row, Row];
  readonly total?: Row;
}

const table = ({ heading = [[], []], below = [[], []], total = [] }: Sums): Row[] => [
  ["Année", 2026, null, null],
  ["Actions", "Total", "État", "Métropole"],
  [AXES[0], ...heading[0]],
  line(0, 60, 40),
  line(1, 25, 25),
  below[0],
  [AXES[1], ...heading[1]],
  line(2, 15, 15),
  line(3, 10, 10),
  below[1],
  total,
];

const TOTAL = { B11: "=SUM(B4:B5,B8:B9)", C11: "=SUM(C4:C5,C8:C9)", D11: "=SUM(D4:D5,D8:D9)" };
const BELOW = {
  B6: "=SUM(B4:B5)",
  C6: "=SUM(C4:C5)",
  D6: "=SUM(D4:D5)",
  B10: "=SUM(B8:B9)",
  C10: "=SUM(C8:C9)",
  D10: "=SUM(D8:D9)",
};

async function filled(sheets: Sheets): Promise<Record<string, string>> {
  const { preview, again } = await refresh(fileOf(sheets));
  expect([preview.blocked, again.changes]).toEqual([[], []]);
  return Object.fromEntries(
    Object.entries(formulasOf(preview)).map(([cell, formula]) => [cell.replace("Budget!", ""), formula]),
  );
}

describe("an empty row of sums", () => {
  it.each<[string, Sums, Record<string, string>]>([
    ["the TOTAL alone", { total: ["TOTAL"] }, TOTAL],
    ["the TOTAL, named as the whole", { total: ["Total général"] }, TOTAL],
    [
      "subtotals and TOTAL",
      { below: [["Sous-total axe 1"], ["Sous-total"]], total: ["TOTAL"] },
      { ...BELOW, ...TOTAL },
    ],
    ["each axe's own « Total »", { below: [["Total"], ["Total"]], total: ["TOTAL GÉNÉRAL"] }, { ...BELOW, ...TOTAL }],
    [
      "one subtotal, with the columns that the others sum",
      { below: [["Sous-total axe 1", null, "=SUM(C4:C5)", null], ["Sous-total axe 2"]] },
      { C10: BELOW.C10 },
    ],
    [
      "a heading among headings with their sums",
      { heading: [["=SUM(B4:B5)", "=SUM(C4:C5)", "=SUM(D4:D5)"], EMPTY] },
      { B7: BELOW.B10, C7: BELOW.C10, D7: BELOW.D10 },
    ],
    [
      "the TOTAL below a filled « Total » of each axe",
      {
        below: [
          ["Total", "=SUM(B4:B5)", "=SUM(C4:C5)", "=SUM(D4:D5)"],
          ["Total", "=SUM(B8:B9)", "=SUM(C8:C9)", "=SUM(D8:D9)"],
        ],
        total: ["TOTAL"],
      },
      TOTAL,
    ],
    [
      "the last « Total » of an axe, and the TOTAL below it",
      { below: [["Total", "=SUM(B4:B5)", "=SUM(C4:C5)", "=SUM(D4:D5)"], ["Total"]], total: ["TOTAL GÉNÉRAL"] },
      { B10: BELOW.B10, C10: BELOW.C10, D10: BELOW.D10, ...TOTAL },
    ],
  ])("is filled: %s", async (_, sums, expected) => {
    expect(await filled({ Budget: table(sums) })).toEqual(expected);
  });

  it("is filled above the actions", async () => {
    const rows = table({});
    const onTop = [rows[0] ?? [], rows[1] ?? [], ["TOTAL"], [], ...[3, 4, 7, 8].map((at) => rows[at]?.slice() ?? [])];
    onTop.forEach((cells, at) => void (at > 3 && ((cells as CellLiteral[])[1] = `=C${at + 1}+D${at + 1}`)));
    expect(await filled({ Budget: onTop })).toEqual({ B3: "=SUM(B5:B8)", C3: "=SUM(C5:C8)", D3: "=SUM(D5:D8)" });
  });

  it("is filled in an execution table, beside contracted amounts too", async () => {
    const executed: Sheets = {
      Suivi: [
        ["Année 2025", "Contractualisé", null, null, "Réalisé", null, null],
        ["Actions", "Total", "État", "Métropole", "Total", "État", "Métropole"],
        [ACTIONS[0] ?? null, "=C3+D3", 60, 40, "=F3+G3", 50, 40],
        [ACTIONS[1] ?? null, "=C4+D4", 25, 25, "=F4+G4", 20, 25],
        ["TOTAL", "=SUM(B3:B4)", "=SUM(C3:C4)", "=SUM(D3:D4)"],
      ],
    };
    const { file, preview } = await refresh(fileOf(executed));
    expect(Object.keys(formulasOf(preview))).toEqual(["Suivi!E5", "Suivi!F5", "Suivi!G5"]);
    expect(["E5", "F5", "G5"].map((cell) => contentAt(file, `Suivi!${cell}`).value)).toEqual([135, 70, 65]);
  });

  it("is filled in a table of one row per action and year", async () => {
    const flat: Row[] = [
      ["Année", "Action", "Total", "État", "Métropole"],
      [2025, ACTIONS[0] ?? null, "=D2+E2", 60, 40],
      [2025, ACTIONS[1] ?? null, "=D3+E3", 25, 25],
      [2025, "Total"],
    ];
    expect(await filled({ Budget: flat })).toEqual({ C4: "=SUM(C2:C3)", D4: "=SUM(D2:D3)", E4: "=SUM(E2:E3)" });
  });

  it.each([
    ["below several years", []],
    ["below their own totals", [[null, "Total"]]],
  ])("is not filled with one year where it is that of all: %s", async (_, total) => {
    const flat: Row[] = [
      ["Année", "Action", "État", "Métropole"],
      [2025, ACTIONS[0] ?? null, 60, 40],
      ...total,
      [2026, ACTIONS[0] ?? null, 25, 25],
      ...total,
      [null, "TOTAL"],
    ];
    const cells = total.length === 0 ? [] : ["C3", "D3", "C5", "D5"];
    expect(Object.keys(await filled({ Budget: flat }))).toEqual(cells);
  });
});

describe("words alone", () => {
  const total: Row = ["TOTAL", "=SUM(B4:B5,B8:B9)", "=SUM(C4:C5,C8:C9)", "=SUM(D4:D5,D8:D9)"];

  it.each<[string, readonly Row[]]>([
    ["a heading of axe stays one", [total]],
    ["below the TOTAL they are none", [total, [], ["Total général"], ["Total"]]],
    ["a title is none", [["Total par axe"], ["Total par année"]]],
  ])("%s", async (_, below) => {
    expect(await filled({ Budget: [...table({}).slice(0, 10), ...below] })).toEqual({});
  });
});

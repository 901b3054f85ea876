// Totals of some actions of an axe, as of its sous-axes, beside that of the axe: compared, and never taken for it.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { formatCellRef } from "xlsx-model/cell-ref";
import { verify } from "../../../src/core/verify";
import { tableauIndicateurs } from "./annexes";
import type { Grid } from "./figures";
import { axeLabel } from "./layouts";
import { rawWorkbook } from "./raw-workbook-builder";
import { HEADS, inOne, ofAxe, rows, sums, total, testLayouts, wrong, type Cells, type Layout } from "./total-layouts";

const { actions, axes } = contratIntegre;

/** Each action closed by a total of its own, as a sous-axe of one action, and what closes its axe. */
const volets = (word: string, closing: (axe: number) => Grid, slip: boolean): Grid =>
  axes.flatMap(({ numero }) => [
    [axeLabel(numero)],
    ...ofAxe(numero).flatMap((action, index): Grid => {
      const isWrong = slip && numero === 3 && index === 1;
      return [...rows([action]), [`${word} ${numero}.${index + 1}`, ...wrong(sums([action]), isWrong)]];
    }),
    ...closing(numero),
  ]);

const LAYOUTS: readonly Layout[] = [
  ...["Sous-total volet", "Total volet", "Sous-total sous-axe"].flatMap((word) => [
    {
      name: `« ${word} » under each axe, which has no total of its own`,
      sheets: (slip: boolean) =>
        inOne(
          volets(word, () => [], slip),
          [total],
        ),
      cell: "Budget!B17",
      rule: "sous-total-axe",
    },
    ...["Total axe", "Sous-total"].flatMap((own) => {
      const closing =
        (isWrong: boolean) =>
        (axe: number): Grid => [
          [own === "Sous-total" ? own : `${own} ${axe}`, ...wrong(sums(ofAxe(axe)), isWrong && axe === 3)],
        ];
      return [
        {
          name: `« ${word} » under each axe, above « ${own} »`,
          sheets: (slip: boolean) => inOne(volets(word, closing(false), slip), [total]),
          cell: "Budget!B19",
          rule: "sous-total-axe",
        },
        {
          name: `a wrong « ${own} » below « ${word} »`,
          sheets: (slip: boolean) => inOne(volets(word, closing(slip), false), [total]),
          cell: "Budget!B20",
          rule: "sous-total-axe",
        },
      ];
    }),
    {
      name: `« ${word} » under each axe, one sheet per axe`,
      sheets: (slip: boolean) =>
        Object.fromEntries(
          axes.map(({ numero }) => {
            const label = `${word} ${numero}.1`;
            const [first, second] = ofAxe(numero).map((action) => sums([action]));
            const own: Cells = [label, ...wrong(first ?? [], slip && numero === 3)];
            const [one = [], two = []] = rows(ofAxe(numero));
            return [`Axe ${numero}`, [...HEADS, one, own, two, [`${word} ${numero}.2`, ...(second ?? [])]]];
          }),
        ),
      cell: "'Axe 3'!B4",
    },
  ]),
  {
    name: "one « Sous-total volet 1 » above the last action of its axe, and no other",
    sheets: (slip) =>
      inOne(
        axes.flatMap(({ numero }) => {
          const [one = [], two = []] = rows(ofAxe(numero));
          const [first] = ofAxe(numero).map((action) => sums([action]));
          const own: Cells = ["Sous-total volet 1", ...wrong(first ?? [], slip)];
          return [[axeLabel(numero)], one, ...(numero === 3 ? [own] : []), two];
        }),
        [total],
      ),
    cell: "Budget!B11",
  },
  {
    name: "« Total général » that adds the last axe only, below « Total » for each",
    sheets: (slip) =>
      inOne(
        axes.flatMap(({ numero }) => [[axeLabel(numero)], ...rows(ofAxe(numero)), ["Total", ...sums(ofAxe(numero))]]),
        [["Total général", ...sums(slip ? ofAxe(4) : actions)]],
      ),
    cell: "Budget!B19",
    rule: "total-general",
  },
];

testLayouts(LAYOUTS);

describe("the formula of a total of some actions", () => {
  const grid = (formula: string, ofAxe2?: string): Grid => {
    const [one = [], two = []] = rows(ofAxe(2));
    const [first = [], second = []] = ofAxe(2).map((action) => sums([action]));
    const [value = 0, ...others] = first;
    const [all = 0, ...more] = sums(ofAxe(2));
    return [
      ...HEADS,
      ...rows(actions.filter(({ axe }) => axe !== 2)),
      [axeLabel(2)],
      one,
      ["Sous-total volet A", { value, formula }, ...others],
      two,
      ["Sous-total volet B", ...second],
      ["Total axe 2", ofAxe2 === undefined ? all : { value: all, formula: ofAxe2 }, ...more],
      total,
    ];
  };
  const told = (...formulas: Parameters<typeof grid>) => {
    const { verification } = verify(
      rawWorkbook({ Budget: grid(...formulas), Indicateurs: tableauIndicateurs }),
      contratIntegre,
      "2024-06-30",
    );
    return verification.findings.filter(({ rule }) => rule === "formule-incomplete");
  };

  test("is looked at as that of an axe", () => {
    expect(told("=B10")).toEqual([]);
    const [finding, ...others] = told("=B12+5000");
    expect(others).toEqual([]);
    expect([finding?.id, finding?.cells]).toEqual([
      "formule-incomplete/2024/etat/axe-sous-total-volet-a-groupe",
      [{ sheet: "Budget", row: 10, column: 1 }],
    ]);
    expect(finding?.message).toMatch(/^«\s*Sous-total volet A\s*» – 2024 – part État/u);
  });

  test.each<[string, readonly string[]]>([
    ["=B11+B13", []],
    ["=B10+B12", []],
    ["=SUBTOTAL(9,B11,B13)", []],
    ["=B11+20000", ["Budget!B14"]],
    ["=SUM(B10:B13)-45000", ["Budget!B14"]],
  ])("of the axe may add them, each of its actions once: %s", (formula, expected) => {
    const cells = told("=B10", formula).flatMap((finding) => finding.cells.map(formatCellRef));
    expect(cells).toEqual(expected);
  });
});

// Formulas that bring the engine down, or would keep it busy for ever, cost only themselves: the next workbook is computed.
import { afterAll, describe, expect, it } from "vitest";
import type { CellValue } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { encodeXml } from "xlsx-model/xml/escape";
import { withRows } from "./fixtures";

const MOST_SECONDS = 30;
const MOST_BYTES = 2 ** 30;

let worst = 0;
afterAll(() => {
  console.log(`hostile formulas: the slowest took ${worst.toFixed(1)} s`);
});

/** Uncomputed formulas one below the other in column A, after a row of figures; B1 holds 2 and C1 = B1+1. */
function workbookOf(formulas: readonly string[], area: (row: number) => string | null = () => null): Uint8Array {
  const rows = formulas.map((formula, index) => {
    const row = index + 2;
    const ref = area(row);
    const f = ref === null ? "<f>" : `<f t="array" ref="${ref}">`;
    return `<row r="${row}"><c r="A${row}">${f}${encodeXml(formula)}</f></c></row>`;
  });
  return withRows(
    `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>B1+1</f></c></row>${rows.join("")}`,
  );
}

async function valuesOf(bytes: Uint8Array): Promise<CellValue[][]> {
  const started = performance.now();
  const [sheet] = (await openFileWorkbook(bytes, "x.xlsx").port.read()).sheets;
  const seconds = (performance.now() - started) / 1000;
  worst = Math.max(worst, seconds);
  expect(seconds).toBeLessThan(MOST_SECONDS);
  expect(process.memoryUsage().rss).toBeLessThan(MOST_BYTES);
  return (sheet?.blocks ?? []).flatMap(({ values }) => values.map((row) => [...row]));
}

const times = (count: number, formula: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => formula(index));

const nested = (depth: number): string => `${"IF(B1>1,".repeat(depth)}7${",0)".repeat(depth)}`;

/** The last value: computed right, or unknown; never another. */
const ATTACKS: Readonly<Record<string, { bytes: () => Uint8Array; value: CellValue }>> = {
  "a chain of 1 000 formulas": { bytes: () => workbookOf(times(1000, (index) => `A${index + 1}+1`)), value: 1001 },
  "a chain of 20 000 formulas": { bytes: () => workbookOf(times(20_000, (index) => `A${index + 1}+1`)), value: 20_001 },
  "200 nested IF": { bytes: () => workbookOf([nested(200)]), value: 7 },
  "5 000 nested parentheses": { bytes: () => workbookOf([`${"(".repeat(5000)}1${")".repeat(5000)}`]), value: 1 },
  "a sum of 2 000 terms": { bytes: () => workbookOf([times(2000, () => "B1").join("+")]), value: 4000 },
  "a sum of 20 000 terms": { bytes: () => workbookOf([times(20_000, () => "B1").join("+")]), value: 40_000 },
  "a product over nearly all of the sheet": { bytes: () => workbookOf(["SUMPRODUCT(B1:XFD1048576*1)"]), value: 5 },
  "5 000 sums of whole columns": { bytes: () => workbookOf(times(5000, () => "SUM(B:B)")), value: 2 },
  "3 000 spills": { bytes: () => workbookOf(times(3000, () => "B1:D9")), value: UNCOMPUTED },
  "3 000 arrays over one another": {
    bytes: () =>
      workbookOf(
        times(3000, () => "B1*1"),
        (row) => `A${row}:XFD1048576`,
      ),
    value: 2,
  },
  // More than one call takes arguments.
  "131 000 formulas": { bytes: () => workbookOf(times(131_000, () => "B1+1")), value: 3 },
  "an array over 131 000 cells": { bytes: () => workbookOf(["B1*1"], () => "A2:A131001"), value: 2 },
  "an array over more cells than are computed": { bytes: () => workbookOf(["B1*1"], () => "A2:A300001"), value: 2 },
  "a sequence of 17 thousand million": { bytes: () => workbookOf(["SUM(SEQUENCE(1048576,16384))"]), value: UNCOMPUTED },
  "a text of 2 000 million characters": {
    bytes: () => workbookOf(['LEN(REPT("abcdefgh",250000000))']),
    value: "#VALUE!",
  },
};

describe("a workbook with", () => {
  it.each(Object.entries(ATTACKS))("%s is read in time, and leaves the next one whole", async (_, { bytes, value }) => {
    const values = await valuesOf(bytes());
    expect([value, UNCOMPUTED]).toContain(values.at(-1)?.[0]);
    expect([3, UNCOMPUTED]).toContain(values[0]?.[2]);
    const next = await valuesOf(workbookOf(["SUM(B1:B1)*2"]));
    expect([next[0]?.[2], next[1]?.[0]]).toEqual([3, 4]);
  });

  it("one formula that brings the engine down has its other ones computed", async () => {
    const values = await valuesOf(workbookOf(["SUM(SEQUENCE(1048576,16384))", "A2+1", "B1*21"]));
    expect(values.map(([first]) => first)).toEqual([1, UNCOMPUTED, UNCOMPUTED, 42]);
    expect(values[0]?.[2]).toBe(3);
  });
});

// Excel rounds, cuts and subtracts on fifteen digits: so do the formulas of a file, over thousands of half cents.
import { describe, expect, it } from "vitest";
import { roundTo } from "xlsx-model/values/fifteen-digits";
import type { CellValue } from "xlsx-model/plan";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import { generator } from "./agents-figures";
import { computedByLibreOffice, isSameValue } from "../libreoffice";

const next = generator(20_270_701);
/** Odd cents, up to a million euros. */
const odd = Array.from({ length: 4000 }, () => 2 * next(50_000_000) + 1);
const euros = (cents: number): string => (cents / 100).toFixed(2);

async function compute(formulas: readonly string[]) {
  const model = createXlsx("demi-centimes.xlsx");
  for (const [row, formula] of formulas.entries()) model.activeSheet.setContent(row, 5, { value: null, formula });
  await model.calculate();
  return { model, values: formulas.map((_, row) => model.activeSheet.content(row, 5).value) };
}

const valuesOf = async (formulas: readonly string[]): Promise<readonly CellValue[]> => (await compute(formulas)).values;

describe("half of an odd number of cents", () => {
  const halves = odd.map((cents) => (cents + 1) / 200);

  it("is rounded up by a formula", async () => {
    expect(await valuesOf(odd.map((cents) => `=ROUND(${euros(cents)}/2,2)`))).toEqual(halves);
  });

  it("is rounded up as well away from zero, at a place that another formula gives, and as a text", async () => {
    const some = odd.slice(0, 500);
    expect(await valuesOf(some.map((cents) => `=-ROUND(-${euros(cents)}/2,1+1)`))).toEqual(halves.slice(0, 500));
    expect(await valuesOf(some.map((cents) => `=ROUND(${cents}*10/2,-1)`))).toEqual(
      some.map((cents) => 5 * (cents + 1)),
    );
    const shown = halves.slice(0, 500).map((half) => half.toFixed(2));
    expect(await valuesOf(some.map((cents) => `=TEXT(${euros(cents)}/2,"0.00")`))).toEqual(shown);
    expect(await valuesOf(some.map((cents) => `=FIXED(${euros(cents)}/2,2,TRUE)`))).toEqual(shown);
  });

  it("is what the product itself rounds to", () => {
    expect(odd.map((cents) => roundTo(cents / 200, 2))).toEqual(halves);
  });
});

describe("what differs beyond the fifteenth digit", () => {
  it.each([
    ["=ROUND(41926.77/2,2)", 20963.39],
    ["=65000+ROUND(1.005,2)-1", 65000.01],
    ["=0.5-0.4-0.1", 0],
    ["=SUM(0.1,0.2)-0.3", 0],
    ["=-0.3+0.1+0.2", 0],
    ["=1E-17-0", 1e-17],
    ["=INT(0.29*100)", 29],
    ["=TRUNC(0.29*100)", 29],
    ["=ROUNDDOWN(0.29,2)", 0.29],
    ["=ROUNDUP(0.07,2)", 0.07],
    ["=ROUNDUP(1.1*1.1,2)", 1.21],
    ["=MOD(0.29*100,1)", 0],
    ["=QUOTIENT(0.3,0.1)", 3],
    ["=CEILING(1.1*1.1*100,1)", 121],
    ["=ROUND(1234567.5,-3)", 1235000],
    ["=ROUND(2.5,0)&ROUND(-2.5,0)", "3-3"],
    ["=2/ROUND(0.5,0)^2", 2],
    ['=ROUND("abc",2)', "#VALUE!"],
    ['=TEXT("abc","0.00")', "abc"],
    ['=TEXT(1.005,"0.00 €")', "1.01 €"],
    ["=ROUND(TRUE,0)", 1],
    ["=ROUND(Z99,2)", 0],
    ['="1.005"-1.005', 0],
    ["=TRUE-1", 0],
    ["=1/0-1", "#DIV/0!"],
    ["=IF(0.1+0.2=0.3,ROUND(1.005,2),0)", 1.01],
    ["=MAX({0.5;1.005}-0.5)", 0.505],
  ])("does not count in %s", async (formula, expected) => {
    const [value] = await valuesOf([formula]);
    if (typeof expected === "number" && expected !== 0) expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
  });

  it("counts for LibreOffice no more than for us", async () => {
    const cents = (): string => euros(odd[next(odd.length)] ?? 1);
    const formulas = Array.from({ length: 1500 }, (_, at) => {
      const [one, other, third] = [cents(), cents(), cents()];
      return [
        `=ROUND(${one}/2,2)`,
        `=ROUND(${one}*0.15,2)`,
        `=ROUND(${one}/2+${other}/2,1)`,
        `=ROUNDUP(${one}*100,0)`,
        `=ROUNDDOWN(${one}*100,0)`,
        `=INT(${one}*100)`,
        `=${one}-${other}-(${one}-${other})`,
        `=SUM(${one},${other})-${other}-${one}`,
        `=ROUND(SUM(${one},${other},${third})/2,2)-ROUND(${one}/2,2)`,
        `=TRUNC(${one}*10,1)`,
        `=TEXT(${one}/2,"0.00")`,
      ][at % 11] as string;
    });
    const { model, values } = await compute(formulas);
    const theirs = openXlsx(computedByLibreOffice(model.save()), "demi-centimes.xlsx").activeSheet;
    const different = formulas.flatMap((formula, row) => {
      const [own, other] = [values[row] ?? null, theirs.content(row, 5).value];
      return isSameValue(own, other) ? [] : [`${formula}: ${String(own)}, LibreOffice ${String(other)}`];
    });
    expect(different).toEqual([]);
  });
});

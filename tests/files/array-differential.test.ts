// Formulas of several values, some hundreds of them from a seed: the engine's values against LibreOffice's, cell by cell.
import { describe, expect, it } from "vitest";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import { fill, generator, ROWS } from "./agents-figures";
import { computedByLibreOffice, isSameValue } from "../libreoffice";

const next = generator(20_270_401);
const pick = <T>(choices: readonly T[]): T => choices[next(choices.length)] as T;
const criterion = (): string => pick(["0", "1", "2", "0.5", "1000", "-3", "12.34"]);
const order = (): string => pick([">", "<", "=", "<>", ">=", "<="]);

/** Two columns over the same rows, two to four of them. */
function pair(): readonly [string, string] {
  const first = next(ROWS - 4) + 1;
  const last = first + next(3) + 1;
  const [one, other] = pick([
    ["A", "B"],
    ["B", "C"],
    ["A", "C"],
  ] as const);
  return [`${one}${first}:${one}${last}`, `${other}${first}:${other}${last}`];
}

function area(): string {
  const first = next(ROWS - 3) + 1;
  return `A${first}:C${first + next(3)}`;
}

const constant = (): string =>
  pick([() => `{${criterion()},2,3}`, () => `{1;${next(9)};3}`, () => `{1,2;${next(9)},4}`])();

/** Each fills cells beside its own. Truth values stand as figures, as LibreOffice writes those of an array. */
const FILLING: readonly (() => string)[] = [
  () => pair()[0],
  () => area(),
  () => `${pair()[0]}${pick(["*", "+", "-"])}${pick(["2", "0.5", "-3"])}`,
  () => pair().join(pick(["+", "-", "*", "&"])),
  () => `(${pair().join(order())})*1`,
  () => `${constant()}*${pick(["10", "0.5", "-1"])}`,
  () => `TRANSPOSE(${pick([pair()[0], area(), constant()])})`,
  () => `TRANSPOSE(${pair()[0]})*2`,
  () => `IF(${pair()[0]}${order()}${criterion()},${pick(["1", '"oui"', "-1"])},${pick(["0", '"non"'])})`,
  () => `IF(${pair().join(order())},${pick(["1", "2"])},0)`,
  () => `IF(${constant()}>${next(4)},"x","y")`,
  () => `0-${pair()[0]}`,
  () => `${area()}/2`,
  () => `${constant()}&"/"&${pick(["1", '"a"'])}`,
  () => `FREQUENCY(A1:A${ROWS},{0;10;${next(500) + 11}})`,
  () => `MMULT({1,2;3,4},{${next(9)},1;${next(9)},2})`,
  () => `INDEX(A1:C${ROWS},${next(ROWS) + 1},0)`,
];

/** One value each, of arrays. */
const FOLDING: readonly (() => string)[] = [
  () => `SUMPRODUCT(${pair().join(",")})`,
  () => `SUMPRODUCT((${pair()[0]}${order()}${criterion()})*1)`,
  () => `SUMPRODUCT((A1:A${ROWS}${order()}${criterion()})*(C1:C${ROWS}${order()}${criterion()}))`,
  () => `SUMPRODUCT(--(A1:A${ROWS}${order()}${criterion()}),B1:B${ROWS})`,
  () => `SUM({1,2,3}*${next(9) + 1})`,
  () => `SUM(${constant()})`,
  () => `MAX(${constant()})-MIN(${constant()})`,
  () => `SUMPRODUCT(${constant()}*2)`,
  () => `INDEX({10,20;30,40},${next(2) + 1},${next(2) + 1})`,
  () => `MATCH(${next(5)},{0,2,4},1)`,
  () => `IFERROR(MATCH(${criterion()},A1:A${ROWS},0),"absent")`,
  () => `IFERROR(INDEX(B1:B${ROWS},MATCH(${criterion()},C1:C${ROWS},0)),"absent")`,
  () => `INDEX(B1:B${ROWS},MATCH(1,(A1:A${ROWS}>${criterion()})*1,0))`,
  () => `SUM(INDEX(A1:C${ROWS},0,${next(3) + 1}))`,
  () => `SUM(INDEX(A1:C${ROWS},${next(ROWS) + 1},0))`,
  () => `SUM(FREQUENCY(${pair()[0]},${pick(["{0;10;100}", "{1;500}"])}))`,
  () => `INDEX(FREQUENCY(A1:A${ROWS},{0;10;100}),${next(4) + 1})`,
  () => `SUMPRODUCT(LARGE(A1:A${ROWS},{1,2,${next(3) + 1}}))`,
  () => `COUNT(1/(A1:A${ROWS}>${criterion()}))`,
  () => `SUM(TRANSPOSE(${pair()[0]}))`,
  () => `SUM(IF(${pair()[0]}${order()}${criterion()},${pick(["1", "2"])},0))`,
  () => `MAX(IF(A1:A${ROWS}${order()}${criterion()},B1:B${ROWS}))`,
  () => `SUM((${pair()[0]}${order()}${criterion()})*1)`,
  () => `SUM(MMULT({1,2;3,4},{${next(9)};${next(9)}}))`,
];

const COUNT = 400;
/** Lines that the longest one fills, and a free one. */
const STEP = 6;

describe("the formula engine, of formulas with several values", () => {
  it("fills the cells that LibreOffice fills, and gives what it gives", async () => {
    const model = createXlsx("formules.xlsx");
    const sheet = model.activeSheet;
    fill(sheet);
    const formulas = Array.from({ length: COUNT }, (_, at) => pick(at % 2 === 0 ? FILLING : FOLDING)());
    for (const [at, formula] of formulas.entries())
      sheet.setContent(at * STEP, 5, { value: null, formula: `=${formula}`, isDynamic: true });
    await model.calculate();
    const theirs = openXlsx(computedByLibreOffice(model.save()), "formules.xlsx").activeSheet;
    const ranges = new Map(sheet.dynamicArrays.list().map(({ row, range }) => [row, range]));
    const different: string[] = [];
    const uncomputed: string[] = [];
    for (const [at, formula] of formulas.entries()) {
      const row = at * STEP;
      if (sheet.content(row, 5).value === UNCOMPUTED) {
        uncomputed.push(formula);
        continue;
      }
      const { bottom, right } = ranges.get(row) ?? { bottom: row, right: 5 };
      for (let line = row; line < row + STEP; line += 1)
        for (let column = 5; column < 5 + STEP; column += 1) {
          const [own, other] = [sheet.content(line, column).value, theirs.content(line, column).value];
          const isWithin = line <= bottom && column <= right;
          if (!isSameValue(own, other) || (!isWithin && own !== null))
            different.push(`${formula} in ${line - row},${column - 5}: ${String(own)}, LibreOffice ${String(other)}`);
        }
    }
    expect(different).toEqual([]);
    // The others are left to Excel: a list where the engine takes one value.
    expect(uncomputed.filter((formula) => !/MATCH\(|LARGE\(|COUNT\(1/.test(formula))).toEqual([]);
    // Half of them fill more than their own cell.
    const filling = [...ranges.values()].filter(({ top, bottom, left, right }) => bottom > top || right > left);
    expect(filling.length).toBeGreaterThan(COUNT / 2 - 20);
  });
});

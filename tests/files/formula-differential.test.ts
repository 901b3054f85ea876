// Formulas such as agents' workbooks have, four thousand of them from a seed: the engine's value against LibreOffice's.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CellValue } from "../../src/core/workbook-port";
import { createXlsx } from "../../src/files/create-xlsx";
import { openXlsx } from "../../src/files/open-xlsx";
import type { SheetModel } from "../../src/files/workbook-model";
import { computedByLibreOffice } from "./through-libreoffice";

const folder = mkdtempSync(join(tmpdir(), "formules-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const COUNT = 4000;
const ROWS = 12;

/** The same figures at each run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const next = generator(20_240_101);
const pick = <T>(choices: readonly T[]): T => choices[next(choices.length)] as T;
const cell = (): string => `${pick(["A", "B", "C"])}${next(ROWS) + 1}`;
const column = (): string => {
  const name = pick(["A", "B", "C"]);
  const first = next(ROWS - 1) + 1;
  return `${name}${first}:${name}${first + next(ROWS - first) + 1}`;
};
const figure = (): string => pick(["0", "1", "2", "0.5", "50%", "1000", "-3", "12.34"]);
/** Not a percentage: the engine reads those as texts, and leaves them alone. */
const criterion = (): string => pick(["0", "1", "2", "0.5", "1000", "-3", "12.34"]);
const condition = (): string => `${cell()}${pick([">", "<", "=", "<>", ">=", "<="])}${pick([cell(), figure()])}`;

const TEMPLATES: readonly (() => string)[] = [
  () => `SUM(${column()})`,
  () => `SUM(${column()},${cell()},${figure()})`,
  () => `${cell()}${pick(["+", "-", "*", "/"])}${cell()}`,
  () => `(${cell()}-${cell()})/${cell()}`,
  () => `IF(${condition()},${cell()},${figure()})`,
  () => `IF(AND(${condition()},${condition()}),"oui","non")`,
  () => `IF(OR(${condition()},NOT(${condition()})),1,0)`,
  () => `IFERROR(${cell()}/${cell()},"")`,
  () => `ROUND(${cell()}*${figure()},${pick(["0", "1", "2", "-2"])})`,
  () => `AVERAGE(${column()})`,
  () => `MIN(${column()})&" / "&MAX(${column()})`,
  () => `COUNTIF(${column()},"${pick([">", "<", ">="])}${pick(["0", "100", "50"])}")`,
  () => `SUMIF(A1:A${ROWS},"${pick([">", "<"])}${pick(["0", "500"])}",B1:B${ROWS})`,
  () => `SUMPRODUCT(A1:A${ROWS},B1:B${ROWS})`,
  () => `COUNTA(${column()})-COUNT(${column()})`,
  () => `SUBTOTAL(9,${column()})`,
  () => `INDEX(A1:C${ROWS},${next(ROWS) + 1},${next(3) + 1})`,
  () => `LEN(${cell()})&LEFT("Axe "&${next(5)},5)`,
  () => `ISNUMBER(${cell()})`,
  () => `ABS(${cell()})+INT(${cell()})+MOD(${next(50)},7)`,
  () => `DATE(${2024 + next(4)},${next(12) + 1},${next(28) + 1})`,
  () => `YEAR(DATE(${2024 + next(4)},${next(14)},${next(31)}))`,
  () => `VLOOKUP(${figure()},A1:C${ROWS},${next(3) + 1},FALSE)`,
  () => `MATCH(${cell()},C1:C${ROWS},0)`,
  () => `SUMIFS(B1:B${ROWS},A1:A${ROWS},"${pick([">", "<=", "<>"])}${criterion()}",C1:C${ROWS},">${criterion()}")`,
  () => `COUNTIFS(A1:A${ROWS},"${pick([">", "<"])}1",B1:B${ROWS},"<>${criterion()}")`,
  () => `IFERROR(AVERAGEIF(A1:A${ROWS},"${pick([">", "<"])}${criterion()}"),0)`,
  () => `${pick(["ROUNDUP", "ROUNDDOWN"])}(${cell()}/3,${pick(["0", "2", "-1"])})`,
  () => `${pick(["MAX", "MIN", "MEDIAN", "PRODUCT", "COUNT", "COUNTA", "COUNTBLANK"])}(${column()})`,
  () => `${pick(["LARGE", "SMALL"])}(A1:A${ROWS},${next(4) + 1})`,
  () => `IFERROR(RANK(${cell()},A1:A${ROWS}),"hors rang")`,
  () => `${pick(["EDATE", "EOMONTH"])}(DATE(${2024 + next(4)},${next(12) + 1},${next(28) + 1}),${next(30) - 6})`,
  () => `TEXT(${cell()},"${pick(["0.00", "#,##0", "0%", "0"])}")`,
  () => `IFNA(INDEX(B1:B${ROWS},MATCH(${figure()},A1:A${ROWS},0)),"absent")`,
  () => `CONCATENATE("Axe ",${next(5) + 1}," : ",${cell()})`,
  () => `UPPER(TRIM("  ${pick(["axe", "métropole", "état"])} "))&MID("2024-2027",${next(5) + 1},4)`,
  () => `SUBSTITUTE("État, Métropole, CAF","${pick(["État", ", ", "x"])}","/")`,
  () => `IFERROR(FIND("${pick(["é", "M", "z"])}","Métropole"),0)`,
  () => `CHOOSE(${next(3) + 1},${cell()},${figure()},"trois")`,
  () => `SUMPRODUCT((A1:A${ROWS}>${figure()})*(B1:B${ROWS}<>${figure()}))`,
  () => `NETWORKDAYS(DATE(2024,${next(12) + 1},1),DATE(2025,${next(12) + 1},15))`,
  () => `IF(ISBLANK(${cell()}),"vide",IF(ISNUMBER(${cell()}),"chiffre","texte"))`,
];

const DATA: readonly CellValue[] = [0, 1, 0.5, 100, 1000, 130_000, 12.34, -3, 65_000, "nd", null, 2];

function fill(sheet: SheetModel): void {
  for (let row = 0; row < ROWS; row += 1)
    for (let at = 0; at < 3; at += 1)
      sheet.setContent(row, at, { value: DATA[(row * 5 + at * 7) % DATA.length] ?? null, formula: null });
}

function isSame(ours: CellValue, theirs: CellValue): boolean {
  if (typeof ours === "number" && typeof theirs === "number")
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours), Math.abs(theirs));
  return (ours ?? "") === (theirs ?? "");
}

describe("the formula engine", () => {
  it("gives what LibreOffice gives", async () => {
    const model = createXlsx("formules.xlsx");
    const sheet = model.activeSheet;
    fill(sheet);
    const formulas = Array.from({ length: COUNT }, () => `=${pick(TEMPLATES)()}`);
    for (const [row, formula] of formulas.entries()) sheet.setContent(row, 5, { value: null, formula });
    await model.calculate();
    const theirs = openXlsx(computedByLibreOffice(folder, model.save()), "formules.xlsx").activeSheet;
    const different = formulas.flatMap((formula, row) => {
      const [own, other] = [sheet.content(row, 5).value, theirs.content(row, 5).value];
      return isSame(own, other) ? [] : [`${formula}: ${String(own)}, LibreOffice ${String(other)}`];
    });
    expect(different).toEqual([]);
  });

  // Each with room for its values. Truth values stand as figures, as LibreOffice writes those of an array.
  const ARRAYS = [
    "A1:B3",
    "A1:A6*2",
    "A1:A4+B1:B4",
    "A1:C2-A3:C4",
    "{1,2;3,4}*10",
    "A1:A3&B1:B3",
    "TRANSPOSE(A1:B4)",
    "0-C1:C5",
    "(A2:A5>B2:B5)*1",
    "A1:C1/2",
  ];

  it("fills the cells that LibreOffice fills, with the same values", async () => {
    const model = createXlsx("formules.xlsx");
    const sheet = model.activeSheet;
    fill(sheet);
    const top = (at: number) => at * 8;
    for (const [at, formula] of ARRAYS.entries())
      sheet.setContent(top(at), 5, { value: null, formula: `=${formula}`, isDynamic: true });
    await model.calculate();
    const theirs = openXlsx(computedByLibreOffice(folder, model.save()), "formules.xlsx").activeSheet;
    const filled = sheet.dynamicArrays.list();
    expect(filled.map(({ row }) => row)).toEqual(ARRAYS.map((_, at) => top(at)));
    const different = filled.flatMap(({ range }, at) => {
      const cells: string[] = [];
      for (let row = range.top; row <= range.bottom; row += 1)
        for (let column = range.left; column <= range.right; column += 1) {
          const [own, other] = [sheet.content(row, column).value, theirs.content(row, column).value];
          if (!isSame(own, other))
            cells.push(`${ARRAYS[at]} in ${row},${column}: ${String(own)}, LibreOffice ${String(other)}`);
        }
      return cells;
    });
    expect(different).toEqual([]);
    expect(filled.filter(({ range }) => range.bottom > range.top || range.right > range.left)).toHaveLength(
      ARRAYS.length,
    );
  });
});

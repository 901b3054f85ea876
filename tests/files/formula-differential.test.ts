// Formulas such as agents' workbooks have, four thousand of them from a seed: the engine's value against LibreOffice's.
import { describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import { fill, generator, ROWS } from "./agents-figures";
import { computedByLibreOffice, isSameValue } from "../libreoffice";

const COUNT = 4000;
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

describe("the formula engine", () => {
  it("gives what LibreOffice gives", async () => {
    const model = createXlsx("formules.xlsx");
    const sheet = model.activeSheet;
    fill(sheet);
    const formulas = Array.from({ length: COUNT }, () => `=${pick(TEMPLATES)()}`);
    for (const [row, formula] of formulas.entries()) sheet.setContent(row, 5, { value: null, formula });
    await model.calculate();
    const theirs = openXlsx(computedByLibreOffice(model.save()), "formules.xlsx").activeSheet;
    const different = formulas.flatMap((formula, row) => {
      const [own, other] = [sheet.content(row, 5).value, theirs.content(row, 5).value];
      return isSameValue(own, other) ? [] : [`${formula}: ${String(own)}, LibreOffice ${String(other)}`];
    });
    expect(different).toEqual([]);
  });
});

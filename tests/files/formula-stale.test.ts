// Formulas whose references no text tells: the value that a file keeps of them may be that of earlier figures.
import { expect, it } from "vitest";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { changedParts, withRows } from "./fixtures";

const cell = (address: string, value: number, formula = "") =>
  `<c r="${address}">${formula && `<f>${formula}</f>`}<v>${value}</v></c>`;

it("are computed before they are read, so that what is reported is what the annotated copy shows", async () => {
  const bytes = withRows(
    `<row r="1">${cell("A1", 7)}${cell("B1", 5, "OFFSET(A1,0,0)")}${cell("C1", 10, "B1*2")}${cell("D1", 99, "A1+1")}</row>`,
  );
  const { port, save } = openFileWorkbook(bytes, "classeur.xlsx");
  const values = async () => (await port.read()).sheets[0]?.blocks[0]?.values[0];
  // D1 depends on nothing that changes by itself: its kept value is the file's word.
  expect(await values()).toEqual([7, 7, 14, 99]);
  expect(changedParts(bytes, save())).toEqual([]);
});

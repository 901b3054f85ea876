// The two tables of the signed annex, read from the text of the contract and not from its definition: an independent source.
import { readFileSync } from "node:fs";
import type { CellValue } from "xlsx-model/plan";

function readTable(file: string): readonly (readonly CellValue[])[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t").map(readCell));
}

function readCell(text: string): CellValue {
  if (text === "") return null;
  return /^\d[\d ]*$/.test(text) ? Number(text.replaceAll(" ", "")) : text;
}

export const annexeBudget = readTable("annexe-budget.tsv");
export const annexeIndicateurs = readTable("annexe-indicateurs.tsv");

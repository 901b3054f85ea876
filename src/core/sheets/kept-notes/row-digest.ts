// Sums up what a row of a sheet of ours says, in order and wherever its columns stand.
import { ROW_DIGITS } from "../../domain/row-mark";
import { hash } from "../../reports/proces-verbal/empreinte";
import type { CellValue } from "xlsx-model/plan";

export interface Said {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** Excel keeps fifteen digits, and line breaks its own way. What a formula comes to, and where it points, changes with other cells. */
function plain({ value, formula }: Said): string {
  if (formula !== null) return "=";
  return typeof value === "number" ? `${Number(value.toPrecision(15))}` : String(value).replaceAll("\r", "");
}

export const isSaid = ({ value, formula }: Said): boolean => formula !== null || (value !== null && value !== "");

export function rowDigest(cells: readonly Said[]): string {
  return hash(JSON.stringify(cells.filter(isSaid).map(plain))).slice(0, ROW_DIGITS);
}

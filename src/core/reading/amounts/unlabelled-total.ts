// A last row that has no label is the TOTAL where its figures are the sums of the rows above it.
import { partsOf, type Shows } from "../../domain/amounts";
import type { MontantCell } from "../../domain/dossier";
import { tokenize } from "xlsx-model/formula-text/formula-tokens";
import type { SumsDraft } from "./axe-rows";
import { sumsOf } from "./total-rows";

/** Whether the formula takes up cells of other rows: an action's own parts do not. */
function looksUp({ formula, ref }: MontantCell): boolean {
  const references = tokenize(formula ?? "").filter(({ kind }) => kind === "reference");
  const rows = references.flatMap(({ text }) => text.match(/\d+/g) ?? []).map((row) => Number(row) - 1);
  return rows.length > 0 && rows.every((row) => row < ref.row);
}

export function isUnlabelledTotal(last: SumsDraft, above: readonly Shows[]): boolean {
  if (last.label.text.trim() !== "" || above.length < 2) return false;
  const sumIn = sumsOf(above);
  const shown = partsOf(last).filter(({ column, cell }) => column !== "total" && cell.known.reason === null);
  const isSum = ({ year, column, cell }: (typeof shown)[number]): boolean =>
    (cell.known.reason === null && cell.known.value === sumIn(year, column)) || looksUp(cell);
  return shown.length > 0 && shown.every(isSum);
}

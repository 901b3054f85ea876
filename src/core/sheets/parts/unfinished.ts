// What a write that stops halfway leaves to be seen, and how the rest of the workbook is read without it.
import { typographie } from "../../domain/words/typographie";
import type { RawBlock, RawSheet, UnfinishedWrite } from "../../workbook-port";
import type { GridRange } from "xlsx-model/plan";

/** Stands in the first cell of what is being written, and goes with the last thing that is written. */
export const IN_PROGRESS = {
  resultSheet: typographie(
    "Écriture en cours. Si ce texte reste, la feuille est incomplète : relancez, elle sera achevée.",
  ),
  annexe: typographie(
    "Écriture en cours. Si ce texte reste, l’annexe est incomplète : n’y saisissez rien et relancez, elle sera retirée et refaite.",
  ),
} as const;

/** A sheet without what is unfinished of annexes: half a table would be read as a table that lacks the other half. */
export function withoutUnfinished(sheet: RawSheet, unfinished: readonly UnfinishedWrite[]): RawSheet {
  return unfinished.reduce((rest, { kind, range }) => {
    if (range?.sheet.toLowerCase() !== sheet.name.toLowerCase()) return rest;
    if (kind === "annexe") return { ...rest, resultSheet: null, blocks: [], hiddenRows: [], hiddenColumns: [] };
    return kind === "placed" ? { ...rest, blocks: rest.blocks.map((block) => blanked(block, range)) } : rest;
  }, sheet);
}

function blanked(block: RawBlock, { top, left, bottom, right }: GridRange): RawBlock {
  const without = <T>(grid: readonly (readonly T[])[], blank: T) =>
    grid.map((line, row) =>
      line.map((cell, column) => {
        const [at, beside] = [block.row + row, block.column + column];
        return at >= top && at <= bottom && beside >= left && beside <= right ? blank : cell;
      }),
    );
  return {
    ...block,
    values: without(block.values, null),
    formulas: without(block.formulas, null),
    numberFormats: without(block.numberFormats, "General"),
  };
}

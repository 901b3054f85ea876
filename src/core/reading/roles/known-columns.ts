// The columns of a sheet whose figures were read: whose they are, of which year and of what, so that the others can be told from them.
import { isSameSheet } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { factsOf } from "../../facts/facts";
import type { KnownColumn } from "./evidence/of-columns";
import type { HeadedColumn } from "./headed-columns";

/** From left to right; a column whose figures are of several years, as where rows say them, tells nothing. */
export function knownColumns(dossier: Dossier, { section, column }: HeadedColumn): readonly KnownColumn[] {
  const { grid, rows } = section;
  const own = new Set(rows.map(({ row }) => row));
  const known = new Map<number, KnownColumn | null>();
  for (const { cell, year, party, nature } of factsOf(dossier).tables.flatMap(({ facts }) => facts)) {
    const { ref } = cell;
    if (!isSameSheet(ref.sheet, grid.sheet) || ref.column === column || !own.has(ref.row)) continue;
    const same = known.get(ref.column);
    const isOne = year !== null && nature !== "imputed";
    const one = isOne ? { column: ref.column, year, part: party, nature } : null;
    const isSame = same && one && same.year === year && same.part === party && same.nature === nature;
    known.set(ref.column, same === undefined || isSame ? one : null);
  }
  return [...known.values()].filter((one) => one !== null).sort((one, other) => one.column - other.column);
}

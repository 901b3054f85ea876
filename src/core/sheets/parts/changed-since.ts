// What changed in a workbook between two readings, in words: a plan made from the first must not be applied to the second.
import { formatCellRef } from "xlsx-model/cell-ref";
import { cite } from "../../domain/words/typographie";
import type { RawBlock, RawSheet, RawWorkbook } from "../../workbook-port";

type Content = string | number | boolean;

/** Formulas and typed values count, what formulas come to does not. Null when nothing changed. */
export function changedSince(before: RawWorkbook, now: RawWorkbook): string | null {
  if (before.isStructureProtected !== now.isStructureProtected) return "la protection du classeur a changé";
  const known = new Map(now.sheets.map((sheet) => [sheet.id, sheet]));
  for (const sheet of before.sheets) {
    const found = known.get(sheet.id);
    known.delete(sheet.id);
    const change = found ? sheetChange(sheet, found) : `la feuille ${cite(sheet.name)} a été supprimée`;
    if (change !== null) return change;
  }
  const [added] = known.values();
  if (added) return `la feuille ${cite(added.name)} a été ajoutée`;
  if (!isSame(before.names, now.names)) return "une plage nommée a changé";
  if ((before.seal ?? null) !== (now.seal ?? null)) return "le contrat scellé dans le classeur a changé";
  if (!isSame(before.reponses ?? [], now.reponses ?? [])) return "une réponse sur la lecture a changé";
  if (!isSame(before.registre ?? null, now.registre ?? null))
    return "un motif, une réponse ou un commentaire a été ajouté";
  return null;
}

function sheetChange(before: RawSheet, now: RawSheet): string | null {
  if (before.name !== now.name) return `la feuille ${cite(before.name)} s’appelle maintenant ${cite(now.name)}`;
  if (before.isProtected !== now.isProtected) return `la protection de la feuille ${cite(before.name)} a changé`;
  if (before.resultSheet !== now.resultSheet)
    return `la feuille ${cite(before.name)} n’est plus celle qui avait été lue`;
  const cell = differingCell(contentsOf(before.blocks), contentsOf(now.blocks));
  if (cell) return `la cellule ${formatCellRef({ sheet: before.name, ...cell })} a changé`;
  return isSame(before.hiddenRows, now.hiddenRows)
    ? null
    : `des lignes de ${cite(before.name)} ont été masquées ou affichées`;
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** By row, then by column; empty cells left out. */
export type Contents = ReadonlyMap<number, ReadonlyMap<number, Content>>;

export function contentsOf(blocks: readonly RawBlock[]): Contents {
  const rows = new Map<number, Map<number, Content>>();
  for (const { row, column, values, formulas } of blocks) {
    for (const [index, line] of values.entries()) {
      const cells = rows.get(row + index) ?? new Map<number, Content>();
      for (const [at, value] of line.entries()) {
        const content = formulas[index]?.[at] ?? value;
        if (content !== null) cells.set(column + at, content);
      }
      if (cells.size > 0) rows.set(row + index, cells);
    }
  }
  return rows;
}

/** The first one, from top to bottom. */
export function differingCell(
  before: Contents,
  now: Contents,
): { readonly row: number; readonly column: number } | null {
  const [first] = differingCells(before, now);
  return first ?? null;
}

export function* differingCells(
  before: Contents,
  now: Contents,
): Generator<{ readonly row: number; readonly column: number }> {
  for (const row of [...new Set([...before.keys(), ...now.keys()])].sort((a, b) => a - b)) {
    const [old, found] = [before.get(row), now.get(row)];
    for (const column of new Set([...(old?.keys() ?? []), ...(found?.keys() ?? [])])) {
      if (old?.get(column) !== found?.get(column)) yield { row, column };
    }
  }
}
